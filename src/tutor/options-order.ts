import type { ChoiceItem } from '../curriculum/model.ts';
import { seededRandom, shuffle } from './random.ts';

/**
 * The options in the order in which they are shown: position → index in the file. The same seed always gives
 * the same order. An item whose options have an order of their own keeps it.
 */
export function optionOrder(item: Pick<ChoiceItem, 'ordered' | 'options'>, seed: string): number[] {
  const inFile = item.options.map((_, index) => index);
  return item.ordered ? inFile : shuffle(inFile, seededRandom(seed));
}
