/** What single and multiple response share: a response is a set of option indices. */
import type { ChoiceItem } from '../../curriculum/model.ts';
import type { Selection } from '../types.ts';

/** The right options, ascending. */
export function rightOptions(item: Pick<ChoiceItem, 'options'>): Selection {
  return item.options.flatMap((option, index) => (option.correct ? [index] : []));
}

/** A set of exactly `size` indices of the item's options, ascending; null for anything else. */
export function parseSelection(
  item: Pick<ChoiceItem, 'options'>,
  size: number,
  value: unknown,
): Selection | null {
  if (!Array.isArray(value) || value.length !== size) return null;
  const indices: number[] = [];
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'number' || !Number.isInteger(entry)) return null;
    if (entry < 0 || entry >= item.options.length || indices.includes(entry)) return null;
    indices.push(entry);
  }
  return indices.sort((a, b) => a - b);
}

/** How many of the chosen options are right. */
export function countRight(item: Pick<ChoiceItem, 'options'>, selection: Selection): number {
  return selection.filter((index) => item.options[index]?.correct === true).length;
}
