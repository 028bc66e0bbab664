/** Days between two moments that may have been lived in different time zones. */
import { addDays, type CivilDate, daysBetween, localDate } from './civil-date.ts';
import type { Zone } from './types.ts';

/** An instant (UTC ms) with the zone and the civil date that were recorded with it. */
export interface Moment {
  readonly at: number;
  readonly zone: Zone;
  readonly date: CivilDate;
}

/** A distance in civil days on one clock. */
export interface Gap {
  /** 0 or less: the same day; 1: the next day; more: days were missed between. */
  readonly days: number;
  /** The earlier moment's date on that clock. */
  readonly from: CivilDate;
  readonly zone: Zone;
}

/** A moment's date on the clock of a zone; its own recorded date is never computed again. */
export function dateOn(moment: Moment, zone: Zone): CivilDate {
  return moment.zone === zone ? moment.date : localDate(moment.at, zone);
}

function gapOn(zone: Zone, earlier: Moment, later: Moment): Gap {
  const from = dateOn(earlier, zone);
  return { days: daysBetween(from, dateOn(later, zone)), from, zone };
}

/** The gap with fewer days; the first when they are equal. */
export function smallerGap(a: Gap, b: Gap): Gap {
  return b.days < a.days ? b : a;
}

/**
 * The gap by the clocks of both moments, whichever is smaller. So a flight over the date line costs no day,
 * and setting the zone ahead wins none.
 */
export function gapBetween(earlier: Moment, later: Moment): Gap {
  const onLater = gapOn(later.zone, earlier, later);
  return earlier.zone === later.zone ? onLater : smallerGap(onLater, gapOn(earlier.zone, earlier, later));
}

/** The dates strictly inside a gap, oldest first. */
export function* datesInside(gap: Gap): Generator<CivilDate> {
  for (let day = 1; day < gap.days; day += 1) yield addDays(gap.from, day);
}
