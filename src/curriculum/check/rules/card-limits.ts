import { error, type Rule } from '../rule.ts';

const ADVICE = 'shorten its longest texts';

/** What is written fits the card on which it is shown. */
export const termCardLimits: Rule = {
  id: 'card',
  title: 'the term fits its card',
  scope: 'term',
  check(term, { cardFits, curriculum }) {
    const problem = cardFits(curriculum, { kind: 'term', term });
    return problem === null ? [] : [error(`the card is too large: ${problem}`, ADVICE)];
  },
};

/** The same for questions, with every option and every reason open. */
export const itemCardLimits: Rule = {
  id: 'card',
  title: 'the question fits its card',
  scope: 'item',
  check(item, { cardFits, curriculum }) {
    const problem = cardFits(curriculum, { kind: 'item', item });
    return problem === null ? [] : [error(`the card is too large: ${problem}`, ADVICE)];
  },
};
