/** Derives points and study days anew from the log, and compares. */
import { pointsFor } from '../tutor/points.ts';
import type { AnswerPlace } from '../tutor/types.ts';
import type { Db } from './db.ts';
import { attemptAfter } from './record-answer.ts';
import type { SetPlace } from './session-rows.ts';
import { creditOf } from './sessions.ts';

/** What a row says, and what the log says that it should. */
export interface Difference {
  readonly table: 'answers' | 'points' | 'study_events';
  readonly answerId: number;
  /** `none` where there is no row. */
  readonly found: string;
  readonly expected: string;
}

interface LogRow {
  readonly id: number;
  readonly userId: string;
  readonly itemId: string;
  readonly correct: number;
  readonly ms: number | null;
  readonly date: string;
  readonly place: AnswerPlace;
  readonly first: number;
}

/** Everything derivable that differs from what the log gives; empty for a sound database. */
export function verify(db: Db): Difference[] {
  return db.read(() => {
    const log = db.all<LogRow>(
      `SELECT id, user_id AS userId, item_id AS itemId, correct, ms, local_date AS date, place,
              first_attempt AS first FROM answers ORDER BY id`,
    );
    const { points, first } = replay(log);
    const recorded = new Map(log.map((row) => [row.id, row.first === 1 ? 'first' : 'not first']));
    return [
      ...compare('answers', recorded, first),
      ...compare('points', foundPoints(db), points),
      ...compare('study_events', foundEvents(db), expectedEvents(db, log)),
    ];
  });
}

type ByAnswer = ReadonlyMap<number, string>;

/** The points of each answer, and whether it was a first attempt, by going through the log once. */
function replay(log: readonly LogRow[]): { points: ByAnswer; first: ByAnswer } {
  const last = new Map<string, boolean>();
  const today = new Map<string, number>();
  const points = new Map<number, string>();
  const first = new Map<number, string>();
  for (const { id, userId, itemId, date, place, ms, ...row } of log) {
    const [item, day] = [`${userId} ${itemId}`, `${userId} ${date}`];
    const attempt = attemptAfter(last.get(item) ?? null);
    const correct = row.correct === 1;
    const soFar = today.get(day) ?? 0;
    const earned = pointsFor({ place, correct, attempt, ms, afterReveal: false }, soFar);
    last.set(item, correct);
    today.set(day, soFar + earned);
    points.set(id, `${userId} ${date} ${earned}`);
    first.set(id, attempt === 'first' ? 'first' : 'not first');
  }
  return { points, first };
}

function foundPoints(db: Db): ByAnswer {
  const rows = db.all<{ id: number; text: string }>(
    `SELECT answer_id AS id, user_id || ' ' || local_date || ' ' || points AS text FROM points`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function foundEvents(db: Db): ByAnswer {
  const rows = db.all<{ id: number; text: string }>(
    `SELECT e.answer_id AS id, e.kind || iif(e.user_id = a.user_id AND e.at = a.at AND e.zone = a.zone
       AND e.local_date = a.local_date, '', ' at another moment') AS text
     FROM study_events e JOIN answers a ON a.id = e.answer_id`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function expectedEvents(db: Db, log: readonly LogRow[]): ByAnswer {
  const dailies = log.filter(({ place }) => place === 'daily').map(({ id }) => [id, 'daily'] as const);
  const sets = db.all<{ id: number; place: SetPlace; answers: number }>(
    `SELECT max(a.id) AS id, s.place, count(*) AS answers FROM sessions s JOIN answers a ON a.session_id = s.id
     WHERE s.state <> 'open' GROUP BY s.id`,
  );
  const credited = sets.flatMap(({ id, place, answers }) => {
    const credit = creditOf(place, answers);
    return credit ? [[id, credit] as const] : [];
  });
  return new Map<number, string>([...dailies, ...credited]);
}

function compare(table: Difference['table'], found: ByAnswer, expected: ByAnswer): Difference[] {
  const ids = [...new Set([...found.keys(), ...expected.keys()])].sort((a, b) => a - b);
  return ids
    .map((id) => ({
      table,
      answerId: id,
      found: found.get(id) ?? 'none',
      expected: expected.get(id) ?? 'none',
    }))
    .filter((difference) => difference.found !== difference.expected);
}
