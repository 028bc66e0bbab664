/** What a press on a quiz's question does. */
import type { ChoiceItem } from '../curriculum/index.ts';
import type { Answer, Session, SessionItem } from '../store/index.ts';
import { gradeResponse, parseResponse } from '../tutor/kinds/index.ts';
import { optionOrder } from '../tutor/options-order.ts';
import { isRapidGuess } from '../tutor/points.ts';
import type { Confidence } from '../tutor/types.ts';
import type { Card } from './card.ts';
import type { Context } from './command.ts';
import { UserError } from './errors.ts';
import { askable, currentCard } from './quiz-flow.ts';
import { quizVerdictCard } from './views/verdict.ts';

/** The member's own session, or a kind word about why not. */
export function ownSession({ services, words, user }: Context, sessionId: string): Session {
  const session = services.store.session(sessionId);
  if (!session) throw new UserError(words.quiz.over);
  if (session.userId !== user.id) throw new UserError(words.errors.notYours);
  return session;
}

interface Question {
  readonly session: Session;
  readonly entry: SessionItem;
  readonly item: ChoiceItem;
  /** File indices in the order shown. */
  readonly order: readonly number[];
}

/** The question at a place of the member's session; null where it was revised since and another is due. */
function questionAt(context: Context, sessionId: string, position: number): Question | null {
  const session = ownSession(context, sessionId);
  const entry = session.items[position];
  if (!entry) throw new UserError(context.words.errors.deadButton);
  const item = askable(context, entry);
  return item ? { session, entry, item, order: optionOrder(item, entry.seed) } : null;
}

/**
 * Records the first answer and shows what came of it; a repeat is shown what was recorded.
 * @param choose the options chosen, as file indices.
 */
export function answerQuestion(
  context: Context,
  sessionId: string,
  position: number,
  choose: (question: Question) => readonly number[],
): Card {
  const { services, words, user, guildId, channelId, interactionId, at } = context;
  const question = questionAt(context, sessionId, position);
  if (!question) return currentCard(context, ownSession(context, sessionId));
  const chosen = parseResponse(question.item, choose(question));
  if (chosen === null && !question.entry.answer) throw new UserError(words.errors.deadButton);
  const correct = chosen !== null && gradeResponse(question.item, chosen).correct;
  const where = { sessionId, userId: user.id, position, guildId, channelId, interactionId };
  const outcome = services.store.recordQuizAnswer({ ...where, chosen: chosen ?? [], correct, at });
  switch (outcome.kind) {
    case 'recorded':
      return verdictOf(context, { ...question, session: outcome.session }, outcome.answer, []);
    case 'already':
      return verdictOf(context, question, outcome.answer, [words.quiz.already(position + 1)]);
    case 'finished':
    case 'gone':
      throw new UserError(words.quiz.over);
    case 'foreign':
      throw new UserError(words.errors.notYours);
  }
}

function verdictOf(context: Context, question: Question, answer: Answer, notes: readonly string[]): Card {
  const { session, entry, item, order } = question;
  const left = session.items.filter((other) => other.answer === null && other.position !== entry.position);
  return quizVerdictCard(context.words, context.services.curriculum, {
    session: session.id,
    position: entry.position,
    total: session.items.length,
    last: left.every((other) => askable(context, other) === null),
    item,
    order,
    chosen: answer.chosen,
    correct: answer.correct,
    confidence: answer.confidence,
    rapid: isRapidGuess(answer.ms),
    notes,
  });
}

/** Marks how sure the member is; before the answer only. */
export function markConfidence(
  context: Context,
  sessionId: string,
  position: number,
  confidence: Confidence,
): Card {
  const place = { sessionId, userId: context.user.id, position };
  const question = questionAt(context, sessionId, position);
  if (question) context.services.store.setConfidence({ ...place, confidence });
  return stillOpen(context, question, sessionId);
}

/** Keeps what was picked in the select of a multiple-response question, until it is submitted. */
export function markSelection(
  context: Context,
  sessionId: string,
  position: number,
  shown: readonly string[],
): Card {
  const place = { sessionId, userId: context.user.id, position };
  const question = questionAt(context, sessionId, position);
  if (question) {
    const selection = shown.flatMap((text) => question.order[Number(text)] ?? []).sort((a, b) => a - b);
    context.services.store.setSelection({ ...place, selection });
  }
  return stillOpen(context, question, sessionId);
}

/** The question again, or the verdict when it was answered meanwhile. */
function stillOpen(context: Context, question: Question | null, sessionId: string): Card {
  if (question?.entry.answer) {
    const note = context.words.quiz.already(question.entry.position + 1);
    return verdictOf(context, question, question.entry.answer, [note]);
  }
  return currentCard(context, ownSession(context, sessionId));
}

/** Stops here: what was answered stays, and three answers still make a set. */
export function leaveQuiz(context: Context, sessionId: string): Card {
  const session = ownSession(context, sessionId);
  const ended = context.services.store.leaveSession(session.id, session.userId, context.at);
  return currentCard(context, 'session' in ended ? ended.session : session);
}
