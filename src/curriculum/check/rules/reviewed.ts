import { bareId } from '../../ids.ts';
import type { Item } from '../../model.ts';
import { type Review, standingReviews } from '../../review/log.ts';
import { type ReviewMode, sheetEntry } from '../../review/sheet.ts';
import { shareText } from '../../share-text.ts';
import type { Context, Figure, Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { whileGrowing } from './balance.ts';

/** How much of the bank, as it stands, somebody other than its writer has answered. Told, since pull requests lag. */
export const reviewed: Rule = {
  id: 'reviewed',
  title: 'every question has been answered by a second reader',
  scope: 'bank',
  level: () => 'warning',
  figures(context) {
    if (!context.reviews) return [];
    const { items } = context.pack;
    const read = standing(context, 'whole').length;
    return [
      {
        what: 'questions that a second reader has answered as they stand',
        value: shareText(read / Math.max(1, items.length)),
        bound: `at least ${shareText(THRESHOLDS.reviewedShare)}`,
        ok: read / Math.max(1, items.length) >= THRESHOLDS.reviewedShare,
        of: items.length,
        advice: 'run "content review sheet", have it answered, and "content review mark --save"',
      },
    ];
  },
};

/** What second readers answered: they reach the keys with the stems, and cannot guess them without. */
export const secondEyes: Rule = {
  id: 'second-eyes',
  title: 'second readers reach the key, and only with the stem',
  scope: 'bank',
  level: whileGrowing,
  figures: (context) => (context.reviews ? [...agreement(context), guessing(context)] : []),
};

function agreement(context: Context): Figure[] {
  const last = standing(context, 'whole').map(({ review }) => review);
  const first = firstReadings(context);
  return [
    {
      what: 'answers of second readers that agree with the key',
      value: shareText(shareOf(last)),
      bound: `at least ${shareText(THRESHOLDS.agreementShare)}`,
      ok: shareOf(last) >= THRESHOLDS.agreementShare,
      of: last.length,
      advice: 'mend the questions on which readers differ, and have them answered again',
    },
    {
      what: 'the same at the first reading of each question, before mending',
      value: shareText(shareOf(first)),
      bound: 'shown only',
      ok: true,
      of: first.length,
      advice: 'nothing to do',
    },
  ];
}

function guessing(context: Context): Figure {
  const guesses = standing(context, 'options');
  const chance = guesses.reduce((sum, { item }) => sum + (sheetEntry(item, 'options')?.chance ?? 0), 0);
  const above = shareOf(guesses.map(({ review }) => review)) - chance / Math.max(1, guesses.length);
  return {
    what: 'keys guessed from the options alone, above chance',
    value: `${(above * 100).toFixed(1)} points`,
    bound: `at most ${THRESHOLDS.guessPoints * 100} points`,
    ok: above <= THRESHOLDS.guessPoints,
    of: guesses.length,
    advice: 'give those questions distractors that are right in a neighbouring case',
  };
}

function standing({ reviews = [], pack }: Context, mode: ReviewMode): { item: Item; review: Review }[] {
  const read = standingReviews(reviews, pack.items, mode);
  return pack.items.flatMap((item) => {
    const review = read.get(item.id);
    return review ? [{ item, review }] : [];
  });
}

/** The first reading of each question that is still in the bank, whatever became of its wording. */
function firstReadings({ reviews = [], pack }: Context): Review[] {
  const there = new Set(pack.items.map(({ id }) => bareId(id)));
  const first = new Map<string, Review>();
  for (const review of reviews) {
    if (review.mode === 'whole' && there.has(review.question) && !first.has(review.question)) {
      first.set(review.question, review);
    }
  }
  return [...first.values()];
}

function shareOf(reviews: readonly Review[]): number {
  return reviews.filter(({ agreed }) => agreed).length / Math.max(1, reviews.length);
}
