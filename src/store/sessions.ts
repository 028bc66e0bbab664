/** Sets of questions that one member works through. */
import { randomBytes } from 'node:crypto';
import { countsAsSet } from '../tutor/session.ts';
import { REPAIR_QUESTIONS } from '../tutor/streak.ts';
import type { Confidence, Selection } from '../tutor/types.ts';
import type { Answer } from './answers.ts';
import type { Db } from './db.ts';
import { makeSelection } from './json.ts';
import { knowMember } from './known.ts';
import { answerWhere, appendAnswer, creditDay } from './record-answer.ts';
import {
  readOpenSession,
  readSession,
  type Session,
  type SessionItem,
  type SetPlace,
} from './session-rows.ts';

export interface NewSession {
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly place: SetPlace;
  /** As the tutor's `makeTopic` writes it. */
  readonly topic: string;
  readonly outline: string;
  /** Null: any. */
  readonly difficulty: number | null;
  /** In the order of asking; at least one. */
  readonly items: readonly { readonly itemId: string; readonly revision: number; readonly seed: string }[];
  readonly at: number;
  /** Leaves an open session first; without it an open one stays, and is returned. */
  readonly replace?: boolean;
}

export type Started =
  | { readonly kind: 'started'; readonly session: Session }
  /** The member's session that is still open. */
  | { readonly kind: 'open'; readonly session: Session };

/** Base 36, so that it fits in a custom ID; never used again after its member is deleted. */
const newSessionId = (): string => BigInt(`0x${randomBytes(8).toString('hex')}`).toString(36);

export function startSession(db: Db, wanted: NewSession): Started {
  return db.write(() => {
    const open = readOpenSession(db, wanted.userId);
    if (open && wanted.replace !== true) return { kind: 'open', session: open };
    if (open) end(db, open, 'left', wanted.at);
    knowMember(db, wanted.userId);
    const { items, replace: _, ...row } = wanted;
    const id = newSessionId();
    db.run(
      `INSERT INTO sessions VALUES (@id, @userId, @guildId, @channelId, @place, @topic, @outline, @difficulty,
         'open', @at, NULL)`,
      { ...row, id },
    );
    for (const [position, item] of items.entries())
      db.run(
        `INSERT INTO session_items (session_id, position, item_id, revision, seed)
         VALUES (@id, @position, @itemId, @revision, @seed)`,
        { id, position, ...item },
      );
    return { kind: 'started', session: mustRead(db, id) };
  });
}

function mustRead(db: Db, id: string): Session {
  const session = readSession(db, id);
  if (!session) throw new Error(`Session ${id} vanished within its transaction.`);
  return session;
}

/** The member's session that waits for its next answer, or null. */
export function openSession(db: Db, userId: string): Session | null {
  return db.read(() => readOpenSession(db, userId));
}

/** Null for one that is not there (any more). Whose it is, the caller checks. */
export function session(db: Db, id: string): Session | null {
  return db.read(() => readSession(db, id));
}

/** Where a question of a session stands, and who asks. */
export interface QuestionPlace {
  readonly sessionId: string;
  readonly userId: string;
  /** 0-based. */
  readonly position: number;
}

export type Marked =
  | { readonly kind: 'set'; readonly session: Session }
  /** It has its answer, or the session is over; nothing was changed. */
  | { readonly kind: 'too-late'; readonly session: Session }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'gone' };

/** How sure the member says to be, before answering. */
export function setConfidence(db: Db, place: QuestionPlace & { readonly confidence: Confidence }): Marked {
  return mark(db, place, () =>
    db.run(
      `UPDATE session_items SET confidence = @confidence WHERE session_id = @sessionId AND position = @position`,
      { ...place },
    ),
  );
}

/** What is chosen so far in a question that takes several options; file order. */
export function setSelection(db: Db, place: QuestionPlace & { readonly selection: Selection }): Marked {
  const { sessionId, position, selection } = place;
  return mark(db, place, () =>
    db.run(
      'UPDATE session_items SET selection = @selection WHERE session_id = @sessionId AND position = @position',
      {
        sessionId,
        position,
        selection: makeSelection(selection),
      },
    ),
  );
}

/** The question was put before the member; its first showing starts the clock. */
export function showItem(db: Db, place: QuestionPlace & { readonly at: number }): Marked {
  return mark(db, place, () =>
    db.run(
      `UPDATE session_items SET shown_at = coalesce(shown_at, @at)
       WHERE session_id = @sessionId AND position = @position`,
      { ...place },
    ),
  );
}

