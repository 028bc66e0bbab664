import { addDays, type CivilDate, localDate } from './civil-date.ts';
import type { Zone } from './types.ts';

const STEP_MS = 3_600_000;

/**
 * True when the date has at least a moment in the zone. Where a country moves over the date line a date is
 * missing: Apia has no 2011-12-30, Kwajalein no 1993-08-21.
 */
export function dateExists(date: CivilDate, zone: Zone): boolean {
  const noonUtc = Date.parse(`${date}T12:00:00Z`);
  if (localDate(noonUtc, zone) === date) return true;
  const from = Date.parse(`${addDays(date, -1)}T00:00:00Z`);
  const to = Date.parse(`${addDays(date, 2)}T00:00:00Z`);
  for (let at = from; at < to; at += STEP_MS) {
    if (localDate(at, zone) === date) return true;
  }
  return false;
}
