import { describe, expect, it } from 'vitest';
import { exportPack } from '../../src/curriculum/export.ts';
import { curriculumOf, type ItemLiteral, single } from './curriculum-of.ts';

const WHY = 'Each of them follows from the standard that the source names.';
const { options: _, ordered: __, ...base } = { ordered: false, ...single() };

const RESPONSES: readonly ItemLiteral[] = [
  { ...base, id: 'order', kind: 'order', steps: ['one', 'two', 'three'], why: WHY },
  {
    ...base,
    id: 'match',
    kind: 'match',
    pairs: [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ],
    extras: ['4'],
    why: WHY,
  },
  {
    ...base,
    id: 'categorize',
    kind: 'categorize',
    buckets: ['x', 'y'],
    items: [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ],
    why: WHY,
  },
  { ...base, id: 'number', kind: 'number', accept: ['25'], unit: 'V', why: WHY },
  {
    ...base,
    id: 'panel',
    kind: 'panel',
    fields: [
      { label: 'Mode', options: ['a', 'b'], answer: 'a' },
      { label: 'Band', options: ['c', 'd'], answer: 'd' },
    ],
    why: WHY,
    exhibit: 'C:\\> ipconfig',
  },
];

describe('exportPack', () => {
  it.each(RESPONSES)('writes a question of kind $kind whole', (literal) => {
    const [pack] = curriculumOf({ items: [literal] }).packs;
    if (!pack) throw new Error('no pack');
    const { level, revision, ...shown } = { revision: 1, ...literal };
    expect(exportPack(pack).questions).toEqual([shown]);
  });

  it('keeps no place, pack or other thing of the files', () => {
    const [pack] = curriculumOf({ terms: [{ id: 'smtp' }] }).packs;
    if (!pack) throw new Error('no pack');
    const fields = Object.keys(exportPack(pack).terms[0] ?? {});
    expect(fields).toEqual([
      'id',
      'name',
      'expansion',
      'aliases',
      'objectives',
      'definition',
      'sensei',
      'keyConcepts',
      'onExam',
      'faqs',
      'related',
      'guides',
    ]);
  });
});
