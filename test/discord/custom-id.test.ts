import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/discord/actions.ts';
import {
  actionName,
  defineAction,
  type Field,
  int,
  key,
  oneOf,
  snowflake,
} from '../../src/discord/custom-id.ts';

/** Both laws of a codec: what is made parses back, and what parses was made so. */
function bijective<T>(field: Field<T>, values: fc.Arbitrary<T>) {
  fc.assert(
    fc.property(values, (value) => {
      expect(field.parse(field.make(value))).toEqual(value);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 16 }), (text) => {
      const value = field.parse(text);
      if (value !== null) expect(field.make(value)).toBe(text);
    }),
  );
}

describe('fields', () => {
  it('int is a bijection and strict', () => {
    bijective(int, fc.nat());
    for (const text of ['', '-1', '+1', '01', '1.0', ' 1', 'A', 'zzzzzzzzzzzz'])
      expect(int.parse(text)).toBeNull();
  });
  it('snowflake is a bijection on what Discord makes', () => {
    bijective(snowflake, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String));
    expect(snowflake.parse(snowflake.make('1234567890123456789'))).toBe('1234567890123456789');
  });
  it('key takes ids and refuses the separator', () => {
    bijective(key, fc.stringMatching(/^[a-z0-9/:._-]{0,20}$/));
    for (const text of ['a|b', 'A', 'a b', 'ä']) expect(key.parse(text)).toBeNull();
  });
  it('oneOf takes its words only', () => {
    bijective(oneOf('yes', 'no'), fc.constantFrom('yes' as const, 'no' as const));
    expect(oneOf('yes', 'no').parse('maybe')).toBeNull();
  });
});

describe('actions', () => {
  const answer = defineAction('test.answer', 2, { row: int, word: oneOf('a', 'b') });

  it('round-trips its values', () => {
    expect(answer.make({ row: 71, word: 'b' })).toBe('test.answer|2|1z|b');
    expect(answer.parse('test.answer|2|1z|b')).toEqual({ row: 71, word: 'b' });
  });

  it.each([
    ['another action', 'test.other|2|1z|b'],
    ['another version', 'test.answer|1|1z|b'],
    ['a field too few', 'test.answer|2|1z'],
    ['a field too many', 'test.answer|2|1z|b|c'],
    ['a field that does not parse', 'test.answer|2|1Z|b'],
    ['an empty string', ''],
  ])('refuses %s', (_, customId) => expect(answer.parse(customId)).toBeNull());

  it('never throws on a stranger’s string', () => {
    fc.assert(
      fc.property(fc.string(), (customId) => {
        for (const action of Object.values(actions)) action.parse(customId);
        actionName(customId);
      }),
    );
  });

  it('refuses to make an ID longer than Discord takes', () => {
    const long = defineAction('test.long', 1, { id: key });
    expect(() => long.make({ id: 'x'.repeat(90) })).toThrow(RangeError);
  });

  it('has room for the longest ids that a pack may have', () => {
    const term = `${'k'.repeat(12)}/${'t'.repeat(48)}`;
    const owner = '18446744073709551615';
    expect(actions.termSection.make({ owner, term, open: 'related' }).length).toBeLessThanOrEqual(100);
    const wish = { topic: `term:${term}`, size: 50, difficulty: 3, outline: 'o'.repeat(16) };
    expect(actions.quizReplace.make(wish).length).toBeLessThanOrEqual(100);
    expect(actions.quizStart.make(wish).length).toBeLessThanOrEqual(100);
    expect(actions.report.make({ item: term, revision: 999 }).length).toBeLessThanOrEqual(100);
  });

  it('names no action twice', () => {
    const names = Object.values(actions).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
