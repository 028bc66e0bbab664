import { error, type Rule } from '../rule.ts';
import { plain, questionOf } from '../text.ts';

const ARTICLE_AT_END = /\b(?:a|an)\s*(?:_+)?\s*[?:.]?$/i;
const PLURAL_LEAD_IN = /\b(?:which|what)\s+(?:\w+\s+)?are\b/i;
const SINGULAR_LEAD_IN = /\bwhich\s+(?:one\s+)?(?!two|three)\w+\s+(?:is|does|was|has)\b/i;

/** The lead-in's grammar fits every option, and its number the number of keys. */
export const g1GrammarCue: Rule = {
  id: 'G1',
  title: 'grammar does not narrow the options down',
  scope: 'item',
  check(item) {
    const question = questionOf(item.stem);
    if (ARTICLE_AT_END.test(plain(item.stem))) {
      return [
        error('the stem ends with "a" or "an", which only some options can follow', 'ask a whole question'),
      ];
    }
    if (item.kind === 'single' && PLURAL_LEAD_IN.test(question)) {
      return [error('the question asks for several, but one option is correct', 'ask in the singular')];
    }
    if (item.kind === 'multiple' && SINGULAR_LEAD_IN.test(question)) {
      return [error('the question asks for one, but several options are correct', 'ask in the plural')];
    }
    return [];
  },
};
