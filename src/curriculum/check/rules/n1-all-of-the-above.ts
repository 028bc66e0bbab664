import { error, type Rule } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';

const REFERS_TO_OTHERS =
  /\b(?:[Aa]ll|[Nn]one|[Bb]oth|[Aa]ny|[Nn]either) of (?:the above|these|the others|them)\b|\b[A-E] (?:and|or) [A-E]\b/;

/** Options that point at others reward partial knowledge and break when options are shuffled. */
export const n1AllOfTheAbove: Rule = {
  id: 'N1',
  title: 'no option refers to other options',
  scope: 'item',
  check(item) {
    const pointing = optionsOf(item).filter(({ text }) => REFERS_TO_OTHERS.test(plain(text)));
    return pointing.map(({ text }) =>
      error(`the option "${text}" refers to others`, 'replace it with one that stands alone'),
    );
  },
};
