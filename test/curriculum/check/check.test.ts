import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { describeFindings } from '../../../src/curriculum/check/describe-findings.ts';
import { error, type Rule } from '../../../src/curriculum/check/rule.ts';
import { curriculumOf, single } from '../curriculum-of.ts';

const curriculum = curriculumOf({ items: [single({ id: 'first' }), single({ id: 'second' })] });

const complains: Rule = {
  id: 'X',
  title: 'complains',
  scope: 'item',
  check: ({ id }) => (id === 'tiny/first' ? [error('wrong', 'mend it')] : []),
};

describe('checkContent', () => {
  it('says where, what and what to do', () => {
    const [finding] = checkContent(curriculum, { rules: [complains] });
    const place = { file: 'packs/tiny/questions/all.yaml', line: 1 };
    expect(finding).toEqual({
      level: 'error',
      rule: 'X',
      ...place,
      id: 'first',
      message: 'wrong',
      advice: 'mend it',
    });
  });

  it('reports a rule that crashes, and runs the others', () => {
    const crashes: Rule = {
      id: 'Y',
      title: 'crashes',
      scope: 'item',
      check: () => {
        throw new Error('off by one');
      },
    };
    const found = checkContent(curriculum, { rules: [crashes, complains] });
    expect(found.map(({ rule }) => rule).sort()).toEqual(['X', 'Y']);
    expect(found.find(({ rule }) => rule === 'Y')?.message).toContain('off by one');
  });

  it('honours a named exception and reports one that is stale', () => {
    const excused: Rule = {
      ...complains,
      exceptions: { 'tiny/first': 'a quotation', 'tiny/second': 'was wrong once' },
    };
    const found = checkContent(curriculum, { rules: [excused] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      level: 'error',
      id: 'second',
      message: expect.stringContaining('no longer needed'),
    });
  });

  it('prints each finding with its place first, and counts', () => {
    const text = describeFindings(checkContent(curriculum, { rules: [complains] }));
    expect(text).toContain('packs/tiny/questions/all.yaml:1  error X\n  first: wrong\n  → mend it');
    expect(text).toContain('1 error, 0 warnings.');
    expect(describeFindings([])).toBe('Nothing to complain about.\n');
  });
});
