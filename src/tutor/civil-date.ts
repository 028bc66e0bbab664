/**
 * Dates as people write them, without an instant. All arithmetic runs on UTC midnights, so the zone of the
 * process plays no part.
 */

/** An IANA time zone name as the person chose it, such as `Europe/Kyiv`. */
export type Zone = string;

declare const brand: unique symbol;
/** A date of the Gregorian calendar as `YYYY-MM-DD`; such strings sort in the order of time. */
export type CivilDate = string & { readonly [brand]: 'CivilDate' };

/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

function midnightUtc(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOfUtc(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10) as CivilDate;
}

/** True for a date that exists in the calendar, written `YYYY-MM-DD`; years 0001 to 9999. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && dateOfUtc(ms) === text;
}

/** The date in a text of the form `YYYY-MM-DD`, or null. */
export function parseCivilDate(text: string): CivilDate | null {
  return isCivilDate(text) ? text : null;
}

/** Making a formatter costs a hundred times as much as using one. */
const formatters = new Map<Zone, Intl.DateTimeFormat>();

function formatterFor(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/**
 * The civil date in `zone` at an instant (UTC ms).
 * @throws RangeError when the zone is unknown: zones are checked where they enter.
 */
export function localDate(instantMs: number, zone: Zone): CivilDate {
  const found = { year: '', month: '', day: '' };
  for (const { type, value } of formatterFor(zone).formatToParts(instantMs)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = value;
  }
  return `${found.year.padStart(4, '0')}-${found.month}-${found.day}` as CivilDate;
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return Math.round((midnightUtc(b) - midnightUtc(a)) / DAY_MS);
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfUtc(midnightUtc(date) + days * DAY_MS);
}

export function weekdayOf(date: CivilDate): Weekday {
  const sundayIsZero = new Date(midnightUtc(date)).getUTCDay();
  return (sundayIsZero === 0 ? 7 : sundayIsZero) as Weekday;
}

/** The Monday of the ISO week in which the date lies. */
export function isoWeekStart(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The first of the date's month. */
export function monthStart(date: CivilDate): CivilDate {
  return `${date.slice(0, 8)}01` as CivilDate;
}
