import { error, type PlacedBreach, type Rule } from '../rule.ts';
import { jaccard, shinglesOf, wordsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Two terms that are told in the same words leave a learner where they were. */
export const d5SameDefinitions: Rule = {
  id: 'D5',
  title: 'no two definitions are nearly the same',
  scope: 'pack',
  check({ pack: { terms } }) {
    const shingles = terms.map(({ definition }) => shinglesOf(wordsIn(definition), THRESHOLDS.shingleWords));
    return terms.flatMap((term, index): PlacedBreach[] => {
      const own = shingles[index] ?? new Set();
      const twin = terms
        .slice(0, index)
        .find((_, other) => jaccard(own, shingles[other] ?? new Set()) >= THRESHOLDS.definitionJaccard);
      if (!twin) return [];
      return [
        {
          ...error(`the definition is nearly that of "${twin.name}"`, 'say what sets the two apart'),
          at: term,
        },
      ];
    });
  },
};
