/** The answer log, as it is read. */
import type { ItemId } from '../curriculum/model.ts';
import type { CivilDate } from '../tutor/civil-date.ts';
import type {
  AnswerPlace,
  Confidence,
  ItemRecord,
  MemberHistory,
  Selection,
  StudyEvent,
  Zone,
} from '../tutor/types.ts';
import type { Db } from './db.ts';
import { parseSelection } from './json.ts';

/** One answer as it was recorded, with the points that followed from it. */
export interface Answer {
  readonly id: number;
  readonly userId: string;
  readonly itemId: ItemId;
  readonly revision: number;
  /** Option indices in file order. */
  readonly chosen: Selection;
  readonly correct: boolean;
  readonly confidence: Confidence | null;
  /** From showing to answering; null where nobody knows. */
  readonly ms: number | null;
  /** UTC ms: the interaction's own instant. */
  readonly at: number;
  readonly zone: Zone;
  readonly localDate: CivilDate;
  /** The member's first answer at this item anywhere. */
  readonly firstAttempt: boolean;
  /** Of the order in which the options were shown. */
  readonly seed: string;
  readonly place: AnswerPlace;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly dailyId: number | null;
  readonly sessionId: string | null;
  readonly position: number | null;
  readonly points: number;
}

export interface AnswerRow extends Omit<Answer, 'chosen' | 'correct' | 'firstAttempt'> {
  readonly chosen: string;
  readonly correct: number;
  readonly firstAttempt: number;
}

export const ANSWER = `SELECT a.id, a.user_id AS userId, a.item_id AS itemId, a.revision, a.chosen, a.correct, a.confidence,
  a.ms, a.at, a.zone, a.local_date AS localDate, a.first_attempt AS firstAttempt, a.seed, a.place,
  a.guild_id AS guildId, a.channel_id AS channelId, a.daily_id AS dailyId, a.session_id AS sessionId, a.position,
  coalesce(p.points, 0) AS points FROM answers a LEFT JOIN points p ON p.answer_id = a.id`;

export function answerOf(row: AnswerRow): Answer {
  return {
    ...row,
    chosen: parseSelection(row.chosen),
    correct: row.correct === 1,
    firstAttempt: row.firstAttempt === 1,
  };
}

/** A member's answers in the order recorded; from an instant (UTC ms) on when it is given. */
export function answersOf(db: Db, userId: string, since = Number.MIN_SAFE_INTEGER): Answer[] {
  return db
    .all<AnswerRow>(`${ANSWER} WHERE a.user_id = @userId AND a.at >= @since ORDER BY a.id`, { userId, since })
    .map(answerOf);
}

/** A member's answers folded by item, for choosing. */
export function itemHistory(db: Db, userId: string): MemberHistory {
  // With a single max(), SQLite takes the bare columns from the row that holds it: here the last answer.
  const rows = db.all<{
    itemId: ItemId;
    attempts: number;
    first: number;
    last: number;
    lastAt: number;
    id: number;
  }>(
    `SELECT item_id AS itemId, count(*) AS attempts, sum(first_attempt * correct) AS first,
            correct AS last, at AS lastAt, max(id) AS id
     FROM answers WHERE user_id = @userId GROUP BY item_id`,
    { userId },
  );
  const recordOf = ({ attempts, first, last, lastAt }: (typeof rows)[number]): ItemRecord => ({
    attempts,
    firstCorrect: first > 0,
    lastCorrect: last === 1,
    lastAt,
  });
  return new Map(rows.map((row) => [row.itemId, recordOf(row)]));
}

interface EventRow {
  readonly kind: 'daily' | 'set' | 'repair';
  readonly at: number;
  readonly zone: Zone;
  readonly date: CivilDate;
}

/** What the member's streak is made of: study, and the exempt days of the guilds that they were in. */
export function streakEvents(db: Db, userId: string): StudyEvent[] {
  return db.read(() => {
    const study = db.all<EventRow>(
      `SELECT kind, at, zone, local_date AS date FROM study_events WHERE user_id = @userId ORDER BY at, answer_id`,
      { userId },
    );
    const exempt = db.all<{ date: CivilDate }>(
      `SELECT DISTINCT e.local_date AS date FROM exempt_days e JOIN guild_members m USING (guild_id)
       WHERE m.user_id = @userId AND (m.left_at IS NULL OR e.at <= m.left_at) ORDER BY date`,
      { userId },
    );
    return [...study.map(eventOf), ...exempt.map(({ date }) => ({ kind: 'exempt' as const, date }))];
  });
}

function eventOf({ kind, ...moment }: EventRow): StudyEvent {
  return kind === 'repair' ? { kind, ...moment } : { kind: 'study', by: kind, ...moment };
}

export interface PointsEntry {
  readonly answerId: number;
  readonly at: number;
  readonly localDate: CivilDate;
  readonly place: AnswerPlace;
  readonly points: number;
}

/** Every answer with what it brought, oldest first. */
export function pointsLedger(db: Db, userId: string): PointsEntry[] {
  return db.all<PointsEntry>(
    `SELECT p.answer_id AS answerId, a.at, p.local_date AS localDate, a.place, p.points
     FROM points p JOIN answers a ON a.id = p.answer_id WHERE p.user_id = @userId ORDER BY p.answer_id`,
    { userId },
  );
}

/** Points of the answers from `fromMs` (null: ever) to before `toMs`; in one guild when it is named. */
export function pointsOf(
  db: Db,
  userId: string,
  span: { readonly fromMs: number | null; readonly toMs: number; readonly guildId?: string },
): number {
  const row = db.one<{ points: number }>(
    `SELECT coalesce(sum(p.points), 0) AS points FROM points p JOIN answers a ON a.id = p.answer_id
     WHERE p.user_id = @userId AND a.at >= @from AND a.at < @to AND (@guildId IS NULL OR a.guild_id = @guildId)`,
    { userId, from: span.fromMs ?? Number.MIN_SAFE_INTEGER, to: span.toMs, guildId: span.guildId ?? null },
  );
  return row?.points ?? 0;
}
