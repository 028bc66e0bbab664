import { error, type Rule, warning } from '../rule.ts';
import { distractorsOf, optionsOf, plain } from '../text.ts';

/** Two options that read the same cannot be told apart; three options are allowed, four are the house's habit. */
export const s1Options: Rule = {
  id: 'S1',
  title: 'options are distinct and enough',
  scope: 'item',
  check(item) {
    const texts = optionsOf(item).map(({ text }) => plain(text).toLowerCase().replace(/[.!]$/, ''));
    const twice = texts.find((text, index) => texts.indexOf(text) !== index);
    if (twice !== undefined) return [error(`two options say "${twice}"`, 'replace one of them')];
    if (item.kind === 'single' && distractorsOf(item).length < 3) {
      return [
        warning(
          `${texts.length} options instead of 4`,
          'add a distractor that tempts someone who half knows',
        ),
      ];
    }
    return [];
  },
};
