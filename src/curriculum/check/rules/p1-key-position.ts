import { shareText } from '../../share-text.ts';
import type { Figure, Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';

const ADVICE = 'turn some of these lists round, or choose other values for their distractors';
const PLACES = 4;

/**
 * Where options keep their order (numbers, sizes), writers put the key in the middle. Other options are shuffled
 * for each member, so that their place in the file says nothing and is not judged.
 */
export const p1KeyPosition: Rule = {
  id: 'P1',
  title: 'in ordered options, every position holds the key about as often',
  scope: 'bank',
  figures({ pack }) {
    const positions = pack.items.flatMap((item) => {
      if (item.kind !== 'single' || !item.ordered || item.options.length !== PLACES) return [];
      return [item.options.findIndex(({ correct }) => correct)];
    });
    return [...shares(positions), evenness(positions), longestRun(positions)];
  },
};

function shares(positions: readonly number[]): Figure[] {
  const { least, most } = THRESHOLDS.positionShare;
  return Array.from({ length: PLACES }, (_, place) => {
    const part = countAt(positions, place) / Math.max(1, positions.length);
    return {
      what: `ordered options with the key at ${'ABCD'[place]}`,
      value: shareText(part),
      bound: `${least * 100} to ${most * 100} %`,
      ok: part >= least && part <= most,
      of: positions.length,
      advice: ADVICE,
    };
  });
}

/** Chi-square against an even spread. */
function evenness(positions: readonly number[]): Figure {
  const expected = Math.max(1, positions.length) / PLACES;
  const terms = Array.from(
    { length: PLACES },
    (_, place) => (countAt(positions, place) - expected) ** 2 / expected,
  );
  const chiSquare = terms.reduce((sum, term) => sum + term, 0);
  return {
    what: 'unevenness of key positions (chi-square)',
    value: chiSquare.toFixed(1),
    bound: `at most ${THRESHOLDS.positionChiSquare}`,
    ok: chiSquare <= THRESHOLDS.positionChiSquare,
    of: positions.length,
    advice: ADVICE,
  };
}

function longestRun(positions: readonly number[]): Figure {
  let longest = 0;
  let run = 0;
  for (const [index, position] of positions.entries()) {
    run = position === positions[index - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return {
    what: 'equal key positions in a row',
    value: `${longest}`,
    bound: `at most ${THRESHOLDS.positionRun}`,
    ok: longest <= THRESHOLDS.positionRun,
    of: positions.length,
    advice: ADVICE,
  };
}

function countAt(positions: readonly number[], place: number): number {
  return positions.filter((position) => position === place).length;
}
