import { error, type Rule } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';

/** An option made of two others (K-type) lets half a knowledge do. */
export const k2Combinations: Rule = {
  id: 'K2',
  title: 'no option combines others',
  scope: 'item',
  check(item) {
    const texts = optionsOf(item).map(({ text }) => plain(text).toLowerCase());
    const combined = texts.find((text) => {
      const parts = text.split(/\s*(?:,|;|&|\+|\band\b|\bor\b|\bplus\b)\s*/).filter((part) => part !== '');
      return parts.length > 1 && parts.every((part) => part !== text && texts.includes(part));
    });
    return combined === undefined
      ? []
      : [error(`"${combined}" combines other options`, 'make it one thing of its own')];
  },
};
