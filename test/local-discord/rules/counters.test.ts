import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest, LIMITS } from '../../../src/local-discord/rules/index.ts';
import { button, card, container, row, section, text } from './parts.ts';
import { times, told } from './told.ts';

interface Tree {
  readonly component: unknown;
  /** How many components it is, itself included. */
  readonly size: number;
  readonly texts: readonly string[];
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
let serial = 0;
const freshId = () => `id-${serial++}`;

const textTree: fc.Arbitrary<Tree> = words.map((content) => ({
  component: text(content),
  size: 1,
  texts: [content],
}));
const rowTree: fc.Arbitrary<Tree> = fc.integer({ min: 1, max: 5 }).map((count) => ({
  component: row(...times(count, () => button(freshId()))),
  size: count + 1,
  texts: [],
}));
const sectionTree: fc.Arbitrary<Tree> = fc.array(textTree, { minLength: 1, maxLength: 3 }).map((inner) => ({
  component: section(
    inner.map(({ component }) => component),
    button(freshId()),
  ),
  size: inner.length + 2,
  texts: inner.flatMap(({ texts }) => texts),
}));
const leaf = fc.oneof(textTree, rowTree, sectionTree);
const containerTree: fc.Arbitrary<Tree> = fc.array(leaf, { minLength: 1, maxLength: 10 }).map((inner) => ({
  component: container(...inner.map(({ component }) => component)),
  size: inner.reduce((sum, { size }) => sum + size, 1),
  texts: inner.flatMap(({ texts }) => texts),
}));
const trees = fc.array(fc.oneof(leaf, containerTree), { minLength: 1, maxLength: 12 });

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

describe('counting, whatever the tree', () => {
  it('finds every component, every character and every byte', () => {
    fc.assert(
      fc.property(trees, (all) => {
        const { perMessage, textCharactersPerMessage, textBytesPerMessage } = LIMITS.components;
        const texts = all.flatMap((tree) => tree.texts);
        const tooMany = sum(all.map(({ size }) => size)) > perMessage;
        const tooLong = sum(texts.map((one) => [...one].length)) > textCharactersPerMessage;
        const tooHeavy =
          sum(texts.map((one) => new TextEncoder().encode(one).length + 12)) > textBytesPerMessage;
        const form = [
          ...(tooMany ? ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'] : []),
          ...(tooLong ? ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'] : []),
        ];
        const expected = form.length === 0 && tooHeavy ? ['500 0'] : form;
        const body = card(...all.map(({ component }) => component));
        expect(told(checkRequest('POST /channels/{channel_id}/messages', body))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any JSON at all', () => {
  it('is answered, never thrown at', () => {
    const routes = [
      'POST /channels/{channel_id}/messages',
      'PUT /applications/{application_id}/commands',
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...routes), fc.jsonValue(), (route, body) => {
        const refusal = checkRequest(route, body);
        expect(refusal === null || refusal.status >= 400).toBe(true);
      }),
    );
  });

  it('is answered when it is nearly a message', () => {
    const field = fc.constantFrom(
      'type',
      'components',
      'content',
      'custom_id',
      'flags',
      'data',
      'options',
      'id',
    );
    const near = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom<unknown>(null, 1, 2, 3, 9, 10, 17, 'x', true, 32768),
        fc.array(tie('node'), { maxLength: 3 }),
        // As JSON.parse makes objects.
        fc.dictionary(field, tie('node'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(near, (body) => {
        expect(() => checkRequest('POST /channels/{channel_id}/messages', body)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
