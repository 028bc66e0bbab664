import { describe, expect, test } from 'vitest';
import { multiple } from '../../../src/tutor/kinds/multiple.ts';
import { multipleItem } from '../small-curriculum.ts';

const twoOfFive = multipleItem({ id: 'p/q', objectives: ['ex/1.1'] }, [1, 3]);
const threeOfSix = multipleItem({ id: 'p/q', objectives: ['ex/1.1'] }, [0, 1, 2], 6);

describe('multiple response', () => {
  test('half right and half wrong earns nothing; two of three right a third', () => {
    expect(multiple.grade(twoOfFive, [1, 2])).toEqual({ correct: false, credit: 0 });
    expect(multiple.grade(threeOfSix, [0, 1, 5])).toEqual({ correct: false, credit: 1 / 3 });
    expect(multiple.grade(threeOfSix, [0, 4, 5])).toEqual({ correct: false, credit: 0 });
  });

  test('takes exactly as many options as the card asks for, in any order', () => {
    expect(multiple.parseResponse(twoOfFive, [3, 1])).toEqual([1, 3]);
    expect(multiple.parseResponse(twoOfFive, [1])).toBeNull();
    expect(multiple.parseResponse(twoOfFive, [1, 2, 3])).toBeNull();
  });

  test('a blind guess at two of five is right once in ten, at three of six once in twenty', () => {
    expect([multiple.guessRate(twoOfFive), multiple.guessRate(threeOfSix)]).toEqual([1 / 10, 1 / 20]);
  });
});
