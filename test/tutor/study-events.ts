/** Events of a streak, said shortly. */
import { localDate } from '../../src/tutor/civil-date.ts';
import type { StudyEvent } from '../../src/tutor/types.ts';

export const DAY_MS = 86_400_000;
export const NEW_YORK = 'America/New_York';

/** UTC ms of `2026-01-05 17:00Z` (or with seconds). */
export function utc(text: string): number {
  const ms = Date.parse(text.replace(' ', 'T'));
  if (Number.isNaN(ms)) throw new Error(`not an instant: ${text}`);
  return ms;
}

export function studyAt(at: number, zone = NEW_YORK, by: 'daily' | 'set' = 'daily'): StudyEvent {
  return { kind: 'study', by, at, zone, date: localDate(at, zone) };
}

export function study(text: string, zone = NEW_YORK): StudyEvent {
  return studyAt(utc(text), zone);
}

export function repair(text: string, zone = NEW_YORK): StudyEvent {
  return { kind: 'repair', at: utc(text), zone, date: localDate(utc(text), zone) };
}

/** One answer each 24 hours. */
export function run(first: string, count: number, zone = NEW_YORK): StudyEvent[] {
  return Array.from({ length: count }, (_, day) => studyAt(utc(first) + day * DAY_MS, zone));
}
