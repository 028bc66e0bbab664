/** Reading questions as a test-wise candidate would: their words, options and last sentence. */
import type { Item } from '../model.ts';
import { fold } from '../search/normalize.ts';

export interface Option {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

/** The options of a choice question in file order; none for other kinds. */
export function optionsOf(item: Item): readonly Option[] {
  return item.kind === 'single' || item.kind === 'multiple' ? item.options : [];
}

export function keysOf(item: Item): Option[] {
  return optionsOf(item).filter(({ correct }) => correct);
}

export function distractorsOf(item: Item): Option[] {
  return optionsOf(item).filter(({ correct }) => !correct);
}

/** Text without Markdown's marks. */
export function plain(text: string): string {
  return text
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words in lower case, a possessive s left out. */
export function wordsIn(text: string): string[] {
  const words = fold(plain(text)).match(/[\p{L}\p{N}](?:[\p{L}\p{N}.'’-]*[\p{L}\p{N}])?/gu) ?? [];
  return words.map((word) => word.replace(/['’]s$/, ''));
}

/** Words that carry meaning, without their commonest endings. */
export function stemsIn(text: string, letters = 1): string[] {
  return wordsIn(text)
    .filter((word) => word.length >= letters && !STOP_WORDS.has(word))
    .map(stemOf);
}

/** `connects`, `connected` and `connecting` become `connect`: a rough cut that serves comparing. */
export function stemOf(word: string): string {
  const cut = word.replace(/(?:ing|ed|es|s)$/, '');
  return cut.length >= 3 ? cut : word;
}

/** The sentence that asks. */
export function questionOf(stem: string): string {
  const sentences = plain(stem).split(/(?<=[.!?])\s+(?=[A-Z0-9"'])/);
  const asking = sentences.filter((sentence) => sentence.endsWith('?'));
  return asking.at(-1) ?? sentences.at(-1) ?? '';
}

/** Runs of `length` words. */
export function shinglesOf(words: readonly string[], length: number): Set<string> {
  const shingles = new Set<string>();
  for (let index = 0; index + length <= words.length; index++)
    shingles.add(words.slice(index, index + length).join(' '));
  return shingles;
}

export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const element of a) if (b.has(element)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be been before being both but by can could did do does during each
  every for from had has have he her him his how if in into is it its just like may might more most must need needs
  new no not now of off on one only or other our out over own same she should so some still such than that the their
  them then there these they this those through to too two three under until up us use used user users using very was
  way we were what when where which while who whose why will with within without would you your best first following
  technician computer device`.split(/\s+/),
);
