/** What happens to a posted card: its count, and in the end its key. */

import type { Daily, DailyAnswerer } from '../store/index.ts';
import { streakOf } from '../tutor/streak.ts';
import { type Desk, LEASE_MS, type Round, retryDelay, workThrough } from './desk.ts';
import type { Cheer, ChosenDaily, RevealSummary } from './outbox.ts';

/** Streaks of so many days get a word on the card; so does every further hundred. */
const CHEERED_DAYS: ReadonlySet<number> = new Set([3, 7, 14, 30, 50, 100, 365]);
/** More names than that are a list, not a cheer. */
const MOST_CHEERS = 5;

/** Reveals all that is due. */
export async function revealDue(desk: Desk, round: Round): Promise<void> {
  const claim = () => desk.store.claimDueReveal({ owner: round.owner, now: desk.now(), lease: LEASE_MS });
  await workThrough(round, claim, (daily) => revealOne(desk, round, daily));
}

async function revealOne(desk: Desk, round: Round, daily: Daily): Promise<void> {
  const { store, outbox, now, log } = desk;
  const held = { dailyId: daily.id, owner: round.owner };
  const later = (afterMs: number) => now() + retryDelay(daily.revealAttempts, afterMs);
  try {
    if (daily.item === null) throw new Error(`Daily question ${daily.id} was posted without an item.`);
    const result = await outbox.reveal({ ...daily, item: daily.item }, summaryOf(desk, daily));
    if (result.kind === 'edited') store.confirmRevealed({ ...held, at: now() });
    else if (result.kind === 'gone') store.failReveal({ ...held, retryAt: null });
    else store.failReveal({ ...held, retryAt: later(result.kind === 'retry' ? result.afterMs : 3_600_000) });
    log.info({ daily: daily.id, channelId: daily.channelId, result: result.kind }, 'daily question revealed');
  } catch (error) {
    log.error(
      { err: error, daily: daily.id, channelId: daily.channelId },
      'a daily question was not revealed',
    );
    store.failReveal({ ...held, retryAt: later(0) });
  }
}

function summaryOf({ store }: Desk, daily: Daily): RevealSummary {
  const answerers = store.dailyAnswerers(daily.id);
  return {
    ...store.dailySplit(daily.id),
    firstRight: store.firstRight(daily.id)?.displayName ?? null,
    cheers: answerers.flatMap((who) => cheerFor(store, daily, who) ?? []).slice(0, MOST_CHEERS),
  };
}

/** The streak as it stood with this very answer, so that a day is cheered once. */
function cheerFor(
  store: Desk['store'],
  daily: Daily,
  { userId, displayName, at }: DailyAnswerer,
): Cheer | null {
  const events = store.streakEvents(userId).filter((event) => !('at' in event) || event.at <= at);
  const days = streakOf(events, { now: at, zone: store.zoneOf(userId, daily.guildId) }).current;
  const worthIt = CHEERED_DAYS.has(days) || (days > 0 && days % 100 === 0);
  return worthIt ? { name: displayName, days } : null;
}

/** Brings the counts on public cards up to date, one edit for many answers. */
export async function updateCounts(desk: Desk, round: Round): Promise<void> {
  const waiting = desk.store.dailiesWithNewAnswers(desk.now());
  await workThrough(
    round,
    () => waiting.shift() ?? null,
    ({ daily, answers }) => updateCount(desk, daily, answers),
  );
}

async function updateCount({ store, outbox, now, log }: Desk, daily: Daily, answers: number): Promise<void> {
  if (daily.item === null) return;
  const chosen: ChosenDaily = { ...daily, item: daily.item };
  try {
    const { kind } = await outbox.updateCount(chosen, answers);
    if (kind === 'gone') store.loseDailyMessage(daily.id);
    else store.confirmCount(daily.id, kind === 'edited' ? answers : daily.shownCount, now());
  } catch (error) {
    log.error({ err: error, daily: daily.id, channelId: daily.channelId }, 'a count was not updated');
    store.confirmCount(daily.id, daily.shownCount, now());
  }
}
