/** Study channels as they are read. */
import type { StudyChannel } from './channels.ts';

export interface ChannelRow extends Omit<StudyChannel, 'thread' | 'revealRule' | 'paused' | 'lastResult'> {
  readonly thread: number;
  readonly revealHours: number | null;
  readonly pausedReason: NonNullable<StudyChannel['paused']>['reason'] | null;
  readonly pausedDetail: string | null;
  readonly pausedAt: number | null;
  readonly lastKind: NonNullable<StudyChannel['lastResult']>['kind'] | null;
  readonly lastReason: NonNullable<StudyChannel['lastResult']>['reason'];
  readonly lastAt: number | null;
}

export const STUDY_CHANNEL = `SELECT channel_id AS channelId, guild_id AS guildId, minutes, weekdays, zone, outline,
  role_id AS roleId, reveal_hours AS revealHours, thread, next_due_at AS nextDueAt,
  next_local_date AS nextLocalDate, paused_reason AS pausedReason, paused_detail AS pausedDetail,
  paused_at AS pausedAt, last_kind AS lastKind, last_reason AS lastReason, last_at AS lastAt FROM study_channels`;

export function channelOf(row: ChannelRow): StudyChannel {
  const { pausedReason, pausedDetail, pausedAt, lastKind, lastReason, lastAt, revealHours, ...rest } = row;
  return {
    ...rest,
    thread: row.thread === 1,
    revealRule: revealHours ?? 'next',
    paused: pausedReason === null ? null : { reason: pausedReason, detail: pausedDetail, at: pausedAt ?? 0 },
    lastResult: lastKind === null ? null : { kind: lastKind, reason: lastReason, at: lastAt ?? 0 },
  };
}
