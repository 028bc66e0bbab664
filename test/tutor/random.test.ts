import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integerBelow, seededRandom, shuffle } from '../../src/tutor/random.ts';

/** Pearson's statistic of counts against equal expectation. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

/** Upper 0.1 % points of the chi-square distribution by degrees of freedom (NIST e-Handbook 1.3.6.7.4). */
const CRITICAL = { 3: 16.266, 9: 27.877, 23: 49.728, 99: 148.23 } as const;
const SEEDS = 10_000;

/** Seeds as they occur: a long shared start and a running number. */
const seedOf = (n: number) => `1190012345678901234:core1/smtp-relay:${n}`;

describe('shuffle over 10,000 seeds', () => {
  const orders = Array.from({ length: SEEDS }, (_, n) => shuffle([0, 1, 2, 3], seededRandom(seedOf(n))));

  test.each([0, 1, 2, 3])('option %i stands in every place equally often', (option) => {
    const counts = [0, 1, 2, 3].map((place) => orders.filter((order) => order[place] === option).length);
    expect(chiSquare(counts)).toBeLessThan(CRITICAL[3]);
  });

  test('all 24 orders are equally frequent', () => {
    const counts = new Map<string, number>();
    for (const order of orders) counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(CRITICAL[23]);
  });
});

test('shuffle keeps every item, and leaves its argument alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items];
      const after = shuffle(items, seededRandom(seed));
      expect(items).toEqual(before);
      expect(after.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
    }),
  );
});

describe('seededRandom', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('')).not.toEqual(draw('\0'));
  });

  test('stays as it is: orders that were shown must come back after an update', () => {
    expect(shuffle(['a', 'b', 'c', 'd', 'e'], seededRandom('fixed'))).toEqual(['e', 'b', 'c', 'd', 'a']);
  });

  test('fills [0, 1) evenly', () => {
    const random = seededRandom('evenly');
    const counts = new Array<number>(100).fill(0);
    for (let n = 0; n < 100_000; n += 1) {
      const cell = Math.floor(random() * 100);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(counts).toHaveLength(100);
    expect(chiSquare(counts)).toBeLessThan(CRITICAL[99]);
  });

  test('the first numbers of neighbouring seeds have nothing to do with each other', () => {
    const counts = new Array<number>(10).fill(0);
    for (let n = 0; n < SEEDS; n += 1) {
      const step = (seededRandom(seedOf(n + 1))() - seededRandom(seedOf(n))() + 1) % 1;
      const cell = Math.floor(step * 10);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(CRITICAL[9]);
  });
});

test('integerBelow draws again where a remainder would be biased', () => {
  const draws = [(2 ** 32 - 1) / 2 ** 32, 0.5];
  const random = () => draws.shift() ?? 0;
  expect(integerBelow(3, random)).toBe(2 ** 31 % 3);
  expect(draws).toEqual([]);
});
