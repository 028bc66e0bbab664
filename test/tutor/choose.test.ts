import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseItems } from '../../src/tutor/choose.ts';
import { seededRandom } from '../../src/tutor/random.ts';
import type { ChoiceRequest, ItemRecord, MemberHistory } from '../../src/tutor/types.ts';
import { bank, OUTLINE, singleItem, WEIGHTS } from './small-curriculum.ts';

const ITEMS = bank(10);
const ids = (prefix: string) => ITEMS.map((item) => item.id).filter((id) => id.startsWith(prefix));
const request = (over: Partial<ChoiceRequest> = {}): ChoiceRequest => ({
  count: 10,
  difficulty: null,
  outline: OUTLINE,
  ...over,
});
const record = (correct: boolean, lastAt = 1): ItemRecord => ({
  attempts: 1,
  firstCorrect: correct,
  lastCorrect: correct,
  lastAt,
});
const historyOf = (entries: readonly (readonly [string, ItemRecord])[]): MemberHistory => new Map(entries);
const NONE: MemberHistory = new Map();
const choose = (over: Partial<ChoiceRequest>, history = NONE, items = ITEMS, seed = 'seed') =>
  chooseItems(request(over), history, items, seededRandom(seed));
const perDomain = (chosen: readonly string[]) =>
  WEIGHTS.map((_, index) => chosen.filter((id) => id.startsWith(`${index + 1}.`)).length);

describe('chooseItems', () => {
  test('spreads a set over the domains by weight, whatever the seed', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      expect(perDomain(choose({}, NONE, ITEMS, `${seed}`))).toEqual([4, 3, 2, 1]);
    }
  });

  test('many short sets come to the weights too', () => {
    const seen = new Map<string, ItemRecord>();
    for (let set = 0; set < 20; set += 1) {
      for (const id of choose({ count: 1 }, seen, ITEMS, `${set}`)) seen.set(id, record(true, set));
    }
    expect(perDomain([...seen.keys()])).toEqual([8, 6, 4, 2]);
  });

  test('takes the objectives of a domain in turn, the one with more need first', () => {
    const chosen = choose({});
    expect([chosen.filter((id) => id.startsWith('1.1')).length, perDomain(chosen)[0]]).toEqual([2, 4]);
    const weakIn12 = historyOf([
      ...ids('1.1')
        .slice(0, 4)
        .map((id) => [id, record(true)] as const),
      ...ids('1.2')
        .slice(0, 4)
        .map((id) => [id, { ...record(true), firstCorrect: false }] as const),
    ]);
    const next = choose({}, weakIn12, ITEMS).filter((id) => id.startsWith('1.'));
    expect(next.filter((id) => id.startsWith('1.2')).length).toBeGreaterThan(next.length / 2);
  });

  test('gives misses at most a quarter while fresh items remain, longest ago first', () => {
    const missed = historyOf(ids('2.').map((id, n) => [id, record(false, 100 - n)] as const));
    const chosen = choose({ count: 8 }, missed);
    const reviews = chosen.filter((id) => missed.has(id));
    expect(new Set(reviews)).toEqual(new Set(ids('2.').slice(-2)));
  });

  test('without fresh items gives all misses, then what was seen longest ago', () => {
    const few = ITEMS.slice(0, 6);
    const history = historyOf(few.map(({ id }, n) => [id, record(n >= 2, 10 + n)] as const));
    const chosen = chooseItems(request({ count: 4 }), history, few, seededRandom('x'));
    expect(new Set(chosen)).toEqual(new Set(few.slice(0, 4).map(({ id }) => id)));
  });

  test('an item that was mended is no miss any more', () => {
    const mended = historyOf([['1.1-0', { attempts: 2, firstCorrect: false, lastCorrect: true, lastAt: 5 }]]);
    expect(choose({ count: 8 }, mended)).not.toContain('1.1-0');
  });

  test('keeps to a difficulty', () => {
    const hard = singleItem({ id: 'hard', objectives: ['ex/4.2'], difficulty: 3 });
    expect(choose({ difficulty: 3 }, NONE, [...ITEMS, hard])).toEqual(['hard']);
    expect(choose({ difficulty: 1 }, NONE, [...ITEMS, hard])).toEqual([]);
  });

  test('gives preferred items before other fresh ones', () => {
    const prefer = new Set(ids('4.2').slice(0, 3));
    const chosen = choose({ count: 5, prefer });
    expect(chosen).toHaveLength(5);
    expect(chosen).toEqual(expect.arrayContaining([...prefer]));
  });

  test('asks items outside the outline only when nothing else is left', () => {
    const elsewhere = singleItem({ id: 'elsewhere', objectives: ['other/1.1'] });
    expect(choose({ count: 10 }, NONE, [elsewhere, ...ITEMS])).not.toContain('elsewhere');
    expect(choose({ count: 10 }, NONE, [elsewhere])).toEqual(['elsewhere']);
  });

  test('another seed, another choice', () => {
    expect(choose({}, NONE, ITEMS, 'a')).not.toEqual(choose({}, NONE, ITEMS, 'b'));
  });
});

describe('any history', () => {
  const anyRecord = fc.record({
    attempts: fc.integer({ min: 1, max: 5 }),
    firstCorrect: fc.boolean(),
    lastCorrect: fc.boolean(),
    lastAt: fc.nat(1_000_000),
  });
  const anyHistory = fc
    .array(fc.tuple(fc.constantFrom(...ITEMS.map(({ id }) => id), 'gone'), anyRecord), { maxLength: 90 })
    .map(historyOf);

  test('gives as many as asked and exist, none twice, only candidates, the same for the same seed', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 100 }), fc.string(), (history, count, seed) => {
        const chosen = choose({ count }, history, [...ITEMS, ...ITEMS], seed);
        expect(chosen).toHaveLength(Math.min(count, ITEMS.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((id) => ITEMS.some((item) => item.id === id))).toBe(true);
        expect(choose({ count }, history, [...ITEMS, ...ITEMS], seed)).toEqual(chosen);
      }),
      { numRuns: 100 },
    );
  });

  test('never gives more than a quarter to seen items while enough fresh ones remain', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 20 }), (history, count) => {
        const fresh = ITEMS.filter(({ id }) => !history.has(id)).length;
        fc.pre(fresh >= count);
        const seen = choose({ count }, history).filter((id) => history.has(id));
        expect(seen.length).toBeLessThanOrEqual(count / 4);
        expect(seen.every((id) => history.get(id)?.lastCorrect === false)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
