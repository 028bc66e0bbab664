import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/curriculum/model.ts';
import { addDays, type CivilDate, daysBetween } from '../../src/tutor/civil-date.ts';
import { chooseDailyItem, type DailyRequest, type DailyUse } from '../../src/tutor/daily.ts';
import { seededRandom } from '../../src/tutor/random.ts';
import { bank, multipleItem, OUTLINE, singleItem } from './small-curriculum.ts';

const FIRST = '2026-01-05' as CivilDate;
const request = (over: Partial<DailyRequest> = {}): DailyRequest => ({
  outline: OUTLINE,
  today: FIRST,
  used: [],
  tallies: new Map(),
  ...over,
});
const choose = (over: Partial<DailyRequest>, items: readonly Item[], seed = 'seed') =>
  chooseDailyItem(request(over), items, seededRandom(seed));

/** The questions of so many days in a row. */
function days(count: number, items: readonly Item[], over: Partial<DailyRequest> = {}): DailyUse[] {
  const used: DailyUse[] = [];
  for (let day = 0; day < count; day += 1) {
    const today = addDays(FIRST, day);
    const item = choose({ ...over, today, used }, items, `day ${day}`);
    if (item !== null) used.push({ item, date: today });
  }
  return used;
}

const inDomain = (used: readonly DailyUse[], domain: number) =>
  used.filter(({ item }) => item.startsWith(`${domain}.`)).length;

describe('chooseDailyItem', () => {
  test('rotates over the domains by weight', () => {
    const used = days(40, bank(20));
    expect([1, 2, 3, 4].map((domain) => inDomain(used, domain))).toEqual([16, 12, 8, 4]);
  });

  test('repeats nothing while a fresh item remains, then rests each for 180 days', () => {
    const used = days(400, bank(25));
    expect(new Set(used.slice(0, 200).map(({ item }) => item)).size).toBe(200);
    const gaps = used.flatMap(({ item, date }, index) => {
      const before = used.slice(0, index).findLast((use) => use.item === item);
      return before === undefined ? [] : [daysBetween(before.date, date)];
    });
    expect(gaps).toHaveLength(200);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(180);
  });

  test('with a bank smaller than that takes what was used longest ago', () => {
    const used = days(9, bank(1));
    expect(used[8]?.item).toBe(used[0]?.item);
  });

  test('favours what the group gets wrong', () => {
    const tallies = new Map([
      ['ex/1.1', { answered: 40, right: 38 }],
      ['ex/1.2', { answered: 40, right: 8 }],
    ]);
    const used = days(40, bank(20), { tallies }).filter(({ item }) => item.startsWith('1.'));
    const weak = used.filter(({ item }) => item.startsWith('1.2')).length;
    expect(weak).toBeGreaterThan((used.length * 3) / 4);
  });

  test('asks only single-response items of the outline', () => {
    const objectives = ['ex/1.1'];
    const others = [
      multipleItem({ id: 'two', objectives }, [0, 1]),
      singleItem({ id: 'elsewhere', objectives: ['other/1.1'] }),
    ];
    expect(choose({}, others)).toBeNull();
    expect(choose({}, [...others, singleItem({ id: 'one', objectives })])).toBe('one');
    expect(choose({}, [])).toBeNull();
  });

  test('is the same for the same seed, and not for all seeds', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(choose({}, bank(5), seed)).toBe(choose({}, bank(5), seed));
      }),
      { numRuns: 20 },
    );
    const choices = Array.from({ length: 20 }, (_, n) => choose({}, bank(5), `${n}`));
    expect(new Set(choices).size).toBeGreaterThan(1);
  });
});
