import { error, type Rule, warning } from '../rule.ts';
import { distractorsOf, keysOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** The flaw rule's words; "all-in-one" and its like are names. */
const ABSOLUTE =
  /(?<!-)\b(?:always|never|none|all|completely|absolutely|totally|definitely|incapable|inevitable|inevitably)\b(?!-)/i;

/** Test-wise candidates strike out whatever is always or never so. */
export const a1Absolutes: Rule = {
  id: 'A1',
  title: 'no absolute words in options',
  scope: 'item',
  allowance: THRESHOLDS.absoluteShare,
  check(item) {
    const has = ({ text }: { readonly text: string }) => ABSOLUTE.test(plain(text));
    const wrong = distractorsOf(item).find(has);
    const right = keysOf(item).find(has);
    const advice = 'say it without the absolute word';
    if (wrong && !right) return [error(`only a wrong option is absolute: "${wrong.text}"`, advice)];
    return right ? [warning(`an option is absolute: "${right.text}"`, advice)] : [];
  },
};
