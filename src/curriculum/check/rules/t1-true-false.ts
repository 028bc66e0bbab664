import { type Rule, warning } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const VERDICT = /^(?:true|false|yes|no)(?:[,;:.]|$)/i;

/** A bank of verdicts is guessed at even odds. */
export const t1TrueFalse: Rule = {
  id: 'T1',
  title: 'no true/false or yes/no options',
  scope: 'item',
  allowance: THRESHOLDS.trueFalseShare,
  check(item) {
    const verdicts = optionsOf(item).filter(({ text }) => VERDICT.test(plain(text)));
    if (verdicts.length === 0) return [];
    return [
      warning(
        `an option begins with a verdict: "${verdicts[0]?.text}"`,
        'ask for the cause, the part or the step',
      ),
    ];
  },
};
