import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAILY_POINTS_CAP, isRapidGuess, pointsFor, type ScoredAnswer } from '../../src/tutor/points.ts';
import { ANSWER_PLACES } from '../../src/tutor/types.ts';

const answer = (over: Partial<ScoredAnswer>): ScoredAnswer => ({
  place: 'quiz',
  correct: true,
  attempt: 'first',
  ms: 20_000,
  afterReveal: false,
  ...over,
});

const anyAnswer: fc.Arbitrary<ScoredAnswer> = fc.record({
  place: fc.constantFrom(...ANSWER_PLACES),
  correct: fc.boolean(),
  attempt: fc.constantFrom('first' as const, 'after-miss' as const, 'repeat' as const),
  ms: fc.option(fc.nat(60_000)),
  afterReveal: fc.boolean(),
});

describe('pointsFor', () => {
  test.each([
    ['daily, right', { place: 'daily' }, 15],
    ['daily, wrong', { place: 'daily', correct: false }, 10],
    ['daily, time unknown', { place: 'daily', ms: null }, 15],
    ['quiz, right', {}, 2],
    ['quiz, wrong', { correct: false }, 1],
    ['a miss again, right', { attempt: 'after-miss' }, 2],
    ['a miss again, wrong', { attempt: 'after-miss', correct: false }, 2],
    ['a miss again, as the daily question', { place: 'daily', attempt: 'after-miss' }, 2],
    ['a known item again', { attempt: 'repeat' }, 0],
    ['a known item again, as the daily question', { place: 'daily', attempt: 'repeat' }, 0],
    ['too fast to have been read', { place: 'daily', ms: 1_999 }, 0],
    ['just slow enough', { place: 'daily', ms: 2_000 }, 15],
    ['after the reveal', { place: 'daily', afterReveal: true }, 0],
  ] satisfies [string, Partial<ScoredAnswer>, number][])('%s', (_, over, points) => {
    expect(pointsFor(answer(over), 0)).toBe(points);
  });

  test.each([
    [46, 14],
    [59, 1],
    [60, 0],
    [75, 0],
  ])('with %i points today a right daily answer brings %i', (soFar, points) => {
    expect(pointsFor(answer({ place: 'daily' }), soFar)).toBe(points);
  });

  test('no run of answers brings more than the cap on a date, or ever takes a point away', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 80 }), (answers) => {
        let total = 0;
        for (const one of answers) {
          const points = pointsFor(one, total);
          expect(points).toBeGreaterThanOrEqual(0);
          total += points;
        }
        expect(total).toBeLessThanOrEqual(DAILY_POINTS_CAP);
      }),
    );
  });
});

test('an unknown time is not a rapid guess', () => {
  expect([isRapidGuess(null), isRapidGuess(0), isRapidGuess(2_000)]).toEqual([false, true, false]);
});
