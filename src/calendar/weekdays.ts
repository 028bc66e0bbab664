/** Days of the week, as an admin types them, and back. */
import type { Weekday } from '../tutor/civil-date.ts';

/** A set of weekdays as bits: 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday; 0 is no day, 127 every day. */
export type WeekdaySet = number;

export const EVERY_DAY: WeekdaySet = 0b111_1111;
export const WORKDAYS: WeekdaySet = 0b001_1111;
export const WEEKEND: WeekdaySet = 0b110_0000;

export type WeekdaysReading =
  | { readonly ok: true; readonly weekdays: WeekdaySet }
  /** `hint` is a sentence that says what to type instead. */
  | { readonly ok: false; readonly reason: 'empty' | 'unclear'; readonly hint: string };

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const EXAMPLES = 'Type weekdays, weekends, daily, or days such as "mon, wed, fri" or "mon-fri".';

const WHOLES: ReadonlyMap<string, WeekdaySet> = new Map([
  ['daily', EVERY_DAY],
  ['everyday', EVERY_DAY],
  ['every day', EVERY_DAY],
  ['all', EVERY_DAY],
  ['all days', EVERY_DAY],
  ['weekday', WORKDAYS],
  ['weekdays', WORKDAYS],
  ['workdays', WORKDAYS],
  ['weekend', WEEKEND],
  ['weekends', WEEKEND],
]);

export function hasWeekday(weekdays: WeekdaySet, weekday: Weekday): boolean {
  return (weekdays & (1 << (weekday - 1))) !== 0;
}

/** 0 Monday to 6 Sunday for a name of which at least two letters are given (`tu`, `tues`, `Tuesdays`); -1 otherwise. */
function dayIndex(word: string): number {
  const name = word.length > 3 ? word.replace(/s$/, '') : word;
  if (name.length < 2) return -1;
  return NAMES.findIndex((full) => full.startsWith(name) || full === word);
}

/** The days from one to another, around the weekend where need be. */
function range(from: number, to: number): WeekdaySet {
  let days = 0;
  for (let day = from; ; day = (day + 1) % 7) {
    days |= 1 << day;
    if (day === to) return days;
  }
}

/** The days of one word: a name, a range or a word for several; null when it is none. */
function daysOf(word: string): WeekdaySet | null {
  const whole = WHOLES.get(word);
  if (whole !== undefined) return whole;
  const ends = word.split('-').map(dayIndex);
  const [from = -1, to = from] = ends;
  return from < 0 || to < 0 || ends.length > 2 ? null : range(from, to);
}

/** Reads `weekdays`, `daily`, `every day`, `weekends`, `mon,wed,fri`, `mon-fri`, `Monday Thursday`, `sat and sun`. */
export function parseWeekdays(text: string): WeekdaysReading {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*(?:[-–—]|\bto\b)\s*/g, '-');
  if (typed === '') return { ok: false, reason: 'empty', hint: EXAMPLES };
  const words = WHOLES.has(typed)
    ? [typed]
    : typed.split(/[\s,;/+&.]+|\band\b/).filter((word) => word !== '');
  let weekdays = 0;
  for (const word of words) {
    const days = daysOf(word);
    if (days === null) return { ok: false, reason: 'unclear', hint: `"${word}" is not a day. ${EXAMPLES}` };
    weekdays |= days;
  }
  return weekdays === 0 ? { ok: false, reason: 'empty', hint: EXAMPLES } : { ok: true, weekdays };
}

/** `daily`, `weekdays`, `weekends` or `Mon, Wed, Fri`; what it makes of 1 to 127, `parseWeekdays` reads. */
export function makeWeekdays(weekdays: WeekdaySet): string {
  if (weekdays === EVERY_DAY) return 'daily';
  if (weekdays === WORKDAYS) return 'weekdays';
  if (weekdays === WEEKEND) return 'weekends';
  return SHORT.filter((_, index) => hasWeekday(weekdays, (index + 1) as Weekday)).join(', ');
}
