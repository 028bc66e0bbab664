/** A time of day on the wall, as an admin types it, and back. */

/** Whole minutes since midnight, 0 to 1439. */
export type WallMinutes = number;

export const WALL_TIME_FLAWS = ['empty', 'unclear', 'ambiguous', 'out-of-range'] as const;
export type WallTimeFlaw = (typeof WALL_TIME_FLAWS)[number];

export type WallTimeReading =
  | { readonly ok: true; readonly minutes: WallMinutes }
  /** `hint` is a sentence that says what to type instead. */
  | { readonly ok: false; readonly reason: WallTimeFlaw; readonly hint: string };

const HOUR = 60;
const EXAMPLES = 'Type a time such as 09:00, 9am or 21:15.';

const WORDS: ReadonlyMap<string, WallMinutes> = new Map([
  ['noon', 12 * HOUR],
  ['midday', 12 * HOUR],
  ['midnight', 0],
]);

function flaw(reason: WallTimeFlaw, hint: string): WallTimeReading {
  return { ok: false, reason, hint };
}

/** The hour of the 24-hour clock; null where there is no such hour. 12am is midnight, 12pm noon. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function clockTime(hours: string, minutes: string | undefined, half: string | undefined): WallTimeReading {
  if (minutes === undefined && half === undefined) {
    const morning = makeWallTime((Number(hours) % 24) * HOUR);
    return flaw('ambiguous', `Say which half of the day: ${hours}am, ${hours}pm or ${morning}.`);
  }
  const hour = hourOfDay(Number(hours), half);
  const minute = Number(minutes ?? '0');
  if (hour === null || minute > 59) return flaw('out-of-range', `There is no such time of day. ${EXAMPLES}`);
  return { ok: true, minutes: hour * HOUR + minute };
}

/** Reads `09:00`, `9am`, `9:30 pm`, `21.15`, `21h15`, `0900`, `noon` or `midnight`, in any case. */
export function parseWallTime(text: string): WallTimeReading {
  const typed = text.trim().toLowerCase();
  if (typed === '') return flaw('empty', EXAMPLES);
  const word = WORDS.get(typed);
  if (word !== undefined) return { ok: true, minutes: word };
  const match =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:([ap])\.?\s?(?:m\.?)?)?$/.exec(typed) ??
    /^(\d{2})(\d{2})$/.exec(typed);
  if (match === null) return flaw('unclear', `"${text.trim()}" is not a time of day. ${EXAMPLES}`);
  return clockTime(match[1] ?? '', match[2], match[3]);
}

/** `09:00`; what it makes, `parseWallTime` reads. */
export function makeWallTime(minutes: WallMinutes): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}
