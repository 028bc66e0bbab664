/** When a channel's question is due; how that is computed is the schedule's business. */
import type { CivilDate } from '../tutor/civil-date.ts';
import type { Zone } from '../tutor/types.ts';

export interface Timetable {
  /** Minutes since local midnight, 0 to 1439. */
  readonly minutes: number;
  /** 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up; 1 to 127. */
  readonly weekdays: number;
  readonly zone: Zone;
}

export interface Occurrence {
  /** UTC ms. */
  readonly at: number;
  /** The local date of that instant. */
  readonly localDate: CivilDate;
}

/** The first occurrence strictly after an instant (UTC ms); null when there is none. */
export type NextDue = (timetable: Timetable, after: number) => Occurrence | null;
