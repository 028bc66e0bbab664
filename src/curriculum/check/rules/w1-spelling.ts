import { packProse } from '../prose.ts';
import { type PlacedBreach, type Rule, warning } from '../rule.ts';
import { britishWords } from '../spelling.ts';

/** A pack in American English is in American English throughout: two spellings of one word look like two words. */
export const w1Spelling: Rule = {
  id: 'W1',
  title: 'one spelling throughout',
  scope: 'pack',
  check({ pack }) {
    if (pack.language !== 'en-US') return [];
    return packProse(pack).flatMap(({ at, texts }): PlacedBreach[] => {
      const [first, ...others] = texts.flatMap(britishWords);
      if (!first) return [];
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      const message = `"${first.word}"${more}: the pack is in American English`;
      return [{ ...warning(message, `write "${first.instead}"`), at }];
    });
  },
};