type Found =
  | { readonly kind: 'found'; readonly session: Session; readonly item: SessionItem }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'gone' };

function find(db: Db, { sessionId, userId, position }: QuestionPlace): Found {
  const found = readSession(db, sessionId);
  if (found && found.userId !== userId) return { kind: 'foreign' };
  const item = found?.items[position];
  return found && item ? { kind: 'found', session: found, item } : { kind: 'gone' };
}

function mark(db: Db, place: QuestionPlace, change: () => void): Marked {
  return db.write(() => {
    const found = find(db, place);
    if (found.kind !== 'found') return found;
    if (found.item.answer || found.session.state !== 'open')
      return { kind: 'too-late', session: found.session };
    change();
    return { kind: 'set', session: mustRead(db, place.sessionId) };
  });
}

export interface QuizAnswer extends QuestionPlace {
  readonly chosen: Selection;
  readonly correct: boolean;
  readonly at: number;
  readonly interactionId: string;
  /** Where the press came from. */
  readonly guildId: string | null;
  readonly channelId: string | null;
}

export type QuizAnswered =
  /** `finished`: it was the last one, and the session has ended with it. */
  | {
      readonly kind: 'recorded';
      readonly answer: Answer;
      readonly session: Session;
      readonly finished: boolean;
    }
  /** The question has its answer; this one changed nothing. */
  | { readonly kind: 'already'; readonly answer: Answer; readonly session: Session }
  /** The session is over and the question went without an answer. */
  | { readonly kind: 'finished'; readonly session: Session }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'gone' };

/** The first answer to a question wins; whatever comes after it gets what was recorded. */
export function recordQuizAnswer(db: Db, given: QuizAnswer): QuizAnswered {
  return db.write(() => {
    const found = find(db, given);
    if (found.kind !== 'found') return found;
    const { session, item } = found;
    const known = item.answer ?? answerWhere(db, 'a.interaction_id = @id', { id: given.interactionId });
    if (known) return { kind: 'already', answer: known, session };
    if (session.state !== 'open') return { kind: 'finished', session };
    const { itemId, revision, seed, confidence, shownAt } = item;
    const ms = shownAt === null ? null : Math.max(0, given.at - shownAt);
    const at = { place: session.place, dailyId: null };
    const answer = appendAnswer(db, { ...given, ...at, itemId, revision, seed, confidence, ms });
    const now = mustRead(db, session.id);
    const finished = now.items.every((other) => other.answer !== null);
    if (finished) end(db, now, 'finished', given.at);
    return { kind: 'recorded', answer, session: mustRead(db, session.id), finished };
  });
}

export type Ended =
  | { readonly kind: 'ended'; readonly session: Session }
  | { readonly kind: 'already'; readonly session: Session }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'gone' };

/** Closes the session half way; what was answered counts. */
export function leaveSession(db: Db, sessionId: string, userId: string, at: number): Ended {
  return close(db, { sessionId, userId }, 'left', at);
}

/** Closes the session as done, with questions unanswered. */
export function finishSession(db: Db, sessionId: string, userId: string, at: number): Ended {
  return close(db, { sessionId, userId }, 'finished', at);
}

function close(
  db: Db,
  { sessionId, userId }: Pick<QuestionPlace, 'sessionId' | 'userId'>,
  state: 'left' | 'finished',
  at: number,
): Ended {
  return db.write(() => {
    const found = readSession(db, sessionId);
    if (!found) return { kind: 'gone' };
    if (found.userId !== userId) return { kind: 'foreign' };
    if (found.state !== 'open') return { kind: 'already', session: found };
    end(db, found, state, at);
    return { kind: 'ended', session: mustRead(db, sessionId) };
  });
}

/** The study that a set amounts to once it has ended. */
export function creditOf(place: SetPlace, answers: number): 'set' | 'repair' | null {
  if (place === 'repair' && answers >= REPAIR_QUESTIONS) return 'repair';
  return countsAsSet(answers) ? 'set' : null;
}

/** Ends the session; with enough answers its last one brings the study day, at the moment when it was given. */
function end(db: Db, ended: Session, state: 'left' | 'finished', at: number): void {
  db.run('UPDATE sessions SET state = @state, ended_at = @at WHERE id = @id', { id: ended.id, state, at });
  const ids = ended.items.flatMap(({ answer }) => (answer ? [answer.id] : []));
  const credit = creditOf(ended.place, ids.length);
  if (credit) creditDay(db, Math.max(...ids), credit);
}
