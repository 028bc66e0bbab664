/** Doubtful questions that members pointed at. */
import type { Db } from './db.ts';
import { knowMember } from './known.ts';

export interface Report {
  readonly userId: string;
  readonly itemId: string;
  readonly revision: number;
  readonly reason: string;
  readonly guildId: string | null;
  readonly at: number;
}

export function reportItem(db: Db, report: Report): void {
  db.write(() => {
    knowMember(db, report.userId);
    db.run(
      `INSERT INTO reports (user_id, item_id, revision, reason, guild_id, at)
       VALUES (@userId, @itemId, @revision, @reason, @guildId, @at)`,
      { ...report },
    );
  });
}

/** All reports, newest first; of one guild's members when it is named. */
export function reports(db: Db, guildId: string | null = null): Report[] {
  return db.all<Report>(
    `SELECT user_id AS userId, item_id AS itemId, revision, reason, guild_id AS guildId, at FROM reports
     WHERE @guildId IS NULL OR guild_id = @guildId ORDER BY id DESC`,
    { guildId },
  );
}
