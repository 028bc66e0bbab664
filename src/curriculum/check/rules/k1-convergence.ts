import { type Rule, warning } from '../rule.ts';
import { distractorsOf, keysOf, stemsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** The option that shares most with the others is often the key: distractors are made by varying it. */
export const k1Convergence: Rule = {
  id: 'K1',
  title: 'the key is not the sum of the options',
  scope: 'item',
  allowance: THRESHOLDS.convergenceShare,
  check(item) {
    if (item.kind !== 'single' || item.ordered) return [];
    const sets = [...keysOf(item), ...distractorsOf(item)].map(({ text }) => new Set(stemsIn(text)));
    const [key = 0, ...others] = sets.map((own, index) =>
      overlap(
        own,
        sets.filter((_, other) => other !== index),
      ),
    );
    if (key < THRESHOLDS.convergenceTokens || key <= Math.max(...others)) return [];
    return [
      warning(
        `the key shares ${key} words with other options, more than any other does`,
        'vary the distractors alike',
      ),
    ];
  },
};

function overlap(own: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number {
  const shared = [...own].map((word) => others.filter((other) => other.has(word)).length);
  return shared.reduce((sum, count) => sum + count, 0);
}
