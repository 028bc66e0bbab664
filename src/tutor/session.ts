/** A set of questions, once it is under way or finished: plain arithmetic over its answers. */
import type {
  Curriculum,
  Domain,
  ItemId,
  Objective,
  ObjectiveId,
  Outline,
  TermId,
} from '../curriculum/model.ts';
import { objectiveIn } from './record.ts';
import type { Tally } from './types.ts';

/** A set counts as a day of study from so many answers on; a single question would be too small a unit. */
export const SET_MINIMUM = 3;

export interface SessionAnswer {
  readonly item: ItemId;
  readonly correct: boolean;
  /** Null where unknown. */
  readonly ms: number | null;
  readonly points: number;
}

export interface SessionProgress {
  /** 1-based place of the question that is open now; `total` when all are answered. */
  readonly place: number;
  readonly total: number;
  readonly answered: number;
  readonly right: number;
  readonly finished: boolean;
}

export interface DomainScore extends Tally {
  readonly domain: Domain;
}

export interface SessionSummary extends Tally {
  readonly asked: number;
  readonly points: number;
  /** True when the set makes the day count for the streak. */
  readonly countsAsSet: boolean;
  /** In the outline's order; only domains with an answer. Items outside the outline are in none. */
  readonly byDomain: readonly DomainScore[];
  /** Items answered wrong, in the order of asking. */
  readonly misses: readonly ItemId[];
  /** Terms of the misses, those of the most misses first. */
  readonly termsToReview: readonly TermId[];
  /** Objectives of the misses, those of the most misses first. */
  readonly objectivesToReview: readonly Objective[];
  /** Median of the known times, ms; null without any. */
  readonly medianMs: number | null;
}

/** Where a set stands. @param asked items of the set, at least 1. */
export function progressOf(
  asked: number,
  answers: readonly Pick<SessionAnswer, 'correct'>[],
): SessionProgress {
  const answered = Math.min(asked, answers.length);
  return {
    place: Math.min(asked, answered + 1),
    total: asked,
    answered,
    right: answers.filter((answer) => answer.correct).length,
    finished: answered === asked,
  };
}

/** True when so many answers make a set that counts for the streak. */
export function countsAsSet(answered: number): boolean {
  return answered >= SET_MINIMUM;
}

/** The middle time; null without any known. */
export function medianMs(times: readonly (number | null)[]): number | null {
  const known = times.filter((ms) => ms !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.floor((known.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Distinct values, the most frequent first; equals in the order of appearance. */
function byFrequency<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

function scoreByDomain(
  answers: readonly SessionAnswer[],
  outline: Outline,
  curriculum: Curriculum,
): DomainScore[] {
  const objectiveOf = (id: ItemId): ObjectiveId | null => {
    const item = curriculum.items.get(id);
    return item === undefined ? null : objectiveIn(outline, item);
  };
  return outline.domains.flatMap((domain) => {
    const own = new Set<ObjectiveId | null>(domain.objectives.map(({ id }) => id));
    const answered = answers.filter((answer) => own.has(objectiveOf(answer.item)));
    const right = answered.filter((answer) => answer.correct).length;
    return answered.length === 0 ? [] : [{ domain, answered: answered.length, right }];
  });
}

/** What a finished set (or one that was left) came to. @param asked items of the set. */
export function summarize(
  asked: number,
  answers: readonly SessionAnswer[],
  outline: Outline,
  curriculum: Curriculum,
): SessionSummary {
  const misses = answers.filter((answer) => !answer.correct).map((answer) => answer.item);
  const missed = misses.flatMap((id) => curriculum.items.get(id) ?? []);
  const objectives = byFrequency(missed.flatMap((item) => objectiveIn(outline, item) ?? []));
  return {
    asked,
    answered: answers.length,
    right: answers.length - misses.length,
    points: answers.reduce((sum, answer) => sum + answer.points, 0),
    countsAsSet: countsAsSet(answers.length),
    byDomain: scoreByDomain(answers, outline, curriculum),
    misses,
    termsToReview: byFrequency(missed.flatMap((item) => item.terms)),
    objectivesToReview: objectives.flatMap((id) => curriculum.objectives.get(id) ?? []),
    medianMs: medianMs(answers.map((answer) => answer.ms)),
  };
}
