import { bareId } from '../../ids.ts';
import type { Item } from '../../model.ts';
import { type PlacedBreach, type Rule, warning } from '../rule.ts';
import { keysOf, optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** One answer that is right again and again under one objective is learnt as the answer, not as the subject. */
export const d3SameKey: Rule = {
  id: 'D3',
  title: 'no key is asked for too often under one objective',
  scope: 'pack',
  check({ pack }) {
    const groups = new Map<string, Item[]>();
    for (const item of pack.items) {
      if (optionsOf(item).length === 0) continue;
      const group = groupOf(item);
      groups.set(group, [...(groups.get(group) ?? []), item]);
    }
    return [...groups.values()].flatMap(breachesOf);
  },
};

function groupOf(item: Item): string {
  const keys = keysOf(item).map(({ text }) => plain(text).toLowerCase());
  return JSON.stringify([item.objectives[0], ...keys.sort()]);
}

function breachesOf(items: readonly Item[]): PlacedBreach[] {
  const last = items.at(-1);
  if (!last || items.length <= THRESHOLDS.sameKey) return [];
  const key = keysOf(last)
    .map(({ text }) => text)
    .join('", "');
  const ids = items.map(({ id }) => bareId(id)).join(', ');
  const message = `"${key}" is the key of ${items.length} questions of ${last.objectives[0]} (at most ${THRESHOLDS.sameKey}): ${ids}`;
  return [{ ...warning(message, 'ask for something else in some of them'), at: last }];
}
