import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CivilDate,
  daysBetween,
  isoWeekStart,
  localDate,
  monthStart,
  parseCivilDate,
  weekdayOf,
} from '../../src/tutor/civil-date.ts';
import { dateExists } from '../../src/tutor/date-exists.ts';

const date = (text: string) => text as CivilDate;
const anyDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => date(day.toISOString().slice(0, 10)));

describe('localDate', () => {
  test.each([
    ['2026-01-05T04:59:59Z', 'America/New_York', '2026-01-04'],
    ['2026-01-05T05:00:00Z', 'America/New_York', '2026-01-05'],
    ['2026-01-05T10:00:00Z', 'Pacific/Kiritimati', '2026-01-06'],
    ['2026-01-05T18:14:59Z', 'Asia/Kathmandu', '2026-01-05'],
    ['2026-01-05T18:15:00Z', 'Asia/Kathmandu', '2026-01-06'],
    ['2028-02-29T23:30:00Z', 'UTC', '2028-02-29'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDate(Date.parse(instant), zone)).toBe(expected);
  });

  test('an unknown zone is a bug of the caller', () => {
    expect(() => localDate(0, 'Mars/Phobos')).toThrow(RangeError);
  });
});

describe('parseCivilDate', () => {
  test.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-1-05',
    '0000-01-01',
    '20260105',
    '',
    '2026-01-05 ',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeNull();
  });

  test('takes leap days of leap years', () => {
    expect(parseCivilDate('2028-02-29')).toBe('2028-02-29');
  });
});

describe('arithmetic', () => {
  test('addDays and daysBetween undo each other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('a week starts on a Monday, at most six days back', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const monday = isoWeekStart(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, day)).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  test('knows weekdays and months', () => {
    expect(weekdayOf(date('2026-11-23'))).toBe(1);
    expect(weekdayOf(date('2026-11-29'))).toBe(7);
    expect(isoWeekStart(date('2027-01-01'))).toBe('2026-12-28');
    expect(monthStart(date('2028-02-29'))).toBe('2028-02-01');
  });
});

describe('dateExists', () => {
  test.each([
    ['2011-12-30', 'Pacific/Apia', false],
    ['2011-12-31', 'Pacific/Apia', true],
    ['1993-08-21', 'Pacific/Kwajalein', false],
    ['2011-12-30', 'Pacific/Auckland', true],
    ['2026-01-05', 'Pacific/Kiritimati', true],
    ['2026-01-05', 'Pacific/Pago_Pago', true],
  ])('%s in %s: %s', (day, zone, expected) => {
    expect(dateExists(date(day), zone)).toBe(expected);
  });
});
