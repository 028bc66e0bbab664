import { describe, expect, test } from 'vitest';
import { countsAsSet, medianMs, progressOf, type SessionAnswer, summarize } from '../../src/tutor/session.ts';
import { curriculumOf, OUTLINE, singleItem } from './small-curriculum.ts';

const ITEMS = [
  singleItem({ id: 'a', objectives: ['other/9.9', 'ex/3.1'], terms: ['p/x', 'p/y'] }),
  singleItem({ id: 'b', objectives: ['ex/3.1'], terms: ['p/y'] }),
  singleItem({ id: 'c', objectives: ['ex/1.2'], terms: ['p/z'] }),
  singleItem({ id: 'd', objectives: ['other/1.1'], terms: ['p/w'] }),
];
const CURRICULUM = curriculumOf(ITEMS);
const answer = (item: string, correct: boolean, ms: number | null = 10_000): SessionAnswer => ({
  item,
  correct,
  ms,
  points: correct ? 2 : 1,
});

describe('summarize', () => {
  const answers = [
    answer('a', false, 4_000),
    answer('b', false, null),
    answer('c', true, 8_000),
    answer('d', false),
  ];
  const summary = summarize(10, answers, OUTLINE, CURRICULUM);

  test('counts', () => {
    expect(summary).toMatchObject({
      asked: 10,
      answered: 4,
      right: 1,
      points: 5,
      countsAsSet: true,
      medianMs: 8_000,
    });
  });

  test('scores by domain, in the outline order, without what lies outside it', () => {
    expect(summary.byDomain.map(({ domain, answered, right }) => [domain.code, right, answered])).toEqual([
      ['1.0', 1, 1],
      ['3.0', 0, 2],
    ]);
  });

  test('says what to review, most missed first', () => {
    expect(summary.misses).toEqual(['a', 'b', 'd']);
    expect(summary.termsToReview).toEqual(['p/y', 'p/x', 'p/w']);
    expect(summary.objectivesToReview.map((objective) => objective.code)).toEqual(['3.1']);
  });

  test('an item that has since left the packs still counts in the score', () => {
    expect(summarize(1, [answer('gone', false)], OUTLINE, CURRICULUM)).toMatchObject({
      answered: 1,
      right: 0,
      byDomain: [],
      misses: ['gone'],
      termsToReview: [],
    });
  });

  test('nothing answered', () => {
    expect(summarize(5, [], OUTLINE, CURRICULUM)).toMatchObject({
      answered: 0,
      countsAsSet: false,
      medianMs: null,
    });
  });
});

test('progress before, within and after a set', () => {
  const right = { correct: true };
  expect(progressOf(3, [])).toEqual({ place: 1, total: 3, answered: 0, right: 0, finished: false });
  expect(progressOf(3, [right, { correct: false }])).toMatchObject({
    place: 3,
    answered: 2,
    right: 1,
    finished: false,
  });
  expect(progressOf(3, [right, right, right])).toMatchObject({ place: 3, answered: 3, finished: true });
});

test('three answers make a set', () => {
  expect([2, 3, 4].map(countsAsSet)).toEqual([false, true, true]);
});

test('the median of an even number lies between the two in the middle', () => {
  expect(medianMs([9, 1, null, 2, 4])).toBe(3);
});
