/**
 * Which topics of an outline the pack teaches and asks about, judged by words. A topic is taught by a term under
 * its objective that has all of the topic's words in its name, aliases or texts; it is asked about by a question
 * under its objective that has them in its texts, or rests on a term that has them in its names. Endings and
 * filler words do not count; of words joined by a slash or a range of numbers (`keyboard/keys`, `20-21`) one is
 * enough; what stands in parentheses may be left out. So the verdict is a rough one: a topic told in quite other
 * words counts as missing until an alias names it, and one that is only mentioned counts as taught.
 */
import type { Item, Objective, Outline, Pack, Term } from '../model.ts';
import { objectivesOf } from '../shares.ts';
import { itemProse, termProse } from './prose.ts';
import { plain, STOP_WORDS, stemOf, wordsIn } from './text.ts';
import { THRESHOLDS } from './thresholds.ts';

export interface TopicCover {
  readonly objective: Objective;
  readonly topic: string;
  readonly terms: number;
  readonly items: number;
}

/** The topics of an outline with what covers each, in the outline's order. */
export function topicCovers(pack: Pack, outline: Outline): TopicCover[] {
  const terms = pack.terms.map(readTerm);
  const named = new Map(terms.map(({ entry, names }) => [entry.id, names]));
  const items = pack.items.map((item) => readItem(item, named));
  return objectivesOf(outline).flatMap((objective) => {
    const taught = terms.filter(({ entry }) => entry.objectives.includes(objective.id));
    const asked = items.filter(({ entry }) => entry.objectives.includes(objective.id));
    return objective.topics.map((topic) => {
      const wanted = wantedBy(topic);
      return {
        objective,
        topic,
        terms: taught.filter(({ words }) => meets(words, wanted)).length,
        items: asked.filter(({ words, names }) => [words, ...names].some((held) => meets(held, wanted)))
          .length,
      };
    });
  });
}

export function isCovered({ terms, items }: TopicCover): boolean {
  return terms >= THRESHOLDS.termsPerTopic && items >= THRESHOLDS.itemsPerTopic;
}

type Words = ReadonlySet<string>;

function readTerm(entry: Term) {
  const names = wordSet([entry.name, entry.expansion ?? '', ...entry.aliases]);
  return { entry, names, words: new Set([...names, ...wordSet(termProse(entry))]) };
}

function readItem(entry: Item, named: ReadonlyMap<string, Words>) {
  const words = wordSet([...itemProse(entry), entry.exhibit ?? '']);
  return { entry, words, names: entry.terms.flatMap((id) => named.get(id) ?? []) };
}

/** Each word as written, without its ending, and in its parts: `Wi-Fi` is `wi-fi`, `wi` and `fi`. */
function wordSet(texts: readonly string[]): Words {
  const words = texts.flatMap((text) => wordsIn(plain(text)));
  const parts = words.flatMap((word) => (/[-.’']/.test(word) ? word.split(/[-.’']/) : []));
  return new Set([...words, ...parts].flatMap((word) => [word, stemOf(word), word.replace(/[-.]/g, '')]));
}

/** For every word of a topic the spellings of which one must be there. */
function wantedBy(topic: string): string[][] {
  const written = topic.replace(/\([^)]*\)/g, '').toLowerCase();
  const chunks = written
    .split(/[\s,]+/)
    .map((chunk) => chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$/gu, ''));
  const wanted = chunks.map((chunk) => alternatives(chunk).filter((word) => !FILLER.has(word)));
  return wanted.filter(({ length }) => length > 0);
}

function alternatives(chunk: string): string[] {
  if (/^\d+[-/]\d+$/.test(chunk)) return chunk.split(/[-/]/);
  return chunk.split('/').flatMap((part) => wordsIn(part));
}

const FILLER: ReadonlySet<string> = new Set(
  [...STOP_WORDS].filter((word) => word !== 'no').concat('vs', 'non'),
);

function meets(words: Words, wanted: readonly (readonly string[])[]): boolean {
  return wanted.every((spellings) =>
    spellings.some((word) => {
      const joined = word.replace(/[-.]/g, '');
      return words.has(word) || words.has(stemOf(word)) || words.has(joined) || words.has(stemOf(joined));
    }),
  );
}
