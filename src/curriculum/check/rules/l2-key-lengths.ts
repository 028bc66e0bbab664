import type { Item } from '../../model.ts';
import { shareText } from '../../share-text.ts';
import type { Figure, Rule } from '../rule.ts';
import { distractorsOf, keysOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

interface Lengths {
  readonly key: number;
  readonly others: readonly number[];
}

const ADVICE = 'rewrite keys that stand out in length, and distractors with them';

/** Over the bank, the key is the longest or the shortest option no more often than chance. */
export const l2KeyLengths: Rule = {
  id: 'L2',
  title: 'over the bank, length does not give the key away',
  scope: 'bank',
  figures({ pack }) {
    const all = pack.items.flatMap(lengthsOf);
    const { least, most } = THRESHOLDS.meanLengthRatio;
    const ratio = mean(all.map(({ key, others }) => key / mean(others)));
    return [
      share('key is the longest of four options', all, ({ key, others }) => key > Math.max(...others)),
      share('key is the shortest of four options', all, ({ key, others }) => key < Math.min(...others)),
      {
        what: 'mean length of key against distractors',
        value: ratio.toFixed(2),
        bound: `${least} to ${most}`,
        ok: ratio >= least && ratio <= most,
        of: all.length,
        advice: ADVICE,
      },
    ];
  },
};

function lengthsOf(item: Item): Lengths[] {
  const [key] = keysOf(item);
  if (item.kind !== 'single' || item.options.length !== 4 || !key) return [];
  return [{ key: plain(key.text).length, others: distractorsOf(item).map(({ text }) => plain(text).length) }];
}

function share(what: string, all: readonly Lengths[], is: (lengths: Lengths) => boolean): Figure {
  const part = all.length === 0 ? 0 : all.filter(is).length / all.length;
  const most = THRESHOLDS.longestKeyShare;
  const bound = `at most ${most * 100} %`;
  return {
    what,
    value: shareText(part),
    bound,
    ok: part <= most,
    of: all.length,
    advice: ADVICE,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 1 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
