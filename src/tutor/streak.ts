/**
 * The streak as a pure function of recorded events: any order, any duplicates, the same result. Days bridged by
 * a freeze, an outage or a pause keep a streak and add nothing to it.
 *
 * Two freezes and no more: Duolingo found three no better than two (J. Shuttleworth, Lenny's Podcast, December
 * 2024). Mending: a logged streak that breaks discourages, and less so when it can be repaired (Silverman &
 * Barasch, Journal of Consumer Research 49:6, 2023).
 *
 * Not an invariant: "one more early event can only help". A start made earlier lets freezes burn earlier, so
 * they may be missing later.
 */
import { addDays, type CivilDate, daysBetween, localDate } from './civil-date.ts';
import { dateExists } from './date-exists.ts';
import { dateOn, datesInside, type Gap, gapBetween, type Moment, smallerGap } from './streak-gap.ts';
import type {
  DayKeeper,
  LedgerDay,
  RepairOffer,
  Streak,
  StreakState,
  StreakView,
  StudyEvent,
  Zone,
} from './types.ts';

export const STARTING_FREEZES = 2;
export const MAX_FREEZES = 2;
/** One freeze is earned by so many credited days. */
export const DAYS_PER_FREEZE = 7;
/** A break can be mended on so many local dates after the missed one. */
export const REPAIR_DAYS = 2;
/** Questions of the review that mends a streak. */
export const REPAIR_QUESTIONS = 10;

type DatedEvent = Extract<StudyEvent, { kind: 'study' | 'repair' }>;
type Excuse = 'exempt' | 'paused' | 'no-such-date';
type Excuses = (date: CivilDate, zone: Zone) => Excuse | null;

/** A break that has not been mended. */
interface Break {
  readonly days: number;
  /** The first date that nothing kept, and how many dates in a row went missing from it on. */
  readonly missed: CivilDate;
  readonly missing: number;
  readonly zone: Zone;
  /** Where `missed` stands in the ledger. */
  readonly place: number;
}

/** The streak while events are folded into it, one after another. */
interface Run {
  /** The last event that brought a day. */
  credited: Moment | null;
  /** The last event, credited or not. */
  latest: Moment | null;
  current: number;
  best: number;
  total: number;
  freezes: number;
  broken: Break | null;
  readonly ledger: LedgerDay[];
}

function excusesOf(events: readonly StudyEvent[]): Excuses {
  const exempt = new Set(events.flatMap((event) => (event.kind === 'exempt' ? [event.date] : [])));
  const pauses = events.filter((event) => event.kind === 'pause');
  return (date, zone) => {
    if (exempt.has(date)) return 'exempt';
    if (pauses.some(({ from, to }) => from <= date && date <= to)) return 'paused';
    return dateExists(date, zone) ? null : 'no-such-date';
  };
}

/** What an event is, for an order among events of one instant. */
const sortKey = (event: DatedEvent): string =>
  [event.kind === 'study' ? event.by : event.kind, event.zone, event.date].join(' ');

function compareEvents(a: DatedEvent, b: DatedEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  const [keyA, keyB] = [sortKey(a), sortKey(b)];
  if (keyA === keyB) return 0;
  return keyA < keyB ? -1 : 1;
}

/** The order of arrival never matters: events go by instant, then by what they are. */
function inOrder(events: readonly StudyEvent[]): DatedEvent[] {
  return events.filter((event) => event.kind === 'study' || event.kind === 'repair').sort(compareEvents);
}

function note(run: Run, date: CivilDate, zone: Zone, kept: DayKeeper, at: number | null = null): void {
  run.ledger.push({ date, zone, kept, at });
}

function breakAt(run: Run, missed: CivilDate, gap: Gap): void {
  const missing = gap.days - daysBetween(gap.from, missed);
  run.broken = { days: run.current, missed, missing, zone: gap.zone, place: run.ledger.length };
  run.current = 0;
  note(run, missed, gap.zone, 'missed');
}

