/** The one place where an answer enters the log, with what follows from it. Part of a larger transaction. */
import { localDate } from '../tutor/civil-date.ts';
import { pointsFor } from '../tutor/points.ts';
import type { AnswerPlace, Confidence, Selection } from '../tutor/types.ts';
import { ANSWER, type Answer, type AnswerRow, answerOf } from './answers.ts';
import type { Db, Params } from './db.ts';
import { makeSelection } from './json.ts';
import { knowMember } from './known.ts';
import { zoneOf } from './members.ts';

export interface NewAnswer {
  readonly userId: string;
  readonly itemId: string;
  readonly revision: number;
  readonly chosen: Selection;
  readonly correct: boolean;
  readonly confidence: Confidence | null;
  readonly ms: number | null;
  readonly at: number;
  readonly seed: string;
  readonly place: AnswerPlace;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly dailyId: number | null;
  readonly sessionId: string | null;
  readonly position: number | null;
  readonly interactionId: string;
}

const INSERT = `INSERT INTO answers (user_id, item_id, revision, chosen, correct, confidence, ms, at, zone, local_date,
    first_attempt, seed, place, guild_id, channel_id, daily_id, session_id, position, interaction_id)
  VALUES (@userId, @itemId, @revision, @chosen, @correct, @confidence, @ms, @at, @zone, @localDate,
    @firstAttempt, @seed, @place, @guildId, @channelId, @dailyId, @sessionId, @position, @interactionId)`;

/** Whether the member's answer before this one to the item was right; null for a first attempt. */
function lastCorrect(db: Db, userId: string, itemId: string): boolean | null {
  const row = db.one<{ correct: number }>(
    'SELECT correct FROM answers WHERE user_id = @userId AND item_id = @itemId ORDER BY id DESC LIMIT 1',
    { userId, itemId },
  );
  return row ? row.correct === 1 : null;
}

function pointsToday(db: Db, userId: string, date: string): number {
  const row = db.one<{ points: number }>(
    'SELECT coalesce(sum(points), 0) AS points FROM points WHERE user_id = @userId AND local_date = @date',
    { userId, date },
  );
  return row?.points ?? 0;
}

/** What an answer is to a member, from the one before it. */
export function attemptAfter(last: boolean | null): 'first' | 'after-miss' | 'repeat' {
  if (last === null) return 'first';
  return last ? 'repeat' : 'after-miss';
}

export function answerWhere(db: Db, condition: string, params: Params): Answer | null {
  const row = db.one<AnswerRow>(`${ANSWER} WHERE ${condition}`, params);
  return row ? answerOf(row) : null;
}

function answerWithId(db: Db, id: number): Answer {
  const answer = answerWhere(db, 'a.id = @id', { id });
  if (!answer) throw new Error(`Answer ${id} vanished within its transaction.`);
  return answer;
}

/** Writes the answer and its points. The caller has seen that there is none yet, in the same transaction. */
export function appendAnswer(db: Db, answer: NewAnswer): Answer {
  knowMember(db, answer.userId);
  const zone = zoneOf(db, answer.userId, answer.guildId);
  const date = localDate(answer.at, zone);
  const attempt = attemptAfter(lastCorrect(db, answer.userId, answer.itemId));
  const { id } = db.run(INSERT, {
    ...answer,
    chosen: makeSelection(answer.chosen),
    correct: Number(answer.correct),
    zone,
    localDate: date,
    firstAttempt: Number(attempt === 'first'),
  });
  const points = pointsFor(
    { place: answer.place, correct: answer.correct, attempt, ms: answer.ms, afterReveal: false },
    pointsToday(db, answer.userId, date),
  );
  db.run('INSERT INTO points VALUES (@id, @userId, @date, @points)', {
    id,
    userId: answer.userId,
    date,
    points,
  });
  return answerWithId(db, id);
}

/** The answer brought a study day; its moment is the event's. */
export function creditDay(db: Db, answerId: number, kind: 'daily' | 'set' | 'repair'): void {
  db.run(
    `INSERT INTO study_events SELECT id, user_id, @kind, at, zone, local_date FROM answers WHERE id = @answerId
     ON CONFLICT DO NOTHING`,
    { answerId, kind },
  );
}
