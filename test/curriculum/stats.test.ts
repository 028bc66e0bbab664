import { describe, expect, it } from 'vitest';
import { contentStats, formatStats } from '../../src/curriculum/stats.ts';
import { curriculumOf, single } from './curriculum-of.ts';

const curriculum = curriculumOf({
  terms: [{ id: 'smtp' }, { id: 'dns', objectives: ['tiny-1/2.1', 'tiny-1/1.1'] }],
  items: [
    single({ id: 'a', difficulty: 1 }),
    single({ id: 'b', objectives: ['tiny-1/2.1', 'tiny-1/1.1'], difficulty: 3 }),
    single({ id: 'c', objectives: ['elsewhere/1.1'] }),
    single({ id: 'd' }),
  ],
});

const about = { level: 'warning', message: 'odd', advice: 'mend it' } as const;
const FINDINGS = [
  { ...about, rule: 'R1', file: 'packs/tiny/questions/all.yaml', line: 1, id: 'a' },
  { ...about, rule: 'C1', file: 'packs/tiny/questions/all.yaml', line: 1, id: 'a' },
  { ...about, rule: 'C1', file: 'packs/tiny/questions/all.yaml', line: 3, id: 'c' },
  { ...about, rule: 'links', file: 'packs/tiny/terms/all.yaml', line: 1, id: 'smtp' },
  { ...about, rule: 'balance', file: 'packs/tiny/pack.yaml', line: 1 },
];

describe('contentStats', () => {
  it('counts an entry under the first objective that it names of an outline', () => {
    const [pack] = contentStats(curriculum, []);
    expect(pack).toMatchObject({
      terms: 2,
      questions: 4,
      kinds: { single: 4, order: 0 },
      difficulties: { 1: 1, 2: 2, 3: 1 },
    });
    const rows = pack?.outlines[0]?.rows.map(({ id, terms, questions, share, weight }) => [
      id,
      terms,
      questions,
      share,
      weight,
    ]);
    expect(rows).toEqual([
      ['tiny-1/1.0', 1, 2, 2 / 3, 0.6],
      ['tiny-1/1.1', 1, 2, 2 / 3, null],
      ['tiny-1/2.0', 1, 1, 1 / 3, 0.4],
      ['tiny-1/2.1', 1, 1, 1 / 3, null],
    ]);
    expect(pack?.outlines[0]?.questions).toBe(3);
  });

  it('counts flawed questions, and for each rule those that break it', () => {
    const [pack] = contentStats(curriculum, FINDINGS);
    expect(pack).toMatchObject({ flawed: 2 });
    expect(pack?.flaws).toEqual([
      { rule: 'C1', questions: 2 },
      { rule: 'R1', questions: 1 },
    ]);
    expect(pack?.outlines[0]?.rows.map(({ flawed }) => flawed)).toEqual([1, 1, 0, 0]);
  });

  it('is a table that a person reads', () => {
    const lines = formatStats(contentStats(curriculum, FINDINGS)).split('\n');
    expect(lines[0]).toBe('tiny: 2 terms, 4 questions, 0 guides');
    expect(lines).toContain('questions with a flaw: 2, C1 2, R1 1');
    expect(lines).toContainEqual(
      expect.stringMatching(/^1\.0 +First +1 +2 +2\/0\/0 +1\/1\/0 +66\.7 % +60 % +1$/),
    );
  });
});
