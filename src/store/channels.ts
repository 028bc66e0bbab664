/** Study channels: where the daily question goes, when, and what became of the last one. */
import type { CivilDate } from '../tutor/civil-date.ts';
import { type ChannelRow, channelOf, STUDY_CHANNEL } from './channel-rows.ts';
import { planDueFor } from './daily-plan.ts';
import type { Db } from './db.ts';
import { knowGuild } from './known.ts';
import type { Occurrence, Timetable } from './timetable.ts';

/** When a daily question shows its key: with the channel's next one, or after so many hours. */
export type RevealRule = 'next' | number;

/** Why a channel gets no posts. `forbidden` heals by itself once the permission is back. */
export const PAUSE_REASONS = ['forbidden', 'gone', 'admin'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export const LAST_RESULTS = ['posted', 'late', 'skipped', 'failed'] as const;

export interface LastResult {
  readonly kind: (typeof LAST_RESULTS)[number];
  /** Null for a post that went out. */
  readonly reason: DailyReason | null;
  readonly at: number;
}

/** Why no question came. `downtime`: Sensei was away, or Discord was, until it was too late. */
export const DAILY_REASONS = ['downtime', 'forbidden', 'gone', 'no-question', 'failed'] as const;
export type DailyReason = (typeof DAILY_REASONS)[number];

export interface StudyChannel extends Timetable {
  readonly channelId: string;
  readonly guildId: string;
  /** Null: the guild's. */
  readonly outline: string | null;
  readonly roleId: string | null;
  readonly revealRule: RevealRule;
  readonly thread: boolean;
  /** UTC ms; null while nothing is planned. */
  readonly nextDueAt: number | null;
  readonly nextLocalDate: CivilDate | null;
  readonly paused: {
    readonly reason: PauseReason;
    readonly detail: string | null;
    readonly at: number;
  } | null;
  readonly lastResult: LastResult | null;
}

/** The study channels of a guild, in the order of their ids. */
export function studyChannels(db: Db, guildId: string): StudyChannel[] {
  return db
    .all<ChannelRow>(
      `${STUDY_CHANNEL} WHERE guild_id = @guildId AND removed_at IS NULL ORDER BY channel_id`,
      {
        guildId,
      },
    )
    .map(channelOf);
}

/** Null for a channel that is not (any more) a study channel. */
export function studyChannel(db: Db, channelId: string): StudyChannel | null {
  const row = db.one<ChannelRow>(`${STUDY_CHANNEL} WHERE channel_id = @channelId AND removed_at IS NULL`, {
    channelId,
  });
  return row ? channelOf(row) : null;
}

export interface ChannelSettings extends Timetable {
  readonly channelId: string;
  readonly guildId: string;
  readonly outline: string | null;
  readonly roleId: string | null;
  readonly revealRule: RevealRule;
  readonly thread: boolean;
  readonly now: number;
}

/** The next occurrence after an instant on a date that has no row yet: a date is never served twice. */
export function nextFree(db: Db, channelId: string, timetable: Timetable, after: number): Occurrence | null {
  let next = db.nextDue(timetable, after);
  while (next !== null && hasDaily(db, channelId, next.localDate)) next = db.nextDue(timetable, next.at);
  return next;
}

function hasDaily(db: Db, channelId: string, date: CivilDate): boolean {
  const found = db.one('SELECT 1 FROM dailies WHERE channel_id = @channelId AND local_date = @date', {
    channelId,
    date,
  });
  return found !== undefined;
}

const UPSERT = `INSERT INTO study_channels (channel_id, guild_id, minutes, weekdays, zone, outline, role_id,
    reveal_hours, thread, next_due_at, next_local_date)
  VALUES (@channelId, @guildId, @minutes, @weekdays, @zone, @outline, @roleId, @hours, @thread, @at, @date)
  ON CONFLICT DO UPDATE SET guild_id = @guildId, minutes = @minutes, weekdays = @weekdays, zone = @zone,
    outline = @outline, role_id = @roleId, reveal_hours = @hours, thread = @thread, next_due_at = @at,
    next_local_date = @date, paused_reason = NULL, paused_detail = NULL, paused_at = NULL, checked_at = NULL,
    removed_at = NULL`;

/**
 * Sets a channel up, or changes it; a paused one goes on. What fell due before the change is planned first, by
 * the old timetable. The next post is the first of the new timetable after `now`: one whose new time has just
 * gone by is not posted after the fact.
 */
export function saveStudyChannel(db: Db, wanted: ChannelSettings): StudyChannel {
  return db.write(() => {
    knowGuild(db, wanted.guildId);
    const { channelId, now, revealRule, thread, ...row } = wanted;
    const known = studyChannel(db, channelId);
    if (known) planDueFor(db, known, now);
    const next = nextFree(db, channelId, wanted, now);
    db.run(UPSERT, {
      ...row,
      channelId,
      hours: revealRule === 'next' ? null : revealRule,
      thread: Number(thread),
      at: next?.at ?? null,
      date: next?.localDate ?? null,
    });
    retrySoon(db, channelId);
    return mustRead(db, channelId);
  });
}

/** What waits for another attempt need not wait any longer. */
function retrySoon(db: Db, channelId: string): void {
  db.run(`UPDATE dailies SET retry_at = NULL WHERE channel_id = @channelId AND state = 'due'`, { channelId });
}

function mustRead(db: Db, channelId: string): StudyChannel {
  const channel = studyChannel(db, channelId);
  if (!channel) throw new Error(`Study channel ${channelId} vanished within its transaction.`);
  return channel;
}

/**
 * No posts until it is resumed; for `forbidden`, dates go on being planned, so that one can go out late once
 * the permission is back. False when it was paused already.
 */
export function pauseStudyChannel(
  db: Db,
  channelId: string,
  why: { readonly reason: PauseReason; readonly detail?: string; readonly at: number },
): boolean {
  const { changes } = db.run(
    `UPDATE study_channels SET paused_reason = @reason, paused_detail = @detail, paused_at = @at, checked_at = @at,
       next_due_at = iif(@reason = 'forbidden', next_due_at, NULL),
       next_local_date = iif(@reason = 'forbidden', next_local_date, NULL)
     WHERE channel_id = @channelId AND removed_at IS NULL AND paused_reason IS NOT @reason`,
    { channelId, reason: why.reason, detail: why.detail ?? null, at: why.at },
  );
  return changes > 0;
}

/** Posts go on: one that is due and not too late goes out with the next tick. Null for an unknown channel. */
export function resumeStudyChannel(db: Db, channelId: string, now: number): StudyChannel | null {
  return db.write(() => {
    const channel = studyChannel(db, channelId);
    if (!channel) return null;
    const next =
      channel.nextDueAt === null
        ? nextFree(db, channelId, channel, now)
        : { at: channel.nextDueAt, localDate: channel.nextLocalDate };
    db.run(
      `UPDATE study_channels SET paused_reason = NULL, paused_detail = NULL, paused_at = NULL, checked_at = NULL,
         next_due_at = @at, next_local_date = @date WHERE channel_id = @channelId`,
      { channelId, at: next?.at ?? null, date: next?.localDate ?? null },
    );
    retrySoon(db, channelId);
    return mustRead(db, channelId);
  });
}

/** No more posts; what is still hidden is revealed with the next tick. False when there was no such channel. */
export function removeStudyChannel(db: Db, channelId: string, at: number): boolean {
  return db.write(() => {
    const { changes } = db.run(
      `UPDATE study_channels SET removed_at = @at, next_due_at = NULL, next_local_date = NULL
       WHERE channel_id = @channelId AND removed_at IS NULL`,
      { channelId, at },
    );
    db.run(`UPDATE dailies SET state = 'skipped' WHERE channel_id = @channelId AND state = 'due'`, {
      channelId,
    });
    db.run(
      `UPDATE dailies SET reveal_state = 'due'
       WHERE channel_id = @channelId AND state = 'posted' AND reveal_state = 'none'`,
      { channelId },
    );
    return changes > 0;
  });
}

/** How often (ms) a channel without permission is looked at again. */
export const CHECK_INTERVAL_MS = 3_600_000;

/** Channels paused for a missing permission whose hourly look is due; each is marked as looked at. */
export function claimChannelChecks(db: Db, now: number): StudyChannel[] {
  return db.write(() => {
    const due = { now, before: now - CHECK_INTERVAL_MS };
    const condition = `WHERE paused_reason = 'forbidden' AND removed_at IS NULL
      AND (checked_at IS NULL OR checked_at <= @before OR checked_at > @now)`;
    const channels = db.all<ChannelRow>(`${STUDY_CHANNEL} ${condition}`, due).map(channelOf);
    db.run(`UPDATE study_channels SET checked_at = @now ${condition}`, due);
    return channels;
  });
}
