/** Daily questions, as they are read. */
import type { CivilDate } from '../tutor/civil-date.ts';
import type { Zone } from '../tutor/types.ts';
import type { DailyReason } from './channels.ts';
import type { Db } from './db.ts';

export const DAILY_STATES = ['due', 'claimed', 'posted', 'skipped', 'failed'] as const;
export type DailyState = (typeof DAILY_STATES)[number];

/** `none`: not due yet. From `claimed` on the key may be public, and answers are closed. */
export const REVEAL_STATES = ['none', 'due', 'claimed', 'revealed', 'failed'] as const;
export type RevealState = (typeof REVEAL_STATES)[number];

/** One channel's question of one local date. */
export interface Daily {
  readonly id: number;
  readonly channelId: string;
  readonly guildId: string;
  readonly localDate: CivilDate;
  /** The channel's zone when it was planned. */
  readonly zone: Zone;
  readonly dueAt: number;
  /** UTC ms from which on it is too late to post. */
  readonly expiresAt: number;
  readonly late: boolean;
  readonly state: DailyState;
  /** Times that it was claimed for posting. */
  readonly attempts: number;
  readonly reason: DailyReason | null;
  /** The same at each attempt; at most 25 characters, as Discord allows. */
  readonly nonce: string;
  /** The question; null until it is chosen. */
  readonly item: DailyItem | null;
  readonly messageId: string | null;
  readonly threadId: string | null;
  readonly postedAt: number | null;
  /** The count of answers that the public card shows. */
  readonly shownCount: number;
  /** UTC ms; null: with the channel's next question. */
  readonly closesAt: number | null;
  readonly revealState: RevealState;
  readonly revealAttempts: number;
  readonly revealedAt: number | null;
}

export interface DailyItem {
  readonly itemId: string;
  readonly revision: number;
  /** Of the order of the options, the same for everybody. */
  readonly seed: string;
  readonly outline: string;
}

export interface DailyRow extends Omit<Daily, 'late' | 'item'> {
  readonly late: number;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly seed: string | null;
  readonly outline: string | null;
}

const COLUMNS = `id, channel_id AS channelId, guild_id AS guildId, local_date AS localDate, zone, due_at AS dueAt,
  expires_at AS expiresAt, late, state, attempts, reason, nonce, item_id AS itemId, revision, seed, outline,
  message_id AS messageId, thread_id AS threadId, posted_at AS postedAt, shown_count AS shownCount,
  closes_at AS closesAt, reveal_state AS revealState, reveal_attempts AS revealAttempts, revealed_at AS revealedAt`;
export const DAILY = `SELECT ${COLUMNS} FROM dailies`;

export function toDaily(row: DailyRow): Daily {
  const { itemId, revision, seed, outline, late, ...rest } = row;
  const chosen = itemId !== null && revision !== null && seed !== null && outline !== null;
  return { ...rest, late: late === 1, item: chosen ? { itemId, revision, seed, outline } : null };
}

export function dailyWhere(
  db: Db,
  condition: string,
  params: Record<string, string | number | null>,
): Daily | null {
  const row = db.one<DailyRow>(`${DAILY} WHERE ${condition}`, params);
  return row ? toDaily(row) : null;
}
