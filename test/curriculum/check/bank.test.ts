import { describe, expect, it } from 'vitest';
import { bankFigures, checkContent } from '../../../src/curriculum/check/check.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import { choice, curriculumOf, type ItemLiteral, type SingleLiteral } from '../curriculum-of.ts';

const only = (rule: string) => ({ rules: RULES.filter(({ id }) => id === rule) });

/** A bank of `count` questions with distinct stems, made one by one. */
function bank(count: number, make: (index: number) => ItemLiteral) {
  return curriculumOf({ items: Array.from({ length: count }, (_, index) => make(index)) });
}

function question(index: number, texts: readonly string[], overrides: SingleLiteral = {}) {
  return choice(texts, {
    id: `q${index}`,
    stem: `In shop ${index} a till went dark. Which part is at fault?`,
    ...overrides,
  });
}

/** The key at a place of its own. */
function keyAt(place: number, index: number) {
  const options = ['10', '20', '30', '40'].map((text, at) => ({
    text,
    correct: at === place,
    why: 'It is the value that the standard of this link prescribes for the case.',
  }));
  return question(index, [], { options, ordered: true });
}

function messages(rule: string, curriculum: ReturnType<typeof bank>): string[] {
  return checkContent(curriculum, only(rule)).map(({ level, message }) => `${level}: ${message}`);
}

describe('bank figures', () => {
  it('L2 catches keys that are the longest too often, and spares even ones', () => {
    const long = bank(100, (index) => question(index, ['Longest', 'Mid', 'Two', 'One']));
    expect(messages('L2', long)).toContainEqual(
      expect.stringMatching(/^error: key is the longest .*100\.0 %/),
    );
    const even = bank(100, (index) =>
      question(index, ['abcd', index % 4 === 0 ? 'abc' : 'abcde', 'efgh', 'ijkl']),
    );
    expect(messages('L2', even)).toEqual([]);
  });

  it('P1 catches ordered lists whose key always stands in one place', () => {
    expect(
      messages(
        'P1',
        bank(100, (index) => keyAt(1, index)),
      ),
    ).toContainEqual(expect.stringMatching(/^error: ordered options with the key at B: 100\.0 %/));
    expect(
      messages(
        'P1',
        bank(100, (index) => keyAt(index % 4, index)),
      ),
    ).toEqual([]);
  });

  it('situation catches banks that quiz without a case', () => {
    const bare = bank(100, (index) =>
      question(index, ['A1', 'B1', 'C1', 'D1'], { stem: `Which part is number ${index}?` }),
    );
    expect(messages('situation', bare)).toContainEqual(expect.stringMatching(/^error: .*0\.0 % of 100/));
    expect(
      messages(
        'situation',
        bank(100, (index) => question(index, ['A1', 'B1', 'C1', 'D1'])),
      ),
    ).toEqual([]);
  });

  it('balance and coverage warn while the bank grows', () => {
    const lopsided = bank(100, (index) => question(index, ['A1', 'B1', 'C1', 'D1']));
    expect(messages('balance', lopsided)).toContainEqual(
      expect.stringMatching(/^warning: .*tiny-1\/1\.0.*100\.0 %/),
    );
    expect(messages('coverage', lopsided)).toContainEqual(
      expect.stringMatching(/^warning: objectives with fewer/),
    );
    const shared = bank(100, (index) => {
      return question(index, ['A1', 'B1', 'C1', 'D1'], {
        objectives: [index < 60 ? 'tiny-1/1.1' : 'tiny-1/2.1'],
      });
    });
    expect(messages('balance', shared)).toEqual([]);
  });

  it('an allowance that is used up is an error of the bank', () => {
    const vague = bank(100, (index) =>
      question(index, [index < 2 ? 'It often works' : 'It works so', 'B1', 'C1', 'D1']),
    );
    const levels = checkContent(vague, only('V1')).map(({ level }) => level);
    expect(levels.filter((level) => level === 'warning')).toHaveLength(2);
    expect(levels.filter((level) => level === 'error')).toHaveLength(1);
  });

  it('reports figures of a small bank without judging them', () => {
    const small = bank(99, (index) => question(index, ['Longest', 'Mid', 'Two', 'One']));
    expect(messages('L2', small)).toEqual([]);
    const [longest] = bankFigures(small, only('L2'));
    expect(longest).toMatchObject({ rule: 'L2', value: '100.0 %', ok: false, judged: false, of: 99 });
  });

  it('acceptance counts questions with errors, and with more warnings than one', () => {
    const stem =
      'Since Monday a clerk at a bakery reads new mail, while each letter she writes waits. What fails?';
    const sound = ['Sending', 'Reading', 'Sorting', 'Storing'];
    const flawed = ['Sending', 'Always reading', 'Sometimes sorting.', 'Storing'];
    const mixed = (bad: number) =>
      bank(100, (index) => question(index, index < bad ? flawed : sound, { stem }));
    const shares = (bad: number) =>
      bankFigures(mixed(bad), only('acceptance')).map(({ value, ok }) => [value, ok]);
    expect(shares(5)).toEqual([
      ['95.0 %', true],
      ['95.0 %', true],
    ]);
    expect(shares(6)[0]).toEqual(['94.0 %', false]);
    expect(messages('acceptance', mixed(16))).toEqual([
      'warning: questions without any finding: 84.0 % of 100, wanted is at least 85.0 %',
      expect.stringMatching(/^warning: questions without error .*84\.0 % of 100, wanted is at least 95\.0 %/),
    ]);
  });
});
