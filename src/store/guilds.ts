/** Servers: their own settings, and whether Sensei is still in them. */
import type { Zone } from '../tutor/types.ts';
import type { Db } from './db.ts';
import { knowGuild } from './known.ts';

export interface Guild {
  readonly guildId: string;
  /** Null until an admin chose one. */
  readonly zone: Zone | null;
  /** Null: the default outline. */
  readonly outline: string | null;
  /** UTC ms since when Sensei is out of it; null while in. */
  readonly goneAt: number | null;
}

const GUILD = `SELECT guild_id AS guildId, zone, outline, gone_at AS goneAt FROM guilds WHERE guild_id = @guildId`;

/** The guild's settings; the defaults for one that has none. */
export function guild(db: Db, guildId: string): Guild {
  return db.one<Guild>(GUILD, { guildId }) ?? { guildId, zone: null, outline: null, goneAt: null };
}

/** What is not given stays as it is. */
export function saveGuild(
  db: Db,
  wanted: { readonly guildId: string; readonly zone?: Zone; readonly outline?: string | null },
): Guild {
  return db.write(() => {
    knowGuild(db, wanted.guildId);
    const { guildId, zone, outline } = { ...guild(db, wanted.guildId), ...wanted };
    db.run('UPDATE guilds SET zone = @zone, outline = @outline WHERE guild_id = @guildId', {
      guildId,
      zone,
      outline,
    });
    return guild(db, guildId);
  });
}

/** Sensei was removed from the guild. It is only marked: an outage can look like it. */
export function guildGone(db: Db, guildId: string, at: number): void {
  db.write(() => {
    knowGuild(db, guildId);
    db.run('UPDATE guilds SET gone_at = coalesce(gone_at, @at) WHERE guild_id = @guildId', { guildId, at });
  });
}

/** Sensei is in the guild (again). Posts that came due meanwhile are skipped or late, as after any downtime. */
export function guildBack(db: Db, guildId: string): void {
  db.write(() => {
    knowGuild(db, guildId);
    db.run('UPDATE guilds SET gone_at = NULL WHERE guild_id = @guildId', { guildId });
  });
}
