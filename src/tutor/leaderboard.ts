/** Places on a board, and the days that a board spans. */
import { addDays, type CivilDate, isoWeekStart, localDate, monthStart } from './civil-date.ts';
import type { Zone } from './types.ts';

export const BOARD_PERIODS = ['week', 'month', 'all'] as const;
export type BoardPeriod = (typeof BOARD_PERIODS)[number];

/** How many places a board shows before one's own. */
export const BOARD_TOP = 5;

export interface BoardEntry {
  readonly member: string;
  readonly score: number;
}

export interface RankedEntry extends BoardEntry {
  /** 1-based; equal scores share a place, and the next place is skipped: 1, 1, 3. */
  readonly place: number;
}

export interface Board {
  readonly top: readonly RankedEntry[];
  /** The viewer's own entry; null when they are not on the board. */
  readonly own: RankedEntry | null;
  /** The viewer with one neighbour on each side, in order; empty when the viewer is in `top` or not on the board. */
  readonly around: readonly RankedEntry[];
  /** Everybody on the board. */
  readonly size: number;
}

/** Highest first; members with equal scores in the order of their ids, so that a board never flickers. */
export function rank(entries: readonly BoardEntry[]): RankedEntry[] {
  const sorted = [...entries].sort((a, b) => b.score - a.score || (a.member < b.member ? -1 : 1));
  let place = 0;
  let previous: number | null = null;
  return sorted.map((entry, index) => {
    if (entry.score !== previous) place = index + 1;
    previous = entry.score;
    return { ...entry, place };
  });
}

/** A board as one viewer sees it. */
export function boardFor(entries: readonly BoardEntry[], viewer: string, size = BOARD_TOP): Board {
  const ranked = rank(entries);
  const index = ranked.findIndex((entry) => entry.member === viewer);
  return {
    top: ranked.slice(0, size),
    own: ranked[index] ?? null,
    around: index < size ? [] : ranked.slice(index - 1, index + 2),
    size: ranked.length,
  };
}

/** A span of civil dates; both ends belong to it. Null: no bound. */
export interface DateSpan {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

function monthEnd(date: CivilDate): CivilDate {
  return addDays(monthStart(addDays(monthStart(date), 31)), -1);
}

/** The dates of the period in which `now` (UTC ms) lies in the guild's zone: the ISO week (from Monday), the month. */
export function periodDates(period: BoardPeriod, now: number, zone: Zone): DateSpan {
  const today = localDate(now, zone);
  switch (period) {
    case 'week': {
      const from = isoWeekStart(today);
      return { from, to: addDays(from, 6) };
    }
    case 'month':
      return { from: monthStart(today), to: monthEnd(today) };
    case 'all':
      return { from: null, to: null };
  }
}
