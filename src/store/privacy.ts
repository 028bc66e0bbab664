/** A member's own copy of all that is held, and its deletion. */
import { type Answer, answersOf, pointsLedger, streakEvents } from './answers.ts';
import type { Db } from './db.ts';
import { type Member, member } from './members.ts';
import type { Report } from './reports.ts';
import { readSession } from './session-rows.ts';

export interface MemberExport {
  readonly member: Member;
  readonly guilds: readonly unknown[];
  readonly sessions: readonly unknown[];
  readonly answers: readonly (Answer & { readonly interactionId: string })[];
  readonly points: readonly unknown[];
  readonly streakEvents: readonly unknown[];
  readonly keptTerms: readonly unknown[];
  readonly reports: readonly Report[];
}

/** Everything that is held about the member, as plain JSON; instants are UTC ms. */
export function exportMember(db: Db, userId: string): MemberExport {
  return db.read(() => ({
    member: member(db, userId),
    guilds: guildsOf(db, userId),
    sessions: sessionsOf(db, userId),
    answers: answersWithInteractions(db, userId),
    points: pointsLedger(db, userId),
    streakEvents: streakEvents(db, userId),
    keptTerms: db.all(
      'SELECT term_id AS termId, kept_at AS keptAt FROM kept_terms WHERE user_id = @userId ORDER BY kept_at',
      { userId },
    ),
    reports: db.all<Report>(
      `SELECT user_id AS userId, item_id AS itemId, revision, reason, guild_id AS guildId, at FROM reports
       WHERE user_id = @userId ORDER BY id`,
      { userId },
    ),
  }));
}

function guildsOf(db: Db, userId: string): unknown[] {
  return db.all(
    `SELECT guild_id AS guildId, display_name AS displayName, first_seen_at AS firstSeenAt,
       last_seen_at AS lastSeenAt, left_at AS leftAt FROM guild_members WHERE user_id = @userId`,
    { userId },
  );
}

function sessionsOf(db: Db, userId: string): unknown[] {
  const ids = db.all<{ id: string }>('SELECT id FROM sessions WHERE user_id = @userId ORDER BY started_at', {
    userId,
  });
  return ids.map(({ id }) => readSession(db, id));
}

function answersWithInteractions(db: Db, userId: string): MemberExport['answers'] {
  const rows = db.all<{ id: number; interactionId: string }>(
    'SELECT id, interaction_id AS interactionId FROM answers WHERE user_id = @userId',
    { userId },
  );
  const interactions = new Map(rows.map(({ id, interactionId }) => [id, interactionId]));
  return answersOf(db, userId).map((answer) => ({
    ...answer,
    interactionId: interactions.get(answer.id) ?? '',
  }));
}

/** In an order that no foreign key objects to; points and study events go with their answers. */
const DELETIONS = [
  'INSERT INTO being_forgotten VALUES (@userId)',
  `INSERT INTO forgotten_daily_answers
     SELECT daily_id, chosen, correct, 1 FROM answers WHERE user_id = @userId AND daily_id IS NOT NULL
     ON CONFLICT DO UPDATE SET answers = answers + 1`,
  'DELETE FROM answers WHERE user_id = @userId',
  'DELETE FROM being_forgotten WHERE user_id = @userId',
  'DELETE FROM session_items WHERE session_id IN (SELECT id FROM sessions WHERE user_id = @userId)',
  'DELETE FROM sessions WHERE user_id = @userId',
  'DELETE FROM kept_terms WHERE user_id = @userId',
  'DELETE FROM reports WHERE user_id = @userId',
  'DELETE FROM guild_members WHERE user_id = @userId',
  'DELETE FROM members WHERE user_id = @userId',
] as const;

/**
 * Deletes all that is held about the member, at once: settings, answers, sessions, points, streak, kept terms,
 * reports. What stays is a number without a person: each daily question keeps how many chose which option, so
 * that a card which everybody has seen does not change.
 */
export function deleteMember(db: Db, userId: string): void {
  db.write(() => {
    for (const sql of DELETIONS) db.run(sql, { userId });
  });
}
