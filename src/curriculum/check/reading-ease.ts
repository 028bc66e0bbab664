/** How hard a text is to read, by the length of its sentences and words. */
import { plain } from './text.ts';

/**
 * Flesch Reading Ease (Flesch 1948): 206.835 - 1.015 × words a sentence - 84.6 × syllables a word; 60 to 70 is
 * plain English, below 50 difficult. Names with a capital inside, short forms and words with digits count as one
 * syllable: they are what the exam prints, and no plainer word stands for them.
 */
export function readingEase(text: string): number {
  const sentences = plain(text)
    .split(/[.!?:;]+(?=\s|$)/)
    .filter((part) => /\p{L}/u.test(part));
  const words = plain(text).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const count = Math.max(1, words.length);
  return 206.835 - (1.015 * count) / Math.max(1, sentences.length) - (84.6 * syllables) / count;
}

/** Groups of vowels, a silent e left out; close to what a dictionary says for English. */
function syllablesIn(word: string): number {
  if (/\d|.\p{Lu}/u.test(word)) return 1;
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (end) => end.charAt(0));
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
