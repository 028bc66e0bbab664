import type { Item } from '../../model.ts';
import { shareText } from '../../share-text.ts';
import type { Rule } from '../rule.ts';
import { distractorsOf, keysOf, optionsOf, plain, stemsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/**
 * A word of the stem that only one wrong option repeats draws the careless to it. That may be what a good
 * distractor does, so the share is shown and nothing is held against it.
 */
export const c2ReverseClang: Rule = {
  id: 'C2',
  title: 'words of the stem in one distractor alone',
  scope: 'bank',
  figures({ pack }) {
    const choices = pack.items.filter((item) => optionsOf(item).length > 0);
    const share = choices.filter(luresByWord).length / Math.max(1, choices.length);
    return [
      {
        what: 'questions with a word of the stem in one distractor alone',
        value: shareText(share),
        bound: 'shown only',
        ok: true,
        of: choices.length,
        advice: 'nothing to do',
      },
    ];
  },
};

function luresByWord(item: Item): boolean {
  const inStem = new Set(stemsIn(plain(item.stem), THRESHOLDS.clangLetters));
  const inKeys = new Set(keysOf(item).flatMap(({ text }) => stemsIn(text)));
  const holders = new Map<string, number>();
  for (const { text } of distractorsOf(item))
    for (const word of new Set(stemsIn(text, THRESHOLDS.clangLetters)))
      holders.set(word, (holders.get(word) ?? 0) + 1);
  return [...holders].some(([word, count]) => count === 1 && inStem.has(word) && !inKeys.has(word));
}
