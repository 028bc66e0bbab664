/** From timetables to due questions: one row a channel and date, whatever clocks and admins do. */
import { type CivilDate, daysBetween, localDate } from '../tutor/civil-date.ts';
import type { Zone } from '../tutor/types.ts';
import { type ChannelRow, channelOf, STUDY_CHANNEL } from './channel-rows.ts';
import type { DailyReason, StudyChannel } from './channels.ts';
import type { Db } from './db.ts';
import type { Occurrence } from './timetable.ts';

/** A question is still posted so long (ms) after its time, if its local date has not ended. */
export const CATCH_UP_MS = 6 * 3_600_000;
/** A post is called late from so long (ms) after its time: ticks come once a minute, retries after a few. */
export const LATE_AFTER_MS = 10 * 60_000;

/** The first instant that is too late for a question due then: six hours on, or the end of the local date. */
export function expiryOf({ at, localDate: date }: Occurrence, zone: Zone): number {
  let [inside, outside] = [at, at + CATCH_UP_MS];
  if (localDate(outside - 1, zone) === date) return outside;
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (localDate(middle, zone) === date) inside = middle;
    else outside = middle;
  }
  return outside;
}

/**
 * The same for one channel and date, in any process, and different for all others: the channel's id and the
 * days since 1970, both in base 36. At most 19 characters; Discord allows 25.
 */
export function makeNonce(channelId: string, date: CivilDate): string {
  const day = daysBetween('1970-01-01' as CivilDate, date);
  return `${BigInt(channelId).toString(36)}-${day.toString(36)}`;
}

/** The guild was owed a question and none came: the date costs no streak. */
export function exemptDay(db: Db, guildId: string, date: CivilDate, reason: DailyReason, at: number): void {
  db.run('INSERT INTO exempt_days VALUES (@guildId, @date, @at, @reason) ON CONFLICT DO NOTHING', {
    guildId,
    date,
    at,
    reason,
  });
}

export function noteResult(
  db: Db,
  channelId: string,
  last: {
    readonly kind: 'posted' | 'late' | 'skipped' | 'failed';
    readonly reason: DailyReason | null;
    readonly at: number;
  },
): void {
  db.run(
    `UPDATE study_channels SET last_kind = @kind, last_reason = @reason, last_at = @at
     WHERE channel_id = @channelId`,
    { channelId, ...last },
  );
}

const INSERT = `INSERT INTO dailies (channel_id, guild_id, local_date, zone, due_at, expires_at, late, state, reason, nonce)
  VALUES (@channelId, @guildId, @date, @zone, @dueAt, @expiresAt, @late, @state, @reason, @nonce)
  ON CONFLICT DO NOTHING`;

/** Plans one occurrence as of `now`: due, or skipped when it is too late for it. False when its date has a row. */
export function planOne(db: Db, channel: StudyChannel, due: Occurrence, now: number): boolean {
  const expiresAt = expiryOf(due, channel.zone);
  const state = now < expiresAt ? 'due' : 'skipped';
  const { channelId, guildId, zone } = channel;
  const { changes } = db.run(INSERT, {
    channelId,
    guildId,
    date: due.localDate,
    zone,
    dueAt: due.at,
    expiresAt,
    late: Number(now - due.at >= LATE_AFTER_MS),
    state,
    reason: state === 'due' ? null : 'downtime',
    nonce: makeNonce(channelId, due.localDate),
  });
  if (changes === 0) return false;
  revealEarlier(db, channelId, due.localDate);
  if (state === 'skipped') {
    exemptDay(db, guildId, due.localDate, 'downtime', now);
    noteResult(db, channelId, { kind: 'skipped', reason: 'downtime', at: now });
  }
  return true;
}

/** What waits for the channel's next question is due for its reveal now. */
function revealEarlier(db: Db, channelId: string, date: CivilDate): void {
  db.run(
    `UPDATE dailies SET reveal_state = 'due' WHERE channel_id = @channelId AND local_date < @date
       AND state = 'posted' AND reveal_state = 'none' AND closes_at IS NULL`,
    { channelId, date },
  );
}

/** Plans all that fell due up to `now`, and moves the channel to its next future occurrence. */
export function planDueFor(db: Db, channel: StudyChannel, now: number): number {
  let planned = 0;
  let next: Occurrence | null =
    channel.nextDueAt === null || channel.nextLocalDate === null
      ? null
      : { at: channel.nextDueAt, localDate: channel.nextLocalDate };
  while (next !== null && next.at <= now) {
    if (planOne(db, channel, next, now)) planned += 1;
    next = db.nextDue(channel, next.at);
  }
  db.run(
    'UPDATE study_channels SET next_due_at = @at, next_local_date = @date WHERE channel_id = @channelId',
    { channelId: channel.channelId, at: next?.at ?? null, date: next?.localDate ?? null },
  );
  return planned;
}

/**
 * Plans every channel whose time has come, each in a transaction of its own; a second scheduler finds nothing
 * left to plan. Missed dates become skipped and exempt, never a backlog. Returns how many rows came to be.
 */
export function planDuePosts(db: Db, now: number): number {
  const due = db.all<{ channelId: string }>(
    `SELECT channel_id AS channelId FROM study_channels JOIN guilds USING (guild_id)
     WHERE next_due_at <= @now AND removed_at IS NULL AND gone_at IS NULL`,
    { now },
  );
  let planned = 0;
  for (const { channelId } of due) {
    planned += db.write(() => {
      const row = db.one<ChannelRow>(
        `${STUDY_CHANNEL} WHERE channel_id = @channelId AND next_due_at <= @now AND removed_at IS NULL`,
        { channelId, now },
      );
      return row ? planDueFor(db, channelOf(row), now) : 0;
    });
  }
  skipExpired(db, now);
  return planned;
}

/**
 * Gives up on what is too late and can not have been posted: never attempted, or refused for a permission.
 * What was attempted is looked for in its channel first, by whoever claims it.
 */
function skipExpired(db: Db, now: number): void {
  db.write(() => {
    const rows = db.all<{
      id: number;
      channelId: string;
      guildId: string;
      date: CivilDate;
      reason: DailyReason;
    }>(
      `SELECT d.id, d.channel_id AS channelId, d.guild_id AS guildId, d.local_date AS date,
              iif(c.paused_reason = 'forbidden', 'forbidden', 'downtime') AS reason
       FROM dailies d JOIN study_channels c USING (channel_id)
       WHERE d.state = 'due' AND d.expires_at <= @now AND (d.attempts = 0 OR d.reason = 'forbidden')`,
      { now },
    );
    for (const { id, channelId, guildId, date, reason } of rows) {
      db.run(`UPDATE dailies SET state = 'skipped', reason = @reason WHERE id = @id`, { id, reason });
      exemptDay(db, guildId, date, reason, now);
      noteResult(db, channelId, { kind: 'skipped', reason, at: now });
    }
  });
}
