import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { loadCurriculum } from '../../../src/curriculum/load/load.ts';

const loaded = loadCurriculum(fileURLToPath(new URL('../../../data', import.meta.url)));

describe('the shipped content', () => {
  it('loads', () => {
    expect(loaded.ok ? [] : loaded.findings).toEqual([]);
  });

  it('has no finding of level error', () => {
    const curriculum = loaded.ok ? loaded.curriculum : loaded.draft;
    expect(checkContent(curriculum).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('carries both outlines of A+ Core 1 with their published weights', () => {
    const { outlines } = loaded.ok ? loaded.curriculum : loaded.draft;
    const weights = (id: string) => outlines.get(id)?.domains.map(({ weight }) => Math.round(weight * 100));
    expect(weights('220-1201')).toEqual([13, 23, 25, 11, 28]);
    expect(weights('220-1101')).toEqual([15, 20, 25, 11, 29]);
  });
});
