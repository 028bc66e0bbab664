/**
 * Every word that a person reads, in English. Another language is another object of this type: a missing word
 * does not compile. Views decide what is said, these files how.
 */
import { commonWords } from './common.ts';
import { dailyWords } from './daily.ts';
import { memberWords } from './member.ts';
import { progressWords } from './progress.ts';
import { quizWords } from './quiz.ts';
import { setupWords } from './setup.ts';
import { termWords } from './term.ts';

export const en = {
  ...commonWords,
  ...termWords,
  ...quizWords,
  ...dailyWords,
  ...progressWords,
  ...memberWords,
  ...setupWords,
} as const;

export type Words = typeof en;
