import type { QuestionKind } from './kind.ts';
import { countRight, parseSelection, rightOptions } from './selection.ts';

/** Ways to choose `k` of `n`. */
function combinations(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** Several right options; the card says how many, and a response has exactly that many. */
export const multiple: QuestionKind<'multiple'> = {
  kind: 'multiple',
  parseResponse: (item, value) => parseSelection(item, rightOptions(item).length, value),
  /** Credit is right minus wrong choices, as a share of the right ones and never below 0: marking all wins nothing. */
  grade(item, response) {
    const wanted = rightOptions(item).length;
    const right = countRight(item, response);
    const wrong = response.length - right;
    return {
      correct: right === wanted && wrong === 0,
      credit: Math.max(0, (right - wrong) / wanted),
    };
  },
  guessRate: (item) => 1 / combinations(item.options.length, rightOptions(item).length),
  key: rightOptions,
  canShow(item) {
    const wanted = rightOptions(item).length;
    return wanted >= 2 && wanted < item.options.length;
  },
};
