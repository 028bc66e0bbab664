import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/tutor/civil-date.ts';
import { MAX_FREEZES, streakOf } from '../../src/tutor/streak.ts';
import type { LedgerDay, StudyEvent } from '../../src/tutor/types.ts';
import { DAY_MS, NEW_YORK, repair, run, study, studyAt, utc } from './study-events.ts';

const HOUR_MS = 3_600_000;
const ZONES = [
  NEW_YORK,
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Asia/Kathmandu',
  'Europe/London',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
];
const START = utc('2026-02-20 00:00Z');
const FIRST = '2026-02-20' as CivilDate;
const DAYS = 45;

const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: 0, max: DAYS * 24 }).map((hours) => START + hours * HOUR_MS);
const someDate = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
const studying = fc
  .tuple(instant, zone, fc.constantFrom('daily' as const, 'set' as const))
  .map(([at, where, by]) => studyAt(at, where, by));
const anyEvent: fc.Arbitrary<StudyEvent> = fc.oneof(
  { weight: 8, arbitrary: studying },
  {
    weight: 1,
    arbitrary: fc.tuple(instant, zone).map(([at, where]): StudyEvent => {
      const { date } = studyAt(at, where) as Extract<StudyEvent, { kind: 'study' }>;
      return { kind: 'repair', at, zone: where, date };
    }),
  },
  { weight: 1, arbitrary: someDate.map((date): StudyEvent => ({ kind: 'exempt', date })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(someDate, fc.integer({ min: 0, max: 5 }))
      .map(([from, days]): StudyEvent => ({ kind: 'pause', from, to: addDays(from, days) })),
  },
);
const history = fc.array(anyEvent, { maxLength: 40 });
const view = fc.record({ now: instant, zone });

describe('any history', () => {
  test('gives the same streak in any order of arrival', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        view,
        ([events, shuffled], from) => {
          expect(streakOf(shuffled, from)).toEqual(streakOf(events, from));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives the same streak when events are delivered twice', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(39), { maxLength: 10 }), view, (events, again, from) => {
        const doubled = [...events, ...again.flatMap((index) => events[index] ?? [])];
        expect(streakOf(doubled, from)).toEqual(streakOf(events, from));
      }),
      { numRuns: 300 },
    );
  });

  test('replays to the same streak, however often and from wherever it was read between', () => {
    fc.assert(
      fc.property(history, view, view, (events, from, other) => {
        const frozen = Object.freeze(events.map((event) => Object.freeze({ ...event })));
        const before = streakOf(frozen, from);
        streakOf(frozen, other);
        expect(streakOf(frozen, from)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps current <= best <= total and the freezes in their range', () => {
    fc.assert(
      fc.property(history, view, (events, from) => {
        const { current, best, total, freezes } = streakOf(events, from);
        expect(current).toBeLessThanOrEqual(best);
        expect(best).toBeLessThanOrEqual(total);
        expect(freezes).toBeGreaterThanOrEqual(0);
        expect(freezes).toBeLessThanOrEqual(MAX_FREEZES);
      }),
      { numRuns: 300 },
    );
  });

  test('shows in the ledger exactly as many days of study as were credited', () => {
    fc.assert(
      fc.property(history, view, (events, from) => {
        const { ledger, total } = streakOf(events, from);
        expect(ledger.filter((day) => day.at !== null)).toHaveLength(total);
      }),
      { numRuns: 300 },
    );
  });

  test('credits with unlimited zone hopping at most one day more than the most generous single clock', () => {
    fc.assert(
      fc.property(fc.array(studying, { maxLength: 60 }), (events) => {
        const instants = events.flatMap((event) => (event.kind === 'study' ? [event.at] : []));
        const honest = ZONES.map(
          (one) =>
            streakOf(
              instants.map((at) => studyAt(at, one)),
              { now: START, zone: one },
            ).total,
        );
        expect(streakOf(events, { now: START, zone: 'UTC' }).total).toBeLessThanOrEqual(
          Math.max(...honest) + 1,
        );
      }),
      { numRuns: 300 },
    );
  });
});

const kept = (ledger: readonly LedgerDay[]) => ledger.map((day) => `${day.date.slice(5)} ${day.kept}`);

describe('the ledger', () => {
  test('names what kept each day, with zone and instant', () => {
    const events: StudyEvent[] = [
      study('2026-01-01 17:00Z'),
      studyAt(utc('2026-01-03 17:00Z'), NEW_YORK, 'set'),
      { kind: 'exempt', date: '2026-01-04' as CivilDate },
      study('2026-01-05 17:00Z'),
      { kind: 'pause', from: '2026-01-06' as CivilDate, to: '2026-01-07' as CivilDate },
    ];
    const { ledger } = streakOf(events, { now: utc('2026-01-08 17:00Z'), zone: NEW_YORK });
    expect(kept(ledger)).toEqual([
      '01-01 daily',
      '01-02 freeze',
      '01-03 set',
      '01-04 exempt',
      '01-05 daily',
      '01-06 paused',
      '01-07 paused',
    ]);
    expect(ledger[2]).toEqual({
      date: '2026-01-03',
      zone: NEW_YORK,
      kept: 'set',
      at: utc('2026-01-03 17:00Z'),
    });
  });

  test('says where the streak broke, and after mending which days came back', () => {
    const broken = run('2026-01-01 17:00Z', 3);
    const now = { now: utc('2026-01-08 18:00Z'), zone: NEW_YORK };
    expect(kept(streakOf(broken, now).ledger).slice(3)).toEqual([
      '01-04 freeze',
      '01-05 freeze',
      '01-06 missed',
    ]);
    const mended = streakOf([...broken, repair('2026-01-08 17:00Z')], now);
    expect(kept(mended.ledger).slice(3)).toEqual([
      '01-04 freeze',
      '01-05 freeze',
      '01-06 repaired',
      '01-07 repaired',
      '01-08 repair',
    ]);
    expect(mended).toMatchObject({ current: 4, best: 4, total: 4, freezes: 0, state: 'done', repair: null });
  });

  test('does not ask for a date that the zone never had', () => {
    const events = run('2011-12-28 22:00Z', 3, 'Pacific/Apia');
    const streak = streakOf(events, { now: utc('2011-12-30 23:00Z'), zone: 'Pacific/Apia' });
    expect(kept(streak.ledger)).toEqual(['12-28 daily', '12-29 daily', '12-31 daily']);
    expect(streak).toMatchObject({ current: 3, freezes: 2 });
  });
});

describe('mending', () => {
  const broken = run('2026-01-01 17:00Z', 3);
  const offerAt = (now: string) => streakOf(broken, { now: utc(now), zone: NEW_YORK }).repair;

  test('is offered on the two days after the missed one', () => {
    expect(offerAt('2026-01-06 17:00Z')).toBeNull();
    expect(offerAt('2026-01-07 05:01Z')).toEqual({ days: 3, by: '2026-01-08' });
    expect(offerAt('2026-01-09 04:59Z')).toEqual({ days: 3, by: '2026-01-08' });
    expect(offerAt('2026-01-09 05:01Z')).toBeNull();
  });

  test('adds the days studied since the break', () => {
    const events = [
      ...broken,
      study('2026-01-07 17:00Z'),
      study('2026-01-08 17:00Z'),
      repair('2026-01-08 18:00Z'),
    ];
    expect(streakOf(events, { now: utc('2026-01-08 19:00Z'), zone: NEW_YORK })).toMatchObject({
      current: 5,
      total: 5,
    });
  });

  test('works once', () => {
    const events = [...broken, repair('2026-01-07 17:00Z'), repair('2026-01-08 17:00Z')];
    expect(streakOf(events, { now: utc('2026-01-08 19:00Z'), zone: NEW_YORK })).toMatchObject({
      current: 5,
      total: 5,
    });
  });
});

test('a freeze is earned by seven days of study, also when the streak broke among them', () => {
  const events = [...run('2026-01-01 17:00Z', 4), ...run('2026-01-10 17:00Z', 3)];
  const view = { now: utc('2026-01-12 18:00Z'), zone: NEW_YORK };
  expect(streakOf(events.slice(0, -1), view)).toMatchObject({ current: 2, freezes: 0 });
  expect(streakOf(events, view)).toMatchObject({ current: 3, best: 4, total: 7, freezes: 1 });
});

describe('travel', () => {
  test('an answer that brought no day still shows that none was missed', () => {
    const events = [
      study('2026-01-10 09:00Z', 'America/Los_Angeles'),
      study('2026-01-11 06:00Z', 'Pacific/Auckland'),
      study('2026-01-12 09:00Z', 'Pacific/Auckland'),
    ];
    const streak = streakOf(events, { now: utc('2026-01-12 10:00Z'), zone: 'Pacific/Auckland' });
    expect(streak).toMatchObject({ current: 2, freezes: 2, state: 'done' });
  });

  test('a start made earlier can burn the freezes that a later gap needs', () => {
    const late = [...run('2026-01-10 17:00Z', 3), study('2026-01-15 17:00Z')];
    const view = { now: utc('2026-01-15 18:00Z'), zone: NEW_YORK };
    expect(streakOf(late, view).current).toBe(4);
    expect(streakOf([studyAt(utc('2026-01-10 17:00Z') - 2 * DAY_MS), ...late], view).current).toBe(1);
  });
});
