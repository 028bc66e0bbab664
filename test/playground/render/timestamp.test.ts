import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerTime,
  relativeTime,
  type TimestampStyle,
  timestampStyle,
  timestampText,
} from '../../../src/playground/render/timestamp.ts';
import { NOW } from './messages.ts';

const view = { now: NOW, locale: 'en-GB', timeZone: 'UTC' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('timestampText', () => {
  const at = Date.parse('2021-04-20T16:20:30Z');
  // How the parts are joined ("at", a comma) differs between versions of the language data.
  it.each<[TimestampStyle, RegExp]>([
    ['t', /^16:20$/],
    ['T', /^16:20:30$/],
    ['d', /^20.04.2021$/],
    ['D', /^20 April 2021$/],
    ['f', /^20 April 2021(,| at) 16:20$/],
    ['F', /^Tuesday,? 20 April 2021(,| at) 16:20$/],
    ['s', /^20.04.2021, 16:20$/],
    ['S', /^20.04.2021, 16:20:30$/],
    ['R', /^6 years ago$/],
  ])('draws style %s as %s', (style, text) => {
    expect(timestampText(at, style, view)).toMatch(text);
  });

  it('shows each reader their own zone', () => {
    expect(timestampText(at, 't', { ...view, timeZone: 'Asia/Tokyo' })).toBe('01:20');
  });

  it('says so when the instant does not exist', () => {
    expect(timestampText(9e15, 'R', view)).toBe('Invalid Date');
  });
});

describe('relativeTime', () => {
  it.each([
    [0, 'in 0 seconds'],
    [30_000, 'in 30 seconds'],
    [-59_000, '59 seconds ago'],
    [59_600, 'in 1 minute'],
    [59.7 * MINUTE, 'in 1 hour'],
    [-2 * HOUR, '2 hours ago'],
    [23.6 * HOUR, 'in 1 day'],
    [-20 * DAY, '20 days ago'],
    [45 * DAY, 'in 1 month'],
    [-400 * DAY, '1 year ago'],
  ])('%d ms from now is %s', (distance, text) => {
    expect(relativeTime(NOW + distance, view)).toBe(text);
  });

  it('never names more of a unit than makes the next one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e11, max: 3e11 }), (distance) => {
        const text = relativeTime(NOW + distance, view);
        const [, count, unit] = /(\d+) (second|minute|hour|day|month|year)/.exec(text) ?? [];
        const enough: Record<string, number> = {
          second: 60,
          minute: 60,
          hour: 24,
          day: 30,
          month: 12,
          year: 100,
        };
        expect(Number(count)).toBeLessThan(enough[unit ?? ''] ?? 0);
      }),
    );
  });
});

it('takes an unknown style as the default', () => {
  expect([undefined, 'q', 'toString', 'R', 'D'].map(timestampStyle)).toEqual(['f', 'f', 'f', 'R', 'D']);
});

it('heads messages with today, yesterday or the date', () => {
  expect(headerTime(NOW - HOUR, view)).toBe('Today at 08:00');
  expect(headerTime(NOW - 10 * HOUR, view)).toBe('Yesterday at 23:00');
  expect(headerTime(NOW - 3 * DAY, view)).toBe('21/11/2026 09:00');
});
