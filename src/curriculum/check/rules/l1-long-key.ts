import { error, type Rule, warning } from '../rule.ts';
import { distractorsOf, keysOf, plain, wordsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** A key that says more than every distractor is found without knowing the subject. */
export const l1LongKey: Rule = {
  id: 'L1',
  title: 'the key is not clearly longer than every distractor',
  scope: 'item',
  check(item) {
    const longest = Math.max(...distractorsOf(item).map(({ text }) => plain(text).length));
    return keysOf(item).flatMap(({ text }) => {
      const ratio = plain(text).length / longest;
      if (wordsIn(text).length < THRESHOLDS.longKeyWords || ratio <= THRESHOLDS.longKeyWarning) return [];
      const level = ratio > THRESHOLDS.longKeyError ? error : warning;
      const bound = ratio > THRESHOLDS.longKeyError ? THRESHOLDS.longKeyError : THRESHOLDS.longKeyWarning;
      const message = `the key is ${ratio.toFixed(2)} times as long as the longest distractor (at most ${bound})`;
      return [level(message, 'shorten the key or give the distractors as much detail')];
    });
  },
};
