import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optionOrder } from '../../src/tutor/options-order.ts';
import { singleItem } from './small-curriculum.ts';

const item = singleItem({ id: 'p/q', objectives: ['ex/1.1'] });

describe('optionOrder', () => {
  test('holds every option once, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const order = optionOrder(item, seed);
        expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
        expect(optionOrder(item, seed)).toEqual(order);
      }),
    );
  });

  test('keeps options that have an order of their own', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(optionOrder({ ...item, ordered: true }, seed)).toEqual([0, 1, 2, 3]);
      }),
    );
  });

  test('puts the key in every place for some seed', () => {
    const places = Array.from({ length: 50 }, (_, n) => optionOrder(item, `seed ${n}`).indexOf(0));
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  });
});
