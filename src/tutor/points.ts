/**
 * Points reward effort before accuracy: most of the daily question's points are for answering at all, a miss
 * looked at again is worth as much as a new question got right, and a day's total is capped so that grinding
 * does not win. The amounts are ours; the shape follows Sailer & Homner 2020 (competition works best together
 * with collaboration) and Hanus & Fox 2015 (badges and a leaderboard lowered motivation and exam scores).
 */
import type { AnswerPlace } from './types.ts';

/** Most points that one local date can bring. */
export const DAILY_POINTS_CAP = 60;

/** Faster than this (ms) nobody has read a scenario: a rapid guess, in the sense of Wise 2017. The amount is ours. */
export const RAPID_GUESS_MS = 2_000;

export interface ScoredAnswer {
  readonly place: AnswerPlace;
  readonly correct: boolean;
  /**
   * What this answer is to the member: their first at this item anywhere, one after a miss (the last answer
   * before it was wrong), or another repeat.
   */
  readonly attempt: 'first' | 'after-miss' | 'repeat';
  /** Milliseconds from showing to answering; null where no one knows when the member began to read. */
  readonly ms: number | null;
  /** True when the key was public in this place before the answer. */
  readonly afterReveal: boolean;
}

/** True for an answer too fast to have been read. */
export function isRapidGuess(ms: number | null): boolean {
  return ms !== null && ms < RAPID_GUESS_MS;
}

function worth(answer: ScoredAnswer): number {
  switch (answer.attempt) {
    case 'after-miss':
      return 2;
    case 'repeat':
      return 0;
    case 'first':
      if (answer.place === 'daily') return answer.correct ? 15 : 10;
      return answer.correct ? 2 : 1;
  }
}

/**
 * Points for an answer: first attempt at the daily question 10, and 5 more when right; first attempt at any
 * other item 1, and 1 more when right; an item missed before, answered again, 2; otherwise 0. Rapid guesses
 * and answers after the reveal bring nothing.
 * @param soFarToday points that the member already has for this local date.
 */
export function pointsFor(answer: ScoredAnswer, soFarToday: number): number {
  if (answer.afterReveal || isRapidGuess(answer.ms)) return 0;
  return Math.min(worth(answer), Math.max(0, DAILY_POINTS_CAP - soFarToday));
}