/** Carries the streak over the dates inside a gap, or breaks it at the first that nothing keeps. */
function bridge(run: Run, gap: Gap, excuses: Excuses): void {
  for (const date of datesInside(gap)) {
    const excuse = excuses(date, gap.zone);
    if (excuse === 'no-such-date') continue;
    if (excuse !== null) note(run, date, gap.zone, excuse);
    else if (run.freezes > 0) {
      run.freezes -= 1;
      note(run, date, gap.zone, 'freeze');
    } else {
      breakAt(run, date, gap);
      return;
    }
  }
}

/** The gap that may have cost days: since the last credit or, after zone changes, since the last answer. */
function openGap(run: Run, credited: Moment, moment: Moment): Gap {
  const sinceCredit = gapBetween(credited, moment);
  return run.latest === null ? sinceCredit : smallerGap(sinceCredit, gapBetween(run.latest, moment));
}

function credit(run: Run, event: DatedEvent, excuses: Excuses): void {
  if (run.credited !== null) {
    if (gapBetween(run.credited, event).days <= 0) return;
    bridge(run, openGap(run, run.credited, event), excuses);
  }
  run.credited = event;
  run.current += 1;
  run.total += 1;
  run.best = Math.max(run.best, run.current);
  if (run.total % DAYS_PER_FREEZE === 0) run.freezes = Math.min(MAX_FREEZES, run.freezes + 1);
  note(run, event.date, event.zone, event.kind === 'study' ? event.by : 'repair', event.at);
}

const lastRepairDate = (broken: Break): CivilDate => addDays(broken.missed, REPAIR_DAYS);

/** Brings back the days before the break, if the review came in time on the clock that saw the break. */
function mend(run: Run, event: DatedEvent): void {
  const { broken } = run;
  if (broken === null || dateOn(event, broken.zone) > lastRepairDate(broken)) return;
  const { missed, zone } = broken;
  const days = Array.from(
    { length: broken.missing },
    (_, n): LedgerDay => ({ date: addDays(missed, n), zone, kept: 'repaired', at: null }),
  );
  run.ledger.splice(broken.place, 1, ...days);
  run.current += broken.days;
  run.best = Math.max(run.best, run.current);
  run.broken = null;
}

function fold(events: readonly StudyEvent[], excuses: Excuses): Run {
  const run: Run = {
    credited: null,
    latest: null,
    current: 0,
    best: 0,
    total: 0,
    freezes: STARTING_FREEZES,
    broken: null,
    ledger: [],
  };
  for (const event of inOrder(events)) {
    credit(run, event, excuses);
    if (event.kind === 'repair') mend(run, event);
    run.latest = event;
  }
  return run;
}

function repairOffer(run: Run, seen: Moment): RepairOffer | null {
  const { broken } = run;
  if (broken === null || dateOn(seen, broken.zone) > lastRepairDate(broken)) return null;
  return { days: broken.days, by: lastRepairDate(broken) };
}

/** Lets the days up to the view pass over the streak, and says how it stands. */
function settle(run: Run, seen: Moment, excuses: Excuses): StreakState {
  if (run.credited === null) return 'none';
  if (gapBetween(run.credited, seen).days <= 0) return 'done';
  bridge(run, openGap(run, run.credited, seen), excuses);
  return run.current === 0 ? 'broken' : 'pending';
}

/** The streak that the events make, as seen from a moment and a zone. Reading changes nothing. */
export function streakOf(events: readonly StudyEvent[], view: StreakView): Streak {
  const excuses = excusesOf(events);
  const run = fold(events, excuses);
  const seen: Moment = { at: view.now, zone: view.zone, date: localDate(view.now, view.zone) };
  const state = settle(run, seen, excuses);
  const { current, best, freezes, total, ledger } = run;
  return { current, best, state, freezes, total, ledger, repair: repairOffer(run, seen) };
}
