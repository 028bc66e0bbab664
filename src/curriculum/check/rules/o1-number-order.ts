import { magnitudeOf } from '../magnitude.ts';
import { error, type Rule } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';

/** Options that are numbers go up or down and are shown as they stand. */
export const o1NumberOrder: Rule = {
  id: 'O1',
  title: 'numeric options stand in order',
  scope: 'item',
  check(item) {
    const values = optionsOf(item).map(({ text }) => magnitudeOf(plain(text))?.value ?? null);
    if (values.length < 2 || (item.kind !== 'single' && item.kind !== 'multiple')) return [];
    const numbers = values.filter((value) => value !== null);
    if (numbers.length < values.length) return [];
    if (!isMonotonic(numbers))
      return [error('numeric options are out of order', 'sort them and set ordered: true')];
    return item.ordered ? [] : [error('numeric options would be shuffled', 'set ordered: true')];
  },
};

function isMonotonic(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => Math.sign(number - (numbers[index] ?? 0)));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}
