import { type Rule, warning } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Two cells side by side; a line of running text may wrap, a row of a table may not. */
const CELLS = /\S {2,}\S/;

/** A table that is wider than a phone's code block breaks its rows, and columns no longer stand below each other. */
export const e1ExhibitWidth: Rule = {
  id: 'E1',
  title: 'tables in exhibits fit a phone',
  scope: 'item',
  check({ exhibit = '' }) {
    const widest = Math.max(
      0,
      ...exhibit
        .split('\n')
        .filter((line) => CELLS.test(line))
        .map(({ length }) => length),
    );
    if (widest <= THRESHOLDS.exhibitColumns) return [];
    return [
      warning(
        `a row of the exhibit has ${widest} characters (at most ${THRESHOLDS.exhibitColumns} fit a phone)`,
        'shorten headings, leave columns out, or turn rows and columns round',
      ),
    ];
  },
};
