import type { QuestionKind } from './kind.ts';
import { countRight, parseSelection, rightOptions } from './selection.ts';

/** One right option among three to five. */
export const single: QuestionKind<'single'> = {
  kind: 'single',
  parseResponse: (item, value) => parseSelection(item, 1, value),
  grade(item, response) {
    const correct = countRight(item, response) === 1;
    return { correct, credit: correct ? 1 : 0 };
  },
  guessRate: (item) => 1 / item.options.length,
  key: rightOptions,
  canShow: (item) => rightOptions(item).length === 1,
};
