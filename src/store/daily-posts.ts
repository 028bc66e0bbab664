/** Posting daily questions: claim, choose, confirm; or say what came of it instead. */
import { type ChannelRow, channelOf, STUDY_CHANNEL } from './channel-rows.ts';
import { type DailyReason, pauseStudyChannel, type StudyChannel, studyChannel } from './channels.ts';
import { type Daily, type DailyItem, dailyWhere } from './dailies.ts';
import { exemptDay, LATE_AFTER_MS, noteResult } from './daily-plan.ts';
import type { Db } from './db.ts';

/** Who holds a claim, and since when. */
export interface Claim {
  /** Unique to one scheduler in one process. */
  readonly owner: string;
  readonly now: number;
  /** Ms after which another may take the claim over. */
  readonly lease: number;
}

/** A question that the claimer is to post, and nobody else. */
export interface DuePost {
  readonly daily: Daily;
  readonly channel: StudyChannel;
  /** True from the second attempt on: look for the message in the channel before posting it. */
  readonly mayBePosted: boolean;
  /** True when it is too late to post, or the channel was removed: a message that is found still counts. */
  readonly expired: boolean;
}

/** No retry is further away (ms): a time beyond it was written before the clock was set back. */
export const LONGEST_RETRY_MS = 3_600_000;

const CLAIMABLE = `(
    (d.state = 'due' AND (d.retry_at IS NULL OR d.retry_at <= @now OR d.retry_at > @now + ${LONGEST_RETRY_MS}))
    OR (d.state = 'claimed' AND (d.claimed_at <= @now - @lease OR d.claimed_at > @now + @lease))
  ) AND c.paused_reason IS NULL AND g.gone_at IS NULL AND (@dailyId IS NULL OR d.id = @dailyId)`;

/** The longest due question that waits, or whose claimer has been silent for the lease; null when there is none. */
export function claimDuePost(db: Db, claim: Claim, dailyId: number | null = null): DuePost | null {
  return db.write(() => {
    const found = db.one<{ id: number }>(
      `SELECT d.id FROM dailies d JOIN study_channels c USING (channel_id) JOIN guilds g ON g.guild_id = d.guild_id
       WHERE ${CLAIMABLE} ORDER BY d.due_at, d.id LIMIT 1`,
      { now: claim.now, lease: claim.lease, dailyId },
    );
    if (!found) return null;
    db.run(
      `UPDATE dailies SET state = 'claimed', owner = @owner, claimed_at = @now, attempts = attempts + 1,
         retry_at = NULL WHERE id = @id`,
      { id: found.id, owner: claim.owner, now: claim.now },
    );
    return readPost(db, found.id, claim.now);
  });
}

function readPost(db: Db, id: number, now: number): DuePost | null {
  const daily = dailyWhere(db, 'id = @id', { id });
  if (!daily) return null;
  const key = { channelId: daily.channelId };
  const row = db.one<ChannelRow>(`${STUDY_CHANNEL} WHERE channel_id = @channelId`, key);
  const expired = daily.expiresAt <= now || studyChannel(db, daily.channelId) === null;
  return row ? { daily, channel: channelOf(row), mayBePosted: daily.attempts > 1, expired } : null;
}

/** One's own claim on a row. */
export interface Held {
  readonly dailyId: number;
  readonly owner: string;
}

const MINE = `id = @dailyId AND state = 'claimed' AND owner = @owner`;

/** Fixes the question before it is posted, so that every attempt posts the same. Null when the claim was lost. */
export function setDailyItem(db: Db, { dailyId, owner, ...item }: Held & DailyItem): Daily | null {
  return db.write(() => {
    const { changes } = db.run(
      `UPDATE dailies SET item_id = @itemId, revision = @revision, seed = @seed, outline = @outline
       WHERE ${MINE} AND item_id IS NULL`,
      { dailyId, owner, ...item },
    );
    return changes === 0 ? null : dailyWhere(db, 'id = @dailyId', { dailyId });
  });
}

export interface Confirmation extends Held {
  readonly messageId: string;
  readonly threadId?: string | null;
  /** When the message came to be, UTC ms. */
  readonly at: number;
}

/** The message stands in the channel. `lost`: another has taken the claim over, and will find the message. */
export function confirmPosted(db: Db, posted: Confirmation): 'confirmed' | 'lost' {
  return db.write(() => {
    const daily = dailyWhere(db, MINE, { dailyId: posted.dailyId, owner: posted.owner });
    if (!daily) return 'lost';
    const late = posted.at - daily.dueAt >= LATE_AFTER_MS;
    db.run(
      `UPDATE dailies SET state = 'posted', owner = NULL, reason = NULL, message_id = @messageId,
         thread_id = @threadId, posted_at = @at, counted_at = @at, late = max(late, @late),
         closes_at = (SELECT @at + reveal_hours * 3600000 FROM study_channels c
                      WHERE c.channel_id = dailies.channel_id)
       WHERE id = @dailyId`,
      {
        dailyId: posted.dailyId,
        messageId: posted.messageId,
        threadId: posted.threadId ?? null,
        at: posted.at,
        late: Number(late),
      },
    );
    noteResult(db, daily.channelId, {
      kind: late || daily.late ? 'late' : 'posted',
      reason: null,
      at: posted.at,
    });
    return 'confirmed';
  });
}

/** Gives a claim back: what hindered passes, and the same question is tried again from `retryAt` on. */
export function releaseClaim(db: Db, held: Held & { readonly retryAt: number }): 'released' | 'lost' {
  const { changes } = db.run(
    `UPDATE dailies SET state = 'due', owner = NULL, retry_at = @retryAt WHERE ${MINE}`,
    { ...held },
  );
  return changes > 0 ? 'released' : 'lost';
}

export interface Failure extends Held {
  readonly at: number;
  /** `downtime`: too late, and no message was found. */
  readonly why: DailyReason;
  /** For the admin, such as the permissions that lack. */
  readonly detail?: string;
}

export type Failed =
  /** `paused`: the channel gets no more posts, and did until now: the admin is to be told. */
  { readonly kind: 'failed'; readonly paused: boolean } | { readonly kind: 'lost' };

/**
 * No message, for a reason that will not pass by itself. Without permission the question stays due until it is
 * too late, and the channel pauses; a channel that is gone pauses for good; otherwise this date is given up.
 * The members' streaks are exempt for a date that is given up.
 */
export function failPost(db: Db, failure: Failure): Failed {
  return db.write(() => {
    const { dailyId, owner, at, why } = failure;
    const daily = dailyWhere(db, MINE, { dailyId, owner });
    if (!daily) return { kind: 'lost' };
    const state = why === 'forbidden' ? 'due' : why === 'downtime' ? 'skipped' : 'failed';
    db.run(`UPDATE dailies SET state = @state, owner = NULL, reason = @why WHERE id = @dailyId`, {
      dailyId,
      state,
      why,
    });
    if (state !== 'due') exemptDay(db, daily.guildId, daily.localDate, why, at);
    noteResult(db, daily.channelId, { kind: state === 'skipped' ? 'skipped' : 'failed', reason: why, at });
    return { kind: 'failed', paused: pausedBy(db, daily.channelId, failure) };
  });
}

function pausedBy(db: Db, channelId: string, { why, detail, at }: Failure): boolean {
  if (why !== 'forbidden' && why !== 'gone') return false;
  return pauseStudyChannel(db, channelId, { reason: why, at, ...(detail === undefined ? {} : { detail }) });
}
