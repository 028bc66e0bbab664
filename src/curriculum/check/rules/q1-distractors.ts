import type { Item, Pack } from '../../model.ts';
import { findTermsIn } from '../../search/find-terms-in.ts';
import { shareText } from '../../share-text.ts';
import { magnitudeOf } from '../magnitude.ts';
import type { Context, Rule } from '../rule.ts';
import { distractorsOf, keysOf, plain } from '../text.ts';

/**
 * How much of the distractors is drawn from the subject: it names a term of the glossary, is a number where the
 * key is one, or is right in another question. A distractor without any of that may still be a good one (a wrong
 * step, told in plain words), so the share is shown and not judged.
 */
export const q1Distractors: Rule = {
  id: 'Q1',
  title: 'distractors come from the subject',
  scope: 'bank',
  figures(context) {
    const rightElsewhere = keysOfAll(context.pack);
    const drawn = context.pack.items.flatMap((item) =>
      distractorsOf(item).map(({ text }) => isDrawn(text, item, rightElsewhere, context)),
    );
    const share = drawn.filter(Boolean).length / Math.max(1, drawn.length);
    return [
      {
        what: 'distractors that are terms, numbers of the kind of the key, or right elsewhere',
        value: shareText(share),
        bound: 'shown only',
        ok: true,
        of: drawn.length,
        advice: 'nothing to do',
      },
    ];
  },
};

function keysOfAll({ items }: Pack): ReadonlySet<string> {
  return new Set(items.flatMap(keysOf).map(({ text }) => plain(text).toLowerCase()));
}

function isDrawn(text: string, item: Item, rightElsewhere: ReadonlySet<string>, { curriculum }: Context) {
  const written = plain(text);
  if (rightElsewhere.has(written.toLowerCase())) return true;
  const numeric = keysOf(item).some((key) => magnitudeOf(plain(key.text)) !== null);
  if (numeric && magnitudeOf(written) !== null) return true;
  return findTermsIn(written, curriculum).length > 0;
}
