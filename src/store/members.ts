/** Members: their own settings, and in which guilds they have been seen. */
import { type CivilDate, localDate } from '../tutor/civil-date.ts';
import type { Zone } from '../tutor/types.ts';
import type { Db } from './db.ts';
import { knowGuild, knowMember } from './known.ts';

export interface Member {
  readonly userId: string;
  /** Null: the guild's. */
  readonly zone: Zone | null;
  /** UTC ms; null while never set. */
  readonly zoneChangedAt: number | null;
  /** Null: the guild's. */
  readonly outline: string | null;
  readonly examDate: CivilDate | null;
  readonly onBoards: boolean;
  readonly progressOpen: boolean;
}

interface MemberRow extends Omit<Member, 'onBoards' | 'progressOpen'> {
  readonly onBoards: number;
  readonly progressOpen: number;
}

const MEMBER = `SELECT user_id AS userId, zone, zone_changed_at AS zoneChangedAt, outline, exam_date AS examDate,
  on_boards AS onBoards, progress_open AS progressOpen FROM members WHERE user_id = @userId`;

/** The member's settings; the defaults for one who has none. */
export function member(db: Db, userId: string): Member {
  const row = db.one<MemberRow>(MEMBER, { userId });
  if (row) return { ...row, onBoards: row.onBoards === 1, progressOpen: row.progressOpen === 1 };
  return {
    userId,
    zone: null,
    zoneChangedAt: null,
    outline: null,
    examDate: null,
    onBoards: true,
    progressOpen: false,
  };
}

/** A zone may change once in so long (ms): hopping between zones would win days. */
export const ZONE_CHANGE_INTERVAL_MS = 7 * 86_400_000;

export type ZoneChange =
  | { readonly kind: 'set' }
  | { readonly kind: 'unchanged' }
  /** `from` (UTC ms) is when the next change is possible. */
  | { readonly kind: 'too-soon'; readonly from: number };

/** Sets the member's own zone; null goes back to the guild's. The first choice is always free. */
export function setMemberZone(
  db: Db,
  change: { readonly userId: string; readonly zone: Zone | null; readonly at: number },
): ZoneChange {
  return db.write(() => {
    const { zone, zoneChangedAt } = member(db, change.userId);
    if (zone === change.zone) return { kind: 'unchanged' };
    const from = zoneChangedAt === null ? change.at : zoneChangedAt + ZONE_CHANGE_INTERVAL_MS;
    if (change.at < from) return { kind: 'too-soon', from };
    knowMember(db, change.userId);
    db.run('UPDATE members SET zone = @zone, zone_changed_at = @at WHERE user_id = @userId', { ...change });
    return { kind: 'set' };
  });
}

export function setMemberOutline(db: Db, userId: string, outline: string | null): void {
  db.write(() => {
    knowMember(db, userId);
    db.run('UPDATE members SET outline = @outline WHERE user_id = @userId', { userId, outline });
  });
}

export function setExamDate(db: Db, userId: string, examDate: CivilDate | null): void {
  db.write(() => {
    knowMember(db, userId);
    db.run('UPDATE members SET exam_date = @examDate WHERE user_id = @userId', { userId, examDate });
  });
}

/** What is not given stays as it is. */
export function setVisibility(
  db: Db,
  userId: string,
  wanted: { readonly onBoards?: boolean; readonly progressOpen?: boolean },
): void {
  db.write(() => {
    const { onBoards, progressOpen } = { ...member(db, userId), ...wanted };
    knowMember(db, userId);
    db.run(
      'UPDATE members SET on_boards = @onBoards, progress_open = @progressOpen WHERE user_id = @userId',
      { userId, onBoards: Number(onBoards), progressOpen: Number(progressOpen) },
    );
  });
}

export interface Sighting {
  readonly guildId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly at: number;
}

/** How exact (ms) "last seen" is: not every press is worth a write. */
const SEEN_PRECISION_MS = 3_600_000;

/**
 * Notes that the member is in the guild, under which name; one who had left is back. Nothing is written when
 * nothing is new within the hour.
 */
export function sawMember(db: Db, seen: Sighting): void {
  const known = db.one(
    `SELECT 1 FROM guild_members WHERE guild_id = @guildId AND user_id = @userId AND display_name = @displayName
       AND left_at IS NULL AND last_seen_at > @since`,
    { ...seen, since: seen.at - SEEN_PRECISION_MS },
  );
  if (known !== undefined) return;
  db.write(() => {
    knowGuild(db, seen.guildId);
    knowMember(db, seen.userId);
    db.run(
      `INSERT INTO guild_members VALUES (@guildId, @userId, @displayName, @at, @at, NULL)
       ON CONFLICT DO UPDATE SET display_name = @displayName, last_seen_at = max(last_seen_at, @at), left_at = NULL`,
      { ...seen },
    );
  });
}

/** From then on the boards of the guild leave the member out. */
export function memberLeft(db: Db, guildId: string, userId: string, at: number): void {
  db.run('UPDATE guild_members SET left_at = @at WHERE guild_id = @guildId AND user_id = @userId', {
    guildId,
    userId,
    at,
  });
}

/** The name under which the member was last seen in the guild, or null. */
export function displayName(db: Db, guildId: string, userId: string): string | null {
  const row = db.one<{ name: string }>(
    'SELECT display_name AS name FROM guild_members WHERE guild_id = @guildId AND user_id = @userId',
    { guildId, userId },
  );
  return row?.name ?? null;
}

/** Where no one has chosen a zone. */
export const DEFAULT_ZONE: Zone = 'Etc/UTC';

/** The zone by which the member's days are counted: their own, the guild's, UTC. */
export function zoneOf(db: Db, userId: string, guildId: string | null): Zone {
  const row = db.one<{ zone: Zone | null }>(
    `SELECT coalesce((SELECT zone FROM members WHERE user_id = @userId),
                     (SELECT zone FROM guilds WHERE guild_id = @guildId)) AS zone`,
    { userId, guildId },
  );
  return row?.zone ?? DEFAULT_ZONE;
}

/** The member's civil date at an instant (UTC ms). */
export function dateOf(db: Db, userId: string, guildId: string | null, at: number): CivilDate {
  return localDate(at, zoneOf(db, userId, guildId));
}
