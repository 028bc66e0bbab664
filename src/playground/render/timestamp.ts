/**
 * Discord's message timestamps, `<t:SECONDS:STYLE>`. Styles as in Discord's reference, "Message formatting".
 * Pure and free of Node, because the page draws them anew whenever its clock moves.
 */

/** What a timestamp is drawn with: "now" by the local Discord's clock, and the reader's language and zone. */
export interface TimeView {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A BCP 47 tag; the runtime's own when absent. */
  readonly locale?: string | undefined;
  /** An IANA zone; the runtime's own when absent. */
  readonly timeZone?: string | undefined;
}

const DATES = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  s: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  S: {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DateStyle = keyof typeof DATES;
export type TimestampStyle = DateStyle | 'R';

/** The style that a letter names; Discord's default, `f`, for none or a stranger. */
export function timestampStyle(letter: string | undefined): TimestampStyle {
  if (letter === 'R') return 'R';
  return letter !== undefined && Object.hasOwn(DATES, letter) ? (letter as DateStyle) : 'f';
}

/** Each unit with its length in seconds and how many of it make the next one. */
const UNITS = [
  ['second', 1, 60],
  ['minute', 60, 60],
  ['hour', 3600, 24],
  ['day', 86_400, 30],
  ['month', 2_629_800, 12],
  ['year', 31_557_600, Number.POSITIVE_INFINITY],
] as const;

/** "in 3 hours", "2 days ago": the largest unit of which there is at least one, rounded to the nearest. */
export function relativeTime(at: number, view: TimeView): string {
  const seconds = (at - view.now) / 1000;
  const format = new Intl.RelativeTimeFormat(view.locale);
  for (const [unit, length, enough] of UNITS) {
    const count = Math.round(seconds / length);
    if (Math.abs(count) < enough) return format.format(count, unit);
  }
  return format.format(Math.round(seconds / 31_557_600), 'year');
}

/** The words of one timestamp. `at` is in milliseconds. */
export function timestampText(at: number, style: TimestampStyle, view: TimeView): string {
  if (Number.isNaN(new Date(at).getTime())) return 'Invalid Date';
  if (style === 'R') return relativeTime(at, view);
  return new Intl.DateTimeFormat(view.locale, { ...DATES[style], timeZone: view.timeZone }).format(at);
}

/** The time in a message's header: "Today at 9:00", "Yesterday at 9:00", else date and time. */
export function headerTime(at: number, view: TimeView): string {
  const day = (instant: number): string => timestampText(instant, 'd', view);
  const time = timestampText(at, 't', view);
  if (day(at) === day(view.now)) return `Today at ${time}`;
  if (day(at) === day(view.now - 86_400_000)) return `Yesterday at ${time}`;
  return `${day(at)} ${time}`;
}
