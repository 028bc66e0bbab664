import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BoardEntry, boardFor, periodDates, rank } from '../../src/tutor/leaderboard.ts';

const entries = (...scores: number[]): BoardEntry[] => scores.map((score, n) => ({ member: `m${n}`, score }));
const shown = (ranked: readonly { place: number; member: string }[]) =>
  ranked.map(({ place, member }) => `${place} ${member}`);

describe('rank', () => {
  test('ties share a place and the next is skipped', () => {
    expect(rank(entries(5, 9, 9, 5, 1)).map(({ place }) => place)).toEqual([1, 1, 3, 3, 5]);
  });

  test('a place is one more than the number of those with more, in any order of entry', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 20 }), (scores) => {
        const all = entries(...scores);
        const ranked = rank(all);
        for (const { place, score } of ranked)
          expect(place).toBe(1 + scores.filter((other) => other > score).length);
        expect(rank(all.toReversed())).toEqual(ranked);
      }),
    );
  });
});

describe('boardFor', () => {
  const eight = entries(80, 70, 60, 50, 40, 30, 20, 10);

  test('shows the own place between two neighbours below the top', () => {
    const board = boardFor(eight, 'm6');
    expect(shown(board.top)).toEqual(['1 m0', '2 m1', '3 m2', '4 m3', '5 m4']);
    expect(shown(board.around)).toEqual(['6 m5', '7 m6', '8 m7']);
    expect(board).toMatchObject({ own: { place: 7, score: 20 }, size: 8 });
  });

  test('the last has one neighbour; who is in the top needs none; a stranger has no place', () => {
    expect(shown(boardFor(eight, 'm7').around)).toEqual(['7 m6', '8 m7']);
    expect(boardFor(eight, 'm2')).toMatchObject({ own: { place: 3 }, around: [] });
    expect(boardFor(eight, 'nobody')).toMatchObject({ own: null, around: [] });
    expect(boardFor([], 'm0')).toEqual({ top: [], own: null, around: [], size: 0 });
  });
});

describe('periodDates', () => {
  test.each([
    ['week', '2026-11-23T00:00Z', 'UTC', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29T23:59Z', 'UTC', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29T23:59Z', 'Pacific/Auckland', '2026-11-30', '2026-12-06'],
    ['week', '2027-01-01T12:00Z', 'UTC', '2026-12-28', '2027-01-03'],
    ['month', '2028-02-10T12:00Z', 'UTC', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-01T02:00Z', 'America/New_York', '2026-11-01', '2026-11-30'],
    ['month', '2026-12-31T12:00Z', 'UTC', '2026-12-01', '2026-12-31'],
  ] as const)('%s of %s in %s', (period, now, zone, from, to) => {
    expect(periodDates(period, Date.parse(now), zone)).toEqual({ from, to });
  });

  test('all has no bounds', () => {
    expect(periodDates('all', 0, 'UTC')).toEqual({ from: null, to: null });
  });
});
