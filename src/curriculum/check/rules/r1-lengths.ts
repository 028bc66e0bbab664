import { readingEase } from '../reading-ease.ts';
import { type Breach, type Rule, warning } from '../rule.ts';
import { optionsOf, wordsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Stems and reasons of a length that is read on a phone, in words that do not stand in the way. */
export const r1Lengths: Rule = {
  id: 'R1',
  title: 'stem and reasons are of readable length and words',
  scope: 'item',
  allowance: THRESHOLDS.lengthShare,
  check(item) {
    const whys = 'why' in item ? [item.why] : optionsOf(item).map(({ why }) => why);
    return [
      ...outside('the stem', wordsIn(item.stem).length, THRESHOLDS.stemWords),
      ...outside('the reasons together', wordsIn(whys.join(' ')).length, THRESHOLDS.whyWords),
      ...hard(item.stem),
    ];
  },
};

function hard(stem: string): Breach[] {
  const ease = readingEase(stem);
  if (ease >= THRESHOLDS.stemEase) return [];
  const message = `the stem: reading ease ${ease.toFixed(0)}, wanted is at least ${THRESHOLDS.stemEase}`;
  return [warning(message, 'use shorter sentences and plainer words')];
}

export function outside(
  what: string,
  words: number,
  { least, most }: { least: number; most: number },
): Breach[] {
  if (words >= least && words <= most) return [];
  const advice =
    words < least ? 'tell more of the case or the reason' : 'leave out what the decision does not need';
  return [warning(`${what}: ${words} words, wanted are ${least} to ${most}`, advice)];
}
