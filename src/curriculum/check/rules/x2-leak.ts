import { bareId } from '../../ids.ts';
import { cosines } from '../cosine.ts';
import { type PlacedBreach, type Rule, warning } from '../rule.ts';
import { keysOf, plain, stemsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** A stem that is about the same case and names the other's key gives it away to whoever meets both. */
export const x2Leak: Rule = {
  id: 'X2',
  title: 'no stem answers another question',
  scope: 'pack',
  check({ pack: { items } }) {
    const stems = items.map(({ stem }) => ` ${plain(stem).toLowerCase()} `);
    const pairs = cosines(
      items.map(({ stem }) => stemsIn(stem)),
      THRESHOLDS.leakLikeness,
    );
    return pairs
      .flatMap(({ a, b }) => [
        [a, b],
        [b, a],
      ])
      .flatMap(([asked = 0, told = 0]): PlacedBreach[] => {
        const item = items[asked];
        const teller = items[told];
        const key =
          item && keysOf(item).find(({ text }) => stems[told]?.includes(` ${plain(text).toLowerCase()} `));
        if (!item || !teller || !key) return [];
        const message = `the stem of "${bareId(teller.id)}" tells this one's key, "${key.text}"`;
        return [{ ...warning(message, 'reword that stem, or tell another case here'), at: item }];
      });
  },
};
