import { afterEach, describe, expect, test } from 'vitest';
import {
  nextOccurrence,
  occurrenceOn,
  occurrencesBetween,
  type WallRule,
} from '../../src/calendar/occurrence.ts';
import { parseWallTime } from '../../src/calendar/wall-time.ts';
import { EVERY_DAY, WORKDAYS } from '../../src/calendar/weekdays.ts';
import { addDays, type CivilDate, daysBetween } from '../../src/tutor/civil-date.ts';

const HOUR_MS = 3_600_000;

function minutesOf(time: string): number {
  const reading = parseWallTime(time);
  if (!reading.ok) throw new Error(reading.hint);
  return reading.minutes;
}

function rule(zone: string, time: string, weekdays = EVERY_DAY): WallRule {
  return { zone, minutes: minutesOf(time), weekdays };
}

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString().slice(0, 16));
const date = (text: string) => text as CivilDate;

/** Date and minutes on the clock of a zone, by Intl alone, to check against. */
function wallClock(zone: string): (at: number) => { date: string; minutes: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const minutes = Number(part.hour) * 60 + Number(part.minute);
    return { date: `${part.year}-${part.month}-${part.day}`, minutes };
  };
}

describe('named traps', () => {
  test.each([
    ['New York, skipped 02:30', 'America/New_York', '02:30', '2026-03-08', '2026-03-08T07:30'],
    ['Cairo, skipped midnight', 'Africa/Cairo', '00:00', '2026-04-24', '2026-04-23T22:00'],
    ['Santiago, skipped midnight', 'America/Santiago', '00:00', '2026-09-06', '2026-09-06T04:00'],
    [
      'Lord Howe, skipped 02:15 of half an hour',
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-04',
      '2026-10-03T15:45',
    ],
    ['Havana, skipped 00:30', 'America/Havana', '00:30', '2026-03-08', '2026-03-08T05:30'],
    ['New York, 01:30 twice: the first', 'America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30'],
    ['Lord Howe, 01:45 twice: the first', 'Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45'],
    ['Troll, skipped 01:30 of two hours', 'Antarctica/Troll', '01:30', '2026-03-29', '2026-03-29T01:30'],
    ['Troll, 02:30 twice: the first', 'Antarctica/Troll', '02:30', '2026-10-25', '2026-10-25T00:30'],
    ['Nuuk, skipped 23:30 stays on its date', 'America/Nuuk', '23:30', '2026-03-28', '2026-03-29T00:30'],
    ['Kathmandu, a quarter-hour offset', 'Asia/Kathmandu', '09:00', '2026-01-05', '2026-01-05T03:15'],
    ['leap day', 'Europe/London', '09:00', '2028-02-29', '2028-02-29T09:00'],
  ])('%s', (_, zone, time, day, expected) => {
    const found = occurrenceOn(rule(zone, time), date(day));
    expect(iso(found?.at)).toBe(expected);
    expect(found?.localDate).toBe(wallClock(zone)(found?.at ?? 0).date);
  });

  test('a date that never was has no occurrence, and the next follows', () => {
    const apia = rule('Pacific/Apia', '09:00');
    expect(occurrenceOn(apia, date('2011-12-30'))).toBeNull();
    const dates = [...occurrencesBetween(apia, Date.UTC(2011, 11, 29), Date.UTC(2012, 0, 1))];
    expect(dates.map((found) => found.localDate)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });

  test('a rule for the one weekday that was skipped finds the next one', () => {
    const fridays = rule('Pacific/Apia', '09:00', 0b001_0000);
    expect(nextOccurrence(fridays, Date.UTC(2011, 11, 28))?.localDate).toBe('2012-01-06');
  });
});

describe('nextOccurrence', () => {
  test('is strictly after the instant', () => {
    const nine = rule('UTC', '09:00');
    expect(iso(nextOccurrence(nine, Date.UTC(2026, 0, 5, 8, 59))?.at)).toBe('2026-01-05T09:00');
    expect(iso(nextOccurrence(nine, Date.UTC(2026, 0, 5, 9))?.at)).toBe('2026-01-06T09:00');
  });

  test('keeps to the days of the rule, by the date in its zone', () => {
    const sydney = rule('Australia/Sydney', '08:00', WORKDAYS);
    const friday = nextOccurrence(sydney, Date.UTC(2026, 0, 8, 0));
    expect(friday).toMatchObject({ localDate: '2026-01-09', at: Date.UTC(2026, 0, 8, 21) });
    expect(nextOccurrence(sydney, friday?.at ?? 0)?.localDate).toBe('2026-01-12');
  });

  test('is null for a rule without days', () => {
    expect(nextOccurrence(rule('UTC', '09:00', 0), 0)).toBeNull();
  });

  test('the second 01:30 of a night is not one of its own', () => {
    const first = nextOccurrence(rule('America/New_York', '01:30'), Date.UTC(2026, 9, 31, 12));
    expect(iso(first?.at)).toBe('2026-11-01T05:30');
    expect(nextOccurrence(rule('America/New_York', '01:30'), first?.at ?? 0)?.localDate).toBe('2026-11-02');
  });
});

/** Every zone takes minutes, so a spread of them by default; `ALL_ZONES=1` takes each. */
const ZONES = Intl.supportedValuesOf('timeZone').filter(
  (_, index) => process.env.ALL_ZONES === '1' || index % 35 === 0,
);
const TRICKY = [
  'Antarctica/Troll',
  'Africa/Cairo',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'America/Santiago',
];

describe('two years, brute force', () => {
  const from = Date.UTC(2026, 0, 2);
  const to = Date.UTC(2028, 0, 1);

  test.each(['00:00', '02:30', '23:30'])('one occurrence a local date at %s in every zone', (time) => {
    for (const zone of new Set([...ZONES, ...TRICKY])) {
      const clock = wallClock(zone);
      const wanted = minutesOf(time);
      let moved = 0;
      let previous: { at: number; localDate: CivilDate } | null = null;
      for (const found of occurrencesBetween(rule(zone, time), from, to)) {
        const shown = clock(found.at);
        expect(shown.date).toBe(found.localDate);
        // A jump of the clock moves a skipped time by its own size: two hours in Troll, at most one elsewhere.
        const jump = Math.abs(shown.minutes - wanted);
        expect(jump).toBeLessThanOrEqual(120);
        if (jump > 0) moved += 1;
        if (previous !== null) {
          expect(daysBetween(previous.localDate, found.localDate)).toBe(1);
          expect(Math.abs(found.at - previous.at - 24 * HOUR_MS)).toBeLessThanOrEqual(2 * HOUR_MS);
        }
        previous = found;
      }
      expect(moved).toBeLessThanOrEqual(2);
      expect(previous?.localDate.slice(0, 4)).toMatch(/2027|2028/);
    }
  });

  test('2028 has 366 local dates, each once', () => {
    const lastOf2027 = Date.UTC(2027, 11, 31, 23);
    const dates = [
      ...occurrencesBetween(rule('America/New_York', '09:00'), lastOf2027, Date.UTC(2028, 11, 31, 23)),
    ];
    const expected = Array.from({ length: 366 }, (_, day) => addDays(date('2028-01-01'), day));
    expect(dates.map((found) => found.localDate)).toEqual(expected);
  });
});

describe('the zone of the process', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test.each(['America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'])('plays no part: TZ=%s', (zone) => {
    process.env.TZ = zone;
    expect(new Date(Date.UTC(2026, 0, 5)).getTimezoneOffset()).not.toBe(0);
    expect(iso(occurrenceOn(rule('America/New_York', '02:30'), date('2026-03-08'))?.at)).toBe(
      '2026-03-08T07:30',
    );
    expect(nextOccurrence(rule('Europe/Berlin', '00:30'), Date.UTC(2026, 0, 5, 23))).toEqual({
      at: Date.UTC(2026, 0, 5, 23, 30),
      localDate: '2026-01-06',
    });
  });
});
