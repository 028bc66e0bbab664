/** What every kind of question must satisfy. A kind without examples here fails; a skip carries its reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemKind } from '../../../src/curriculum/schema.ts';
import { ITEM_KINDS } from '../../../src/curriculum/schema.ts';
import {
  gradeResponse,
  guessRate,
  keyOf,
  type PlayableItem,
  parseResponse,
  playableItem,
  QUESTION_KINDS,
} from '../../../src/tutor/kinds/index.ts';
import { multipleItem, singleItem } from '../small-curriculum.ts';

const sketch = { id: 'p/q', objectives: ['ex/1.1'] };

/** Items that can be asked, and one that cannot, for each kind; or why there is nothing to test. */
const EXAMPLES: Record<ItemKind, { good: PlayableItem[]; bad: PlayableItem } | { skip: string }> = {
  single: {
    good: [singleItem(sketch), { ...singleItem(sketch), ordered: true }],
    bad: {
      ...singleItem(sketch),
      options: singleItem(sketch).options.map((one) => ({ ...one, correct: false })),
    },
  },
  multiple: {
    good: [multipleItem(sketch, [0, 3]), multipleItem(sketch, [1, 2, 5], 6)],
    bad: multipleItem(sketch, [0, 1, 2, 3, 4]),
  },
  order: { skip: 'not listed: ordering has no control on the card yet' },
  match: { skip: 'not listed: matching has no control on the card yet' },
  categorize: { skip: 'not listed: categorizing has no control on the card yet' },
  number: { skip: 'not listed: numbers have no control on the card yet' },
  panel: { skip: 'not listed: panels have no control on the card yet' },
};

/** Values that a forged or broken component could carry. */
const anyValue = fc.oneof(fc.anything(), fc.array(fc.integer({ min: -2, max: 8 }), { maxLength: 6 }));

for (const kind of ITEM_KINDS) {
  const examples = EXAMPLES[kind];
  if ('skip' in examples) {
    test(`${kind} is skipped (${examples.skip}), so it must not be listed`, () => {
      expect(Object.keys(QUESTION_KINDS)).not.toContain(kind);
    });
    continue;
  }
  describe.each(examples.good.map((item, index) => ({ item, index })))(
    `${kind}, example $index`,
    ({ item }) => {
      test('is listed under its own name and can be asked', () => {
        expect(Object.entries(QUESTION_KINDS).find(([name]) => name === kind)?.[1].kind).toBe(kind);
        expect(playableItem(item)).toBe(true);
      });

      test('its key is a response, graded as correct with full credit', () => {
        const key = parseResponse(item, JSON.parse(JSON.stringify(keyOf(item))));
        expect(key).toEqual(keyOf(item));
        expect(key && gradeResponse(item, key)).toEqual({ correct: true, credit: 1 });
      });

      test('any value is refused or becomes a response that is read the same again', () => {
        fc.assert(
          fc.property(anyValue, (value) => {
            const response = parseResponse(item, value);
            if (response !== null) expect(parseResponse(item, response)).toEqual(response);
          }),
          { numRuns: 500 },
        );
      });

      test('only the key is correct, and credit is 1 exactly there', () => {
        fc.assert(
          fc.property(anyValue, (value) => {
            const response = parseResponse(item, value);
            if (response === null) return;
            const { correct, credit } = gradeResponse(item, response);
            expect(correct).toBe(JSON.stringify(response) === JSON.stringify(keyOf(item)));
            expect(correct).toBe(credit === 1);
            expect(credit).toBeGreaterThanOrEqual(0);
          }),
          { numRuns: 500 },
        );
      });

      test('its guess rate is the share of right responses among all possible ones', () => {
        const subsets = fc.sample(fc.subarray([0, 1, 2, 3, 4, 5]), { numRuns: 4000, seed: 1 });
        const responses = new Set(subsets.flatMap((set) => JSON.stringify(parseResponse(item, set)) ?? []));
        responses.delete('null');
        expect(guessRate(item)).toBeCloseTo(1 / responses.size, 10);
      });

      test.each([null, undefined, '0', 0, {}, [], [0.5], ['0'], [-1], [99], [0, 0], [Number.NaN]])(
        'refuses %j',
        (value) => {
          expect(parseResponse(item, value)).toBeNull();
        },
      );
    },
  );

  test(`${kind}: an item whose key says nothing is not asked`, () => {
    expect(playableItem(examples.bad)).toBe(false);
  });
}
