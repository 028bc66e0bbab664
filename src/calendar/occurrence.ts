/**
 * When a wall-clock rule comes round next. Where the clock is turned back, the first of the two moments counts;
 * where it is turned forward over the time, the moment is as much later as the clock jumped (Temporal's
 * "compatible" rule). The zone of the process plays no part.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, type CivilDate, localDate, weekdayOf } from '../tutor/civil-date.ts';
import type { Zone } from '../tutor/types.ts';
import type { WallMinutes } from './wall-time.ts';
import { hasWeekday, type WeekdaySet } from './weekdays.ts';

export interface WallRule {
  readonly zone: Zone;
  readonly minutes: WallMinutes;
  readonly weekdays: WeekdaySet;
}

export interface Occurrence {
  /** UTC ms. */
  readonly at: number;
  /** The date in the rule's zone at that instant; no two occurrences of a rule share one. */
  readonly localDate: CivilDate;
}

/** A week, and as much again for dates that a zone skipped at the date line. */
const SEARCH_DAYS = 16;

/**
 * The occurrence on a date; null where the zone never had that date (Apia, 2011-12-30). A time that a jump of
 * the clock at the end of the day swallowed (Nuuk, 23:30 on 2026-03-28) comes earlier instead of later, since
 * later would be the next date.
 */
export function occurrenceOn(rule: Pick<WallRule, 'zone' | 'minutes'>, date: CivilDate): Occurrence | null {
  const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
  const wall = midnight.add({ minutes: rule.minutes });
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const moment = wall.toZonedDateTime(rule.zone, { disambiguation });
    if (moment.toPlainDate().toString() === date) return { at: moment.epochMilliseconds, localDate: date };
  }
  return null;
}

/**
 * The first occurrence strictly after an instant (UTC ms); null for a rule without days.
 * @throws RangeError when the zone is unknown.
 */
export function nextOccurrence(rule: WallRule, afterMs: number): Occurrence | null {
  const today = localDate(afterMs, rule.zone);
  for (let day = 0; day <= SEARCH_DAYS; day += 1) {
    const date = addDays(today, day);
    if (!hasWeekday(rule.weekdays, weekdayOf(date))) continue;
    const found = occurrenceOn(rule, date);
    if (found !== null && found.at > afterMs) return found;
  }
  return null;
}

/** The occurrences after `fromMs` up to and including `toMs` (UTC ms), oldest first. */
export function* occurrencesBetween(rule: WallRule, fromMs: number, toMs: number): Generator<Occurrence> {
  for (let found = nextOccurrence(rule, fromMs); found !== null && found.at <= toMs; ) {
    yield found;
    found = nextOccurrence(rule, found.at);
  }
}
