import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from '../../src/tutor/apportion.ts';

const roomy = (weights: readonly number[]) => weights.map((weight) => ({ weight, room: 1_000, owed: 0 }));

describe('apportion', () => {
  test.each([
    [10, [0.28, 0.25, 0.23, 0.13, 0.11], [3, 3, 2, 1, 1]],
    [10, [0.4, 0.3, 0.2, 0.1], [4, 3, 2, 1]],
    [1, [0.4, 0.6], [0, 1]],
    [3, [0, 0, 0], [1, 1, 1]],
    [0, [1, 1], [0, 0]],
    [5, [], []],
  ])('%i seats by %j', (seats, weights, expected) => {
    expect(apportion(seats, roomy(weights))).toEqual(expected);
  });

  test('what has no room goes to the others', () => {
    const claimants = [
      { weight: 0.8, room: 1, owed: 0 },
      { weight: 0.2, room: 9, owed: 0 },
    ];
    expect(apportion(5, claimants)).toEqual([1, 4]);
  });

  test('single seats, round after round, come to the weights', () => {
    const weights = [0.4, 0.3, 0.2, 0.1];
    const had = [0, 0, 0, 0];
    for (let round = 0; round < 50; round += 1) {
      const claimants = weights.map((weight, n) => ({
        weight,
        room: 9,
        owed: weight * round - (had[n] ?? 0),
      }));
      apportion(1, claimants).forEach((seats, n) => {
        had[n] = (had[n] ?? 0) + seats;
      });
    }
    expect(had).toEqual([20, 15, 10, 5]);
  });

  test('gives out all seats or fills all room, and stays within one seat of the fair share where room allows', () => {
    const claimant = fc.record({
      weight: fc.nat(100),
      room: fc.nat(20),
      owed: fc.integer({ min: -5, max: 5 }),
    });
    fc.assert(
      fc.property(fc.nat(60), fc.array(claimant, { maxLength: 8 }), (seats, claimants) => {
        const given = apportion(seats, claimants);
        const room = claimants.reduce((sum, one) => sum + one.room, 0);
        expect(given.reduce((sum, n) => sum + n, 0)).toBe(Math.min(seats, room));
        given.forEach((n, index) => {
          expect(n).toBeLessThanOrEqual(claimants[index]?.room ?? 0);
        });
        const weights = claimants.reduce((sum, one) => sum + one.weight, 0);
        if (weights === 0 || claimants.some((one) => one.room < seats)) return;
        given.forEach((n, index) => {
          expect(Math.abs(n - (seats * (claimants[index]?.weight ?? 0)) / weights)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});
