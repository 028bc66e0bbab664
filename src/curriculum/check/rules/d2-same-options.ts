import { bareId } from '../../ids.ts';
import type { Item } from '../../model.ts';
import { error, type PlacedBreach, type Rule } from '../rule.ts';
import { keysOf, optionsOf, plain } from '../text.ts';

/** Two questions with the same options and the same key teach the answer, not the subject. */
export const d2SameOptions: Rule = {
  id: 'D2',
  title: 'no two questions share all options and the key',
  scope: 'pack',
  check({ pack }) {
    const first = new Map<string, Item>();
    return pack.items.flatMap((item): PlacedBreach[] => {
      if (optionsOf(item).length === 0) return [];
      const signature = signatureOf(item);
      const other = first.get(signature);
      if (!other) first.set(signature, item);
      if (!other) return [];
      const message = `same options and key as "${bareId(other.id)}" (${other.place.file}:${other.place.line})`;
      return [{ ...error(message, 'change the distractors or the case'), at: item }];
    });
  },
};

function signatureOf(item: Item): string {
  const sorted = (options: readonly { readonly text: string }[]) =>
    options.map(({ text }) => plain(text).toLowerCase()).sort();
  return JSON.stringify([sorted(optionsOf(item)), sorted(keysOf(item))]);
}
