import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERY_DAY, hasWeekday, makeWeekdays, parseWeekdays } from '../../src/calendar/weekdays.ts';

describe('parseWeekdays', () => {
  test.each([
    ['weekdays', 'weekdays'],
    ['daily', 'daily'],
    ['Every Day', 'daily'],
    ['everyday', 'daily'],
    ['weekends', 'weekends'],
    ['mon,wed,fri', 'Mon, Wed, Fri'],
    ['mon-fri', 'weekdays'],
    ['Mon – Fri', 'weekdays'],
    ['monday to thursday', 'Mon, Tue, Wed, Thu'],
    ['fri-mon', 'Mon, Fri, Sat, Sun'],
    ['Monday Thursday', 'Mon, Thu'],
    ['Tuesdays and Thursdays', 'Tue, Thu'],
    ['sat & sun', 'weekends'],
    ['weekdays, sat', 'Mon, Tue, Wed, Thu, Fri, Sat'],
    ['tu th', 'Tue, Thu'],
    ['sunday, monday, sunday', 'Mon, Sun'],
    ['mon-mon', 'Mon'],
  ])('reads %j as %s', (typed, shown) => {
    const reading = parseWeekdays(typed);
    expect(reading.ok && makeWeekdays(reading.weekdays)).toBe(shown);
  });

  test.each([
    ['', 'empty'],
    [' , ', 'empty'],
    ['m', 'unclear'],
    ['mon, someday', 'unclear'],
    ['mon-wed-fri', 'unclear'],
    ['mon-', 'unclear'],
    ['t', 'unclear'],
    ['month', 'unclear'],
    ['constructor', 'unclear'],
  ])('refuses %j as %s', (typed, reason) => {
    expect(parseWeekdays(typed)).toMatchObject({ ok: false, reason });
  });

  test('names the word that it does not know', () => {
    expect(parseWeekdays('mon, someday')).toMatchObject({ hint: expect.stringContaining('"someday"') });
  });

  test('never throws, and reads only sets with a day in them', () => {
    const words = fc.constantFrom('mon', 'tue-sat', 'and', 'daily', '-', ',', 'x', ' ', 'sun');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join(' ')),
        ),
        (typed) => {
          const reading = parseWeekdays(typed);
          if (reading.ok) expect(reading.weekdays).toSatisfy((set: number) => set >= 1 && set <= EVERY_DAY);
        },
      ),
    );
  });
});

test('what makeWeekdays makes, parseWeekdays reads: all 127 sets', () => {
  for (let weekdays = 1; weekdays <= EVERY_DAY; weekdays += 1) {
    expect(parseWeekdays(makeWeekdays(weekdays))).toEqual({ ok: true, weekdays });
  }
});

test('Monday is the lowest bit, Sunday the highest', () => {
  expect([hasWeekday(1, 1), hasWeekday(64, 7), hasWeekday(1, 2)]).toEqual([true, true, false]);
});
