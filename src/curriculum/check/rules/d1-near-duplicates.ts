import { bareId } from '../../ids.ts';
import type { Item } from '../../model.ts';
import { cosines } from '../cosine.ts';
import { type Context, error, type PlacedBreach, type Rule, warning } from '../rule.ts';
import { jaccard, shinglesOf, stemsIn, wordsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Two stems that read alike are one question asked twice. */
export const d1NearDuplicates: Rule = {
  id: 'D1',
  title: 'no two stems are nearly the same',
  scope: 'pack',
  check: ({ pack }: Context) => {
    const { items } = pack;
    const shingles = items.map(({ stem }) => shinglesOf(wordsIn(stem), THRESHOLDS.shingleWords));
    const pairs = cosines(
      items.map(({ stem }) => stemsIn(stem)),
      THRESHOLDS.stemJaccard.review / 2,
    );
    return pairs.flatMap(({ a, b, cosine }) => {
      const likeness = jaccard(shingles[a] ?? new Set(), shingles[b] ?? new Set());
      return breachOf(items[a], items[b], likeness, cosine);
    });
  },
};

function breachOf(
  first: Item | undefined,
  second: Item | undefined,
  likeness: number,
  cosine: number,
): PlacedBreach[] {
  if (!first || !second) return [];
  const { stemJaccard, stemCosine } = THRESHOLDS;
  const measure = `shared runs of words ${likeness.toFixed(2)}, words ${cosine.toFixed(2)}`;
  const other = `"${bareId(first.id)}" (${first.place.file}:${first.place.line})`;
  if (likeness >= stemJaccard.same || cosine >= stemCosine.same) {
    return [
      {
        ...error(
          `the stem is nearly that of ${other}: ${measure}`,
          'drop one of the two or ask for something else',
        ),
        at: second,
      },
    ];
  }
  if (likeness < stemJaccard.review && cosine < stemCosine.review) return [];
  return [
    {
      ...warning(
        `the stem resembles that of ${other}: ${measure}`,
        'make sure that they ask for different things',
      ),
      at: second,
    },
  ];
}
