/**
 * The glossary terms in running text, for explaining a message.
 *
 * Spellings match whole words, the longest first, in any case and with a plural s. Two kinds would hit wrongly and
 * are held back: an acronym that is also an ordinary word, or has at most two letters, must stand in capitals
 * ("RAM", not "ram the door"); a one-word alias that is an ordinary word is passed over, since a longer spelling or
 * the name itself will do. Links, mentions and emoji are no prose and are skipped.
 */
import type { Curriculum, Term } from '../model.ts';
import { compact, partsOf, wordsOf } from './normalize.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';

interface Entry {
  readonly term: Term;
  readonly needsCapitals: boolean;
}

interface Lexicon {
  /** By letters and digits alone. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Words of the longest spelling. */
  readonly longest: number;
}

const NOT_PROSE = /<[@#:a][^>]*>|https?:\/\/\S+|www\.\S+/gi;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\-.'’_+]*[\p{L}\p{N}\p{M}])?/gu;
const LETTERS_THAT_NEED_CAPITALS = 2;

const lexicons = new WeakMap<Curriculum, Lexicon>();

/** Terms in the order in which the text first names them, each once. */
export function findTermsIn(text: string, curriculum: Curriculum): Term[] {
  const lexicon = lexicons.get(curriculum) ?? remember(curriculum);
  const words = text.replace(NOT_PROSE, ' ').match(WORD) ?? [];
  const found = new Set<Term>();
  for (let start = 0; start < words.length; ) {
    const { terms, length } = longestAt(words, start, lexicon);
    for (const term of terms) found.add(term);
    start += length;
  }
  return [...found];
}

function remember(curriculum: Curriculum): Lexicon {
  const lexicon = buildLexicon(curriculum);
  lexicons.set(curriculum, lexicon);
  return lexicon;
}

function longestAt(
  words: readonly string[],
  start: number,
  lexicon: Lexicon,
): { terms: Term[]; length: number } {
  for (let length = Math.min(lexicon.longest, words.length - start); length > 0; length--) {
    const written = words.slice(start, start + length).join(' ');
    const terms = entriesFor(written, length, lexicon).map(({ term }) => term);
    if (terms.length > 0) return { terms, length };
  }
  return { terms: [], length: 1 };
}

function entriesFor(written: string, length: number, { entries }: Lexicon): Entry[] {
  const singular = written.replace(/(?<=[\p{L}\p{N}])['’]?s$/u, '');
  return [...new Set([written, singular])].flatMap((spelling) => {
    const fitting = entries.get(keyOf(compact(spelling), length)) ?? [];
    return fitting.filter(({ needsCapitals }) => !needsCapitals || spelling === spelling.toUpperCase());
  });
}

/** Words are counted too, so that "is P 2" never reads as one word. */
function keyOf(text: string, words: number): string {
  return `${words} ${text}`;
}

function buildLexicon({ terms }: Curriculum): Lexicon {
  const entries = new Map<string, Entry[]>();
  let longest = 1;
  for (const term of terms.values()) {
    for (const spelling of spellingsOf(term)) {
      const lengths = new Set([wordsOf(spelling).length, wordCountInParts(spelling)]);
      for (const length of lengths) {
        longest = Math.max(longest, length);
        const key = keyOf(compact(spelling), length);
        const held = entries.get(key) ?? [];
        if (held.some((entry) => entry.term === term)) continue;
        entries.set(key, [...held, { term, needsCapitals: needsCapitals(spelling) }]);
      }
    }
  }
  return { entries, longest };
}

function spellingsOf({ name, expansion, aliases }: Term): string[] {
  const own = expansion === undefined ? [name] : [name, expansion];
  return [...own, ...aliases.filter((alias) => isAcronym(alias) || !ORDINARY_WORDS.has(alias.toLowerCase()))];
}

/** `Wi-Fi` is one word or two, as people type it. */
function wordCountInParts(spelling: string): number {
  const joined = partsOf(spelling).length;
  if (joined === 0) return wordsOf(spelling).length;
  return (
    joined +
    wordsOf(spelling).length -
    spelling.split(/\s+/).filter((word) => partsOf(word).length > 0).length
  );
}

function isAcronym(spelling: string): boolean {
  return /\p{Lu}/u.test(spelling) && spelling === spelling.toUpperCase() && !spelling.includes(' ');
}

function needsCapitals(spelling: string): boolean {
  if (!isAcronym(spelling)) return false;
  return compact(spelling).length <= LETTERS_THAT_NEED_CAPITALS || ORDINARY_WORDS.has(compact(spelling));
}
