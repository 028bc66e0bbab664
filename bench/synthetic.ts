/** Terms that nobody wrote, to see how the look-up bears glossaries of a size that no pack has yet. */
import type { Term } from '../src/curriculum/index.ts';
import { type Random, seeded } from './random.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const CODAS = ['', '', 'b', 'ck', 'd', 'l', 'm', 'n', 'nt', 'r', 'rk', 's', 'st', 't', 'x'];
/** A technical glossary of this size has about a word of its own for every three terms. */
const TERMS_PER_WORD = 3;

/** `real` filled up to `count` terms with seeded ones of one to four words, half of them with an acronym. */
export function syntheticTerms(real: readonly Term[], count: number, seed = 7): Term[] {
  const random = seeded(seed);
  const words = lexicon(real, Math.ceil(count / TERMS_PER_WORD), random);
  const added = Array.from({ length: Math.max(0, count - real.length) }, (_, index) =>
    made(index, words, random),
  );
  return [...real, ...added];
}

/** Words of the real terms, so that made ones collide with them, and made words. */
function lexicon(real: readonly Term[], count: number, random: Random): string[] {
  const known = real.flatMap(
    ({ name, expansion = '' }) => `${name} ${expansion}`.toLowerCase().match(/[a-z]{4,}/g) ?? [],
  );
  const words = new Set(known);
  while (words.size < count) words.add(word(random));
  return [...words];
}

function word(random: Random): string {
  const syllables = 2 + random.int(2);
  const parts = Array.from({ length: syllables }, () => {
    return `${random.pick(ONSETS)}${random.pick(VOWELS)}${random.pick(CODAS)}`;
  });
  return parts.join('');
}

function made(index: number, words: readonly string[], random: Random): Term {
  const chosen = Array.from({ length: 1 + random.int(4) }, () => random.pick(words) ?? '');
  const phrase = chosen.map((text) => text[0]?.toUpperCase() + text.slice(1)).join(' ');
  const acronym = chosen.length > 2 && random.int(2) === 0;
  return {
    id: `synthetic/${index}`,
    pack: 'synthetic',
    name: acronym ? chosen.map((text) => text[0]?.toUpperCase()).join('') : phrase,
    ...(acronym ? { expansion: phrase } : {}),
    ...NOTHING_ELSE,
  };
}

const NOTHING_ELSE = {
  aliases: [],
  category: 'made',
  objectives: [],
  supplemental: true,
  ports: [],
  numbers: [],
  definition: 'made',
  sensei: 'made',
  keyConcepts: [],
  onExam: [],
  faqs: [],
  related: [],
  confusable: [],
  guides: [],
  source: [],
  place: { file: 'made', line: 1 },
};
