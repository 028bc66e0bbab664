/** What a guild's boards are made of. */
import type { CivilDate } from '../tutor/civil-date.ts';
import type { Db } from './db.ts';

export interface BoardRow {
  readonly userId: string;
  readonly displayName: string;
  readonly points: number;
  /** Local dates with an answer. */
  readonly studyDays: number;
  readonly answered: number;
  /** First attempts, and how many of them were right. */
  readonly firstAttempts: number;
  readonly firstRight: number;
}

/**
 * What was done in the guild from `fromMs` (null: ever) to before `toMs`, by member, in the order of their ids.
 * Members who stay off boards, and those who left, are not in it.
 */
export function boardRows(db: Db, guildId: string, fromMs: number | null, toMs: number): BoardRow[] {
  return db.all<BoardRow>(
    `SELECT a.user_id AS userId, g.display_name AS displayName, coalesce(sum(p.points), 0) AS points,
            count(DISTINCT a.local_date) AS studyDays, count(*) AS answered,
            sum(a.first_attempt) AS firstAttempts, sum(a.first_attempt * a.correct) AS firstRight
     FROM answers a LEFT JOIN points p ON p.answer_id = a.id
     JOIN guild_members g ON g.guild_id = a.guild_id AND g.user_id = a.user_id AND g.left_at IS NULL
     JOIN members m ON m.user_id = a.user_id AND m.on_boards = 1
     WHERE a.guild_id = @guildId AND a.at >= @from AND a.at < @to GROUP BY a.user_id ORDER BY a.user_id`,
    { guildId, from: fromMs ?? Number.MIN_SAFE_INTEGER, to: toMs },
  );
}

/** Members who answered in the guild within so long (ms) are its active ones. */
export const ACTIVE_MS = 30 * 86_400_000;

export interface GroupGoal {
  /** Active members who have answered on the date: a daily question of it, or anything on that date of theirs. */
  readonly answered: number;
  /** Active members: in the guild, with an answer in the last 30 days. */
  readonly members: number;
}

/** "9 of 14 answered today": counts only, so members who stay off boards are in it. */
export function groupGoal(db: Db, guildId: string, date: CivilDate, now: number): GroupGoal {
  const row = db.one<GroupGoal>(
    `SELECT count(*) AS members, coalesce(sum(today), 0) AS answered FROM (
       SELECT max(a.local_date = @date OR coalesce(d.local_date = @date, 0)) AS today FROM answers a
       JOIN guild_members g ON g.guild_id = a.guild_id AND g.user_id = a.user_id AND g.left_at IS NULL
       LEFT JOIN dailies d ON d.id = a.daily_id
       WHERE a.guild_id = @guildId AND a.at >= @since GROUP BY a.user_id)`,
    { guildId, date, since: now - ACTIVE_MS },
  );
  return row ?? { answered: 0, members: 0 };
}
