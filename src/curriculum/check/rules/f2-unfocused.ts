import { type Rule, warning } from '../rule.ts';
import { plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const UNFOCUSED =
  /\bwhich (?:one )?(?:of (?:the following|these)(?: statements)?|statements?) (?:\w+ ){0,3}(?:is|are) (?:true|correct|accurate|false)\b|\bwhat is true (?:of|about)\b/i;

/** "Which is true" puts four questions into one; the stem should be answerable before the options are read. */
export const f2Unfocused: Rule = {
  id: 'F2',
  title: 'the stem is focused',
  scope: 'item',
  allowance: THRESHOLDS.unfocusedShare,
  check({ stem }) {
    if (!UNFOCUSED.test(plain(stem))) return [];
    return [
      warning('the stem asks which statement is true', 'ask for the one thing that the options differ in'),
    ];
  },
};
