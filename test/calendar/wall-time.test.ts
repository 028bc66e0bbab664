import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeWallTime, parseWallTime } from '../../src/calendar/wall-time.ts';

describe('parseWallTime', () => {
  test.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30 pm', '21:30'],
    ['09:05p', '21:05'],
    ['21.15', '21:15'],
    ['21h15', '21:15'],
    ['0900', '09:00'],
    ['2359', '23:59'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:30 AM', '00:30'],
    ['noon', '12:00'],
    [' Midnight ', '00:00'],
    ['0000', '00:00'],
  ])('reads %j as %s', (typed, shown) => {
    const reading = parseWallTime(typed);
    expect(reading.ok && makeWallTime(reading.minutes)).toBe(shown);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['soon', 'unclear'],
    ['9:5', 'unclear'],
    ['09:00:30', 'unclear'],
    ['-9am', 'unclear'],
    ['900', 'unclear'],
    ['9', 'ambiguous'],
    ['24:00', 'out-of-range'],
    ['12:60', 'out-of-range'],
    ['13pm', 'out-of-range'],
    ['0am', 'out-of-range'],
    ['2460', 'out-of-range'],
  ])('refuses %j as %s', (typed, reason) => {
    expect(parseWallTime(typed)).toMatchObject({ ok: false, reason });
  });

  test('an hour alone is answered with the three ways to say it', () => {
    expect(parseWallTime('9')).toMatchObject({ hint: 'Say which half of the day: 9am, 9pm or 09:00.' });
  });

  test('every hint names a form that is read', () => {
    const reading = parseWallTime('tea time');
    const forms = reading.ok ? [] : (reading.hint.match(/\d{2}:\d{2}|\d+am/g) ?? []);
    expect(forms.map((form) => parseWallTime(form).ok)).toEqual([true, true, true]);
  });

  test('never throws, and reads only whole minutes of a day', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const reading = parseWallTime(typed);
        if (reading.ok) expect(makeWallTime(reading.minutes)).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
    );
  });
});

test('what makeWallTime makes, parseWallTime reads: all 1440 minutes', () => {
  const read = Array.from({ length: 1440 }, (_, minutes) => parseWallTime(makeWallTime(minutes)));
  expect(read).toEqual(Array.from({ length: 1440 }, (_, minutes) => ({ ok: true, minutes })));
});
