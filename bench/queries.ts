/**
 * The query set of the look-up, made by rule from the terms, so that nobody picks the queries that work.
 *
 * Right is the term that a query was made from. Where the same query arises from several terms, or is as it
 * stands another term's spelling or port, each of these terms is right: no look-up could know which was meant.
 */
import type { Term } from '../src/curriculum/index.ts';
import { formsOf } from '../src/curriculum/search/forms.ts';
import { compact } from '../src/curriculum/search/normalize.ts';
import { holds, type PortRange, portsIn } from '../src/curriculum/search/ports.ts';
import { firstAtLeast } from '../src/curriculum/search/vocabulary.ts';
import { type Random, seeded } from './random.ts';

export const QUERY_CLASSES = [
  'name',
  'expansion',
  'alias',
  'prefix',
  'port',
  'word order',
  'dropped word',
  'slip in a name',
  'slip in an expansion',
] as const;
export type QueryClass = (typeof QUERY_CLASSES)[number];

export interface Query {
  readonly kind: QueryClass;
  readonly text: string;
  readonly right: ReadonlySet<string>;
}

interface Draft {
  readonly kind: QueryClass;
  readonly text: string;
  readonly term: Term;
}

const SHORTEST_PREFIX = 3;
/** A slip in fewer letters than four makes another acronym more often than not. */
const LONG_ENOUGH = /^[a-z]{4,}$/;
/** A dropped word must leave something to go by. */
const FEWEST_WORDS_TO_DROP = 3;

/** All queries of the rule; equal terms and seed give equal queries. */
export function queriesFrom(terms: readonly Term[], seed = 1): Query[] {
  const random = seeded(seed);
  const names = terms.map(({ name }) => compact(name)).sort();
  const drafts = terms.flatMap((term) => draftsOf(term, names, random));
  const spelt = ownersOf(
    terms.flatMap((term) => formsOf(term).map((form) => [form.compact, term.id] as const)),
  );
  const made = ownersOf(drafts.map(({ text, term }) => [compact(text), term.id] as const));
  const ports = terms.flatMap(portsOf);
  return drafts.map(({ kind, text, term }) => {
    const same = [...(spelt.get(compact(text)) ?? []), ...(made.get(compact(text)) ?? [])];
    return { kind, text, right: new Set([term.id, ...same, ...portOwners(text, ports)]) };
  });
}

function ownersOf(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [text, id] of pairs) owners.set(text, [...(owners.get(text) ?? []), id]);
  return owners;
}

function portOwners(text: string, ports: readonly OwnedPort[]): string[] {
  const asked = portsIn(text);
  if (asked === null) return [];
  return ports.filter(({ range }) => holds(range, asked)).map(({ id }) => id);
}

interface OwnedPort {
  readonly id: string;
  readonly range: PortRange;
}

function portsOf({ id, ports }: Term): OwnedPort[] {
  return ports.flatMap((port) => {
    const range = portsIn(port);
    return range === null ? [] : [{ id, range }];
  });
}

function draftsOf(term: Term, names: readonly string[], random: Random): Draft[] {
  const { name, expansion, aliases } = term;
  const draft = (kind: QueryClass) => (text: string) => ({ kind, text, term });
  const wordy = expansion ?? name;
  return [
    draft('name')(name),
    ...(expansion === undefined ? [] : [draft('expansion')(expansion)]),
    ...aliases.map(draft('alias')),
    ...prefixOf(name, names).map(draft('prefix')),
    ...term.ports.flatMap(portTexts).map(draft('port')),
    ...reordered(wordy).map(draft('word order')),
    ...withoutAWord(wordy, random).map(draft('dropped word')),
    ...slipsOf(name, random).map(draft('slip in a name')),
    ...(expansion === undefined ? [] : slipsOf(expansion, random).map(draft('slip in an expansion'))),
  ];
}

/**
 * The shortest beginning, of three letters or digits or more, that begins no other term's name; the names come
 * sorted, so that only a name's neighbours can share its beginning.
 */
function prefixOf(name: string, sorted: readonly string[]): string[] {
  const text = compact(name);
  const place = firstAtLeast(sorted, text);
  const neighbours = [sorted[place - 1], sorted[place + 1]].filter((other) => other !== undefined);
  for (let length = SHORTEST_PREFIX; length < text.length; length++) {
    const prefix = text.slice(0, length);
    if (!neighbours.some((other) => other.startsWith(prefix))) return [asTyped(name, length)];
  }
  return [];
}

/** As much of a name as holds so many letters and digits. */
function asTyped(name: string, length: number): string {
  let end = 0;
  while (compact(name.slice(0, end)).length < length) end++;
  return name.slice(0, end).toLowerCase();
}

function portTexts(port: string): string[] {
  const [number = '', transport = ''] = port.split('/');
  return [number, `port ${number}`, `${transport} ${number}`, port];
}

/** The words turned round: the last first. */
function reordered(text: string): string[] {
  const words = text.toLowerCase().split(' ');
  const [last] = words.slice(-1);
  return words.length < 2 || last === undefined ? [] : [[last, ...words.slice(0, -1)].join(' ')];
}

function withoutAWord(text: string, random: Random): string[] {
  const words = text.toLowerCase().split(' ');
  if (words.length < FEWEST_WORDS_TO_DROP) return [];
  const dropped = random.int(words.length);
  return [words.filter((_, index) => index !== dropped).join(' ')];
}

/** One slip of each kind in a word that is long enough to survive it. */
function slipsOf(text: string, random: Random): string[] {
  const words = text.toLowerCase().split(' ');
  const long = words.flatMap((word, index) => (LONG_ENOUGH.test(word) ? [index] : []));
  return SLIPS.flatMap((slip) => {
    const place = random.pick(long);
    const word = words[place ?? -1];
    if (word === undefined) return [];
    const slipped = slip(word, random);
    return slipped === word
      ? []
      : [words.map((other, index) => (index === place ? slipped : other)).join(' ')];
  });
}

type Slip = (word: string, random: Random) => string;

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const transpose: Slip = (word, random) => {
  const at = random.int(word.length - 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
};

const leaveOut: Slip = (word, random) => {
  const at = random.int(word.length);
  return word.slice(0, at) + word.slice(at + 1);
};

const double: Slip = (word, random) => {
  const at = random.int(word.length);
  return word.slice(0, at + 1) + word.slice(at);
};

/** The key to the left or right of the one that was meant. */
const missTheKey: Slip = (word, random) => {
  const at = random.int(word.length);
  const row = ROWS.find((keys) => keys.includes(word[at] ?? '')) ?? '';
  const column = row.indexOf(word[at] ?? '');
  const key = random.pick([row[column - 1], row[column + 1]].filter((near) => near !== undefined));
  return word.slice(0, at) + (key ?? word[at]) + word.slice(at + 1);
};

/** Any other letter, which no keyboard explains. */
const replaceAtRandom: Slip = (word, random) => {
  const at = random.int(word.length);
  return word.slice(0, at) + (random.pick([...ROWS.join('')]) ?? '') + word.slice(at + 1);
};

const SLIPS: readonly Slip[] = [transpose, leaveOut, double, missTheKey, replaceAtRandom];
