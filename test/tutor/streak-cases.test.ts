/**
 * The cases that a right streak engine passes. A number that is missing belonged to a case that said nothing
 * of its own. Instants are UTC; everybody starts with two freezes.
 */
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { streakOf } from '../../src/tutor/streak.ts';
import type { Streak, StudyEvent } from '../../src/tutor/types.ts';
import { NEW_YORK, repair, run, study, utc } from './study-events.ts';

interface Case {
  readonly row: number;
  readonly name: string;
  readonly events: readonly StudyEvent[];
  readonly seen: string;
  readonly zone?: string;
  readonly expected: Partial<Streak>;
}

const date = (text: string) => text as CivilDate;
const threeDays = run('2026-01-01 17:00Z', 3);

const CASES: readonly Case[] = [
  {
    row: 1,
    name: 'no events',
    events: [],
    seen: '2026-01-05 12:00Z',
    expected: { current: 0, state: 'none' },
  },
  {
    row: 2,
    name: 'one answer today',
    events: [study('2026-01-05 17:00Z')],
    seen: '2026-01-05 20:00Z',
    expected: { current: 1, state: 'done' },
  },
  {
    row: 3,
    name: 'two answers the same local day',
    events: [study('2026-01-05 14:00Z'), study('2026-01-06 04:59Z')],
    seen: '2026-01-06 04:59Z',
    expected: { current: 1, state: 'done' },
  },
  {
    row: 4,
    name: '23:59, then 00:01 local: two days',
    events: [study('2026-01-06 04:59Z'), study('2026-01-06 05:01Z')],
    seen: '2026-01-06 05:02Z',
    expected: { current: 2, state: 'done' },
  },
  {
    row: 5,
    name: 'one UTC day, two local days (19:30, then 18:30 the next day)',
    events: [study('2026-01-05 00:30Z'), study('2026-01-05 23:30Z')],
    seen: '2026-01-05 23:31Z',
    expected: { current: 2, state: 'done' },
  },
  {
    row: 7,
    name: 'seven days running earn nothing above the cap',
    events: run('2026-01-01 17:00Z', 7),
    seen: '2026-01-07 20:00Z',
    expected: { current: 7, state: 'done', freezes: 2 },
  },
  {
    row: 8,
    name: 'wrong answers count: an event says answered',
    events: threeDays,
    seen: '2026-01-03 20:00Z',
    expected: { current: 3, state: 'done' },
  },
  {
    row: 9,
    name: 'yesterday done, today open: pending, not lost',
    events: threeDays,
    seen: '2026-01-04 20:00Z',
    expected: { current: 3, state: 'pending', freezes: 2 },
  },
  {
    row: 10,
    name: 'one missed day: a freeze covers it and it is not counted',
    events: [...threeDays, study('2026-01-05 17:00Z')],
    seen: '2026-01-05 20:00Z',
    expected: { current: 4, state: 'done', freezes: 1 },
  },
  {
    row: 11,
    name: 'two missed days use both freezes',
    events: [...threeDays, study('2026-01-06 17:00Z')],
    seen: '2026-01-06 20:00Z',
    expected: { current: 4, state: 'done', freezes: 0 },
  },
  {
    row: 12,
    name: 'three missed days: broken, starts again at 1, freezes spent',
    events: [...threeDays, study('2026-01-07 17:00Z')],
    seen: '2026-01-07 20:00Z',
    expected: { current: 1, best: 3, state: 'done', freezes: 0 },
  },
  {
    row: 13,
    name: 'after a break the view shows 0 before any new answer',
    events: threeDays,
    seen: '2026-01-07 20:00Z',
    expected: { current: 0, best: 3, state: 'broken', freezes: 0 },
  },
  {
    row: 14,
    name: 'a freeze is earned back on the seventh credited day',
    events: [...threeDays, ...run('2026-01-05 17:00Z', 5)],
    seen: '2026-01-09 20:00Z',
    expected: { current: 8, freezes: 2 },
  },
  {
    row: 15,
    name: 'spring forward: a day of 23 hours',
    events: [study('2026-03-07 20:00Z'), study('2026-03-08 20:00Z'), study('2026-03-09 20:00Z')],
    seen: '2026-03-09 21:00Z',
    expected: { current: 3, freezes: 2 },
  },
  {
    row: 17,
    name: 'fall back: 00:10 and 23:50 of a day of 25 hours are one day',
    events: [study('2026-11-01 04:10Z'), study('2026-11-02 04:50Z')],
    seen: '2026-11-02 04:55Z',
    expected: { current: 1, state: 'done' },
  },
  {
    row: 18,
    name: 'fall back: 01:30 twice is one day',
    events: [study('2026-11-01 05:30Z'), study('2026-11-01 06:30Z')],
    seen: '2026-11-01 07:00Z',
    expected: { current: 1 },
  },
  {
    row: 20,
    name: 'leap day 2028',
    events: run('2028-02-28 17:00Z', 3),
    seen: '2028-03-01 18:00Z',
    expected: { current: 3, freezes: 2 },
  },
  {
    row: 22,
    name: 'new year',
    events: run('2026-12-31 17:00Z', 2),
    seen: '2027-01-01 18:00Z',
    expected: { current: 2 },
  },
  {
    row: 23,
    name: 'one interaction delivered twice',
    events: [study('2026-01-05 17:00Z'), study('2026-01-05 17:00Z'), study('2026-01-06 17:00Z')],
    seen: '2026-01-06 18:00Z',
    expected: { current: 2, total: 2 },
  },
  {
    row: 24,
    name: 'events arrive out of order',
    events: [study('2026-01-07 17:00Z'), study('2026-01-05 17:00Z'), study('2026-01-06 17:00Z')],
    seen: '2026-01-07 18:00Z',
    expected: { current: 3, freezes: 2 },
  },
  {
    row: 25,
    name: 'a late arrival fills a gap: no freeze is spent',
    events: [study('2026-01-05 17:00Z'), study('2026-01-07 17:00Z'), study('2026-01-06 17:00Z')],
    seen: '2026-01-07 18:00Z',
    expected: { current: 3, freezes: 2 },
  },
  {
    row: 26,
    name: 'clicked at 23:59:58 local, handled at 00:00:04: the click counts',
    events: [study('2026-01-05 17:00Z'), study('2026-01-07 04:59:58Z')],
    seen: '2026-01-07 05:00Z',
    expected: { current: 2, state: 'pending' },
  },
  {
    row: 27,
    name: 'Los Angeles to Auckland loses a civil date: no freeze, no break',
    events: [
      study('2026-01-11 06:00Z', 'America/Los_Angeles'),
      study('2026-01-11 19:00Z', 'Pacific/Auckland'),
    ],
    seen: '2026-01-11 20:00Z',
    zone: 'Pacific/Auckland',
    expected: { current: 2, freezes: 2 },
  },
  {
    row: 29,
    name: 'zone hop: Honolulu 23:00, then Kiritimati 23:10 on "the next day"',
    events: [
      study('2026-01-11 09:00Z', 'Pacific/Honolulu'),
      study('2026-01-11 09:10Z', 'Pacific/Kiritimati'),
    ],
    seen: '2026-01-11 09:20Z',
    zone: 'Pacific/Kiritimati',
    expected: { current: 1 },
  },
  {
    row: 30,
    name: 'one hour east does not matter',
    events: [study('2026-01-05 20:00Z', 'Europe/London'), study('2026-01-06 20:00Z', 'Europe/Paris')],
    seen: '2026-01-06 21:00Z',
    zone: 'Europe/Paris',
    expected: { current: 2, freezes: 2 },
  },
  {
    row: 32,
    name: 'a day on which Sensei was away is exempt',
    events: [
      ...run('2026-01-01 17:00Z', 2),
      ...run('2026-01-04 17:00Z', 2),
      { kind: 'exempt', date: date('2026-01-03') },
    ],
    seen: '2026-01-05 20:00Z',
    expected: { current: 4, freezes: 2 },
  },
  {
    row: 33,
    name: 'a holiday of ten days',
    events: [
      ...threeDays,
      { kind: 'pause', from: date('2026-01-04'), to: date('2026-01-13') },
      study('2026-01-14 17:00Z'),
    ],
    seen: '2026-01-14 18:00Z',
    expected: { current: 4, freezes: 2 },
  },
  {
    row: 34,
    name: 'mended within two days of the break',
    events: [...threeDays, study('2026-01-07 17:00Z'), repair('2026-01-07 17:10Z')],
    seen: '2026-01-07 18:00Z',
    expected: { current: 4 },
  },
  {
    row: 35,
    name: 'a review that comes too late mends nothing',
    events: [...threeDays, study('2026-01-12 17:00Z'), repair('2026-01-12 17:10Z')],
    seen: '2026-01-12 18:00Z',
    expected: { current: 1, best: 3 },
  },
  {
    row: 37,
    name: 'at UTC+14 two answers to one post lie on two local days',
    events: [
      study('2026-01-05 09:30Z', 'Pacific/Kiritimati'),
      study('2026-01-05 10:30Z', 'Pacific/Kiritimati'),
    ],
    seen: '2026-01-05 11:00Z',
    zone: 'Pacific/Kiritimati',
    expected: { current: 2 },
  },
  {
    row: 38,
    name: '400 days, no drift',
    events: run('2025-01-01 17:00Z', 400),
    seen: '2026-02-04 20:00Z',
    expected: { current: 400, best: 400, freezes: 2 },
  },
  {
    row: 39,
    name: 'now lies before the last event: the clock was set back',
    events: threeDays,
    seen: '2026-01-02 12:00Z',
    expected: { current: 3, state: 'done' },
  },
];

describe('the case table of the streak', () => {
  test.each(CASES)('$row: $name', ({ events, seen, zone = NEW_YORK, expected }) => {
    expect(streakOf(events, { now: utc(seen), zone })).toMatchObject(expected);
  });
});
