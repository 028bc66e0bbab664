/** Rows that others refer to come into being when they are first needed. */
import type { Db } from './db.ts';

export function knowMember(db: Db, userId: string): void {
  db.run('INSERT INTO members (user_id) VALUES (@userId) ON CONFLICT DO NOTHING', { userId });
}

export function knowGuild(db: Db, guildId: string): void {
  db.run('INSERT INTO guilds (guild_id) VALUES (@guildId) ON CONFLICT DO NOTHING', { guildId });
}
