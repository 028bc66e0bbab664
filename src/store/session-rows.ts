/** Sessions as they are read. */
import type { AnswerPlace, Confidence, Selection } from '../tutor/types.ts';
import { ANSWER, type Answer, type AnswerRow, answerOf } from './answers.ts';
import type { Db } from './db.ts';
import { parseSelection } from './json.ts';

/** Where a set belongs: every place but the daily question. */
export type SetPlace = Exclude<AnswerPlace, 'daily'>;

export interface SessionItem {
  readonly position: number;
  readonly itemId: string;
  readonly revision: number;
  /** Of the order in which its options are shown. */
  readonly seed: string;
  /** UTC ms of the first showing. */
  readonly shownAt: number | null;
  readonly confidence: Confidence | null;
  /** Chosen so far, not yet given as the answer. */
  readonly selection: Selection;
  readonly answer: Answer | null;
}

export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly place: SetPlace;
  readonly topic: string;
  readonly outline: string;
  readonly difficulty: number | null;
  readonly state: 'open' | 'finished' | 'left';
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** By position. */
  readonly items: readonly SessionItem[];
}

type SessionRow = Omit<Session, 'items'>;
type ItemRow = Omit<SessionItem, 'selection' | 'answer'> & { readonly selection: string };

const SESSION = `SELECT id, user_id AS userId, guild_id AS guildId, channel_id AS channelId, place, topic, outline,
  difficulty, state, started_at AS startedAt, ended_at AS endedAt FROM sessions`;

export function readSession(db: Db, id: string): Session | null {
  const row = db.one<SessionRow>(`${SESSION} WHERE id = @id`, { id });
  return row ? { ...row, items: itemsOf(db, id) } : null;
}

export function readOpenSession(db: Db, userId: string): Session | null {
  const row = db.one<SessionRow>(`${SESSION} WHERE user_id = @userId AND state = 'open'`, { userId });
  return row ? { ...row, items: itemsOf(db, row.id) } : null;
}

function itemsOf(db: Db, id: string): SessionItem[] {
  const answers = db.all<AnswerRow>(`${ANSWER} WHERE a.session_id = @id`, { id }).map(answerOf);
  const byPosition = new Map(answers.map((answer) => [answer.position, answer]));
  const rows = db.all<ItemRow>(
    `SELECT position, item_id AS itemId, revision, seed, shown_at AS shownAt, confidence, selection
     FROM session_items WHERE session_id = @id ORDER BY position`,
    { id },
  );
  return rows.map((row) => ({
    ...row,
    selection: parseSelection(row.selection),
    answer: byPosition.get(row.position) ?? null,
  }));
}
