import type { Rule } from '../rule.ts';
import { wordsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { outside } from './r1-lengths.ts';

/** One to three sentences: what it is, what it is for, the number to know. */
export const r3DefinitionLength: Rule = {
  id: 'R3',
  title: 'definitions are short paragraphs',
  scope: 'term',
  check: ({ definition }) =>
    outside('the definition', wordsIn(definition).length, THRESHOLDS.definitionWords),
};
