/** All words of an index, found by themselves, by their beginning, or by a slip. */
import { slipWeight } from './slip.ts';

export interface Vocabulary {
  readonly size: number;
  /** The word's number, or undefined where no form has it. */
  numberOf(word: string): number | undefined;
  /** Words that begin so, the word itself left out, at most `most` of them; the shortest are not preferred. */
  startingWith(prefix: string, most: number): Near[];
  /** Words that `typed` is one slip away from. */
  oneSlipFrom(typed: string): Near[];
}

export interface Near {
  readonly word: number;
  /** How well it matches, 0 to 1. */
  readonly weight: number;
}

/**
 * Slips are found through shared deletions: two words one slip apart become equal when at most one letter is taken
 * out of each. Only the first letters are indexed so, which keeps the index small; the slip itself is checked whole.
 */
const INDEXED_LETTERS = 7;
/** A shorter word is one slip away from too many others to mean any of them. */
const SHORTEST_SLIP = 3;
/** Another number is another thing: who types 999 does not mean 993. */
const NUMBER = /^\d+$/;
/** A begun word counts for this much plus the share of it that was typed. */
const PREFIX_BASE = 0.7;
const PREFIX_SHARE = 0.25;

export function buildVocabulary(words: readonly string[]): Vocabulary {
  const numbers = new Map(words.map((word, index) => [word, index]));
  const sorted = [...words].sort(byUnits);
  const deletions = indexDeletions(words);
  return {
    size: words.length,
    numberOf: (word) => numbers.get(word),
    startingWith: (prefix, most) => {
      const found: Near[] = [];
      for (let index = firstAtLeast(sorted, prefix); index < sorted.length && found.length < most; index++) {
        const word = sorted[index] ?? '';
        if (!word.startsWith(prefix)) break;
        if (word === prefix) continue;
        const weight = PREFIX_BASE + PREFIX_SHARE * (prefix.length / word.length);
        found.push({ word: numbers.get(word) ?? 0, weight });
      }
      return found;
    },
    oneSlipFrom: (typed) => {
      if (typed.length < SHORTEST_SLIP || NUMBER.test(typed)) return [];
      const candidates = new Set(deletionsOf(typed).flatMap((key) => deletions.get(key) ?? []));
      const near: Near[] = [];
      for (const word of candidates) {
        const weight = slipWeight(typed, words[word] ?? '');
        if (weight > 0 && weight < 1) near.push({ word, weight });
      }
      return near;
    },
  };
}

/** By UTF-16 units, so that words with one beginning stand together whatever the locale. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first place in a list sorted by units whose text is not before `wanted`. */
export function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexDeletions(words: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [number, word] of words.entries()) {
    if (word.length < SHORTEST_SLIP - 1) continue;
    for (const key of deletionsOf(word)) {
      const held = index.get(key);
      if (held) held.push(number);
      else index.set(key, [number]);
    }
  }
  return index;
}

/** The word's first letters, whole and with each one of them left out. */
function deletionsOf(word: string): string[] {
  const start = word.slice(0, INDEXED_LETTERS);
  const keys = new Set([start, start.slice(0, INDEXED_LETTERS - 1)]);
  for (let index = 0; index < start.length; index++) keys.add(start.slice(0, index) + start.slice(index + 1));
  return [...keys];
}
