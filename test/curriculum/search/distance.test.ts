import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slips, within } from '../../../src/curriculum/search/distance.ts';
import { areNeighbours, slipWeight } from '../../../src/curriculum/search/slip.ts';
import { buildVocabulary } from '../../../src/curriculum/search/vocabulary.ts';

/** Few letters, so that near words are common. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
const FAR = 99;

/** The textbook recurrence, without any early stop. */
function textbook(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const least = Math.min(textbook(shortA, b) + 1, textbook(a, shortB) + 1, textbook(shortA, shortB) + same);
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return swapped ? Math.min(least, textbook(a.slice(0, -2), b.slice(0, -2)) + 1) : least;
}

describe('slips', () => {
  it.each([
    ['smtp', 'smpt', 1],
    ['smtp', 'smt', 1],
    ['smtp', 'smttp', 1],
    ['smtp', 'sntp', 1],
    ['smtp', 'pop3', 4],
    ['', 'abc', 3],
  ])('%s to %s is %i', (a, b, count) => {
    expect(slips(a, b, FAR)).toBe(count);
  });

  it('agrees with the textbook recurrence', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(slips(a, b, FAR)).toBe(textbook(a, b));
      }),
    );
  });

  it('is symmetric, and 0 for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b, FAR)).toBe(slips(b, a, FAR));
        expect(slips(a, b, FAR) === 0).toBe(a === b);
      }),
    );
  });

  it('stops early without ever being wrong about the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(within(a, b, limit)).toBe(slips(a, b, FAR) <= limit);
      }),
    );
  });
});

describe('slipWeight', () => {
  it('knows one slip from none and from more', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const weight = slipWeight(a, b);
        const count = slips(a, b, FAR);
        if (count === 0) expect(weight).toBe(1);
        else expect(weight > 0 && weight < 1).toBe(count === 1);
      }),
    );
  });

  it('takes a neighbouring key for likelier than a far one', () => {
    expect(areNeighbours('s', 'd')).toBe(true);
    expect(areNeighbours('s', 'p')).toBe(false);
    expect(slipWeight('raod', 'raid')).toBeGreaterThan(slipWeight('razd', 'raid'));
  });
});

describe('vocabulary', () => {
  it('finds every word one slip away and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, typed) => {
        fc.pre(typed.length >= 3);
        const near = buildVocabulary(words)
          .oneSlipFrom(typed)
          .map((match) => words[match.word]);
        expect(near.sort()).toEqual(words.filter((other) => slips(typed, other, FAR) === 1).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('finds the words that go on from a beginning', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, prefix) => {
        const found = buildVocabulary(words)
          .startingWith(prefix, FAR)
          .map((match) => words[match.word]);
        expect(found.sort()).toEqual(
          words.filter((other) => other.startsWith(prefix) && other !== prefix).sort(),
        );
      }),
    );
  });
});
