import { type Breach, error, type Rule, warning } from '../rule.ts';
import { questionOf } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const MARKED = /\b(?:NOT|EXCEPT|LEAST|NEVER)\b/;
/** The negation belongs to what is asked for, not to the symptom that is told. */
const HIDDEN =
  /\b(?:which|what)\b(?:\s+(?!why|when|that|because|if|explains?)[\w'’-]+){0,4}?\s+(?:(?:is|are|was|would|should|does|do|can|could|will)\s*not\b|\w+n['’]t\b|cannot\b)|\bexcept\b|\bleast likely\b|\bis (?:false|incorrect)\b/i;

/** Negative wording tests careful reading; where the exam does it, the word must leap to the eye. */
export const n2NegativeStem: Rule = {
  id: 'N2',
  title: 'negative stems are few and marked',
  scope: 'item',
  allowance: THRESHOLDS.negativeShare,
  check({ stem }): Breach[] {
    const question = questionOf(stem);
    if (MARKED.test(question))
      return [warning('the question is negative', 'ask for what is right if it can be asked so')];
    if (!HIDDEN.test(question)) return [];
    return [
      error(
        'the question is negative without saying so loudly',
        'ask positively, or write **NOT** in bold capitals',
      ),
    ];
  },
};
