import type { Item } from '../../model.ts';
import { shareText } from '../../share-text.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../text.ts';

/** The outlines put most objectives as "given a scenario". */
const LEAST_SHARE = 0.6;
/** A stem that begins with its question tells no case. */
const ASKS_AT_ONCE = /^(?:which|what|how|why|when|where|who|name|choose|select)\b/i;

export function opensWithSituation({ stem }: Item): boolean {
  return !ASKS_AT_ONCE.test(plain(stem));
}

export const situation: Rule = {
  id: 'situation',
  title: 'most questions open with a situation',
  scope: 'bank',
  figures({ pack: { items } }) {
    const share = items.filter(opensWithSituation).length / Math.max(1, items.length);
    return [
      {
        what: 'questions that open with a situation',
        value: shareText(share),
        bound: `at least ${LEAST_SHARE * 100} %`,
        ok: share >= LEAST_SHARE,
        of: items.length,
        advice: 'begin with who, what they see and what they want',
      },
    ];
  },
};
