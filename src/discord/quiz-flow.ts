/**
 * A quiz from its first question to its result. Every step reads the session from the database and writes what
 * it changed before it answers, so the process may die between any two presses.
 */
import type { ChoiceItem, Outline } from '../curriculum/index.ts';
import type { Difficulty } from '../curriculum/schema.ts';
import type { Session, SessionItem } from '../store/index.ts';
import { chooseItems } from '../tutor/choose.ts';
import { playableItem } from '../tutor/kinds/index.ts';
import { optionOrder } from '../tutor/options-order.ts';
import { seededRandom } from '../tutor/random.ts';
import { objectiveIn } from '../tutor/record.ts';
import { summarize } from '../tutor/session.ts';
import { streakOf } from '../tutor/streak.ts';
import { makeTopic, parseTopic } from '../tutor/topic.ts';
import type { Topic } from '../tutor/types.ts';
import { itemsOf, outlineOf, zoneOf } from './asker.ts';
import type { Card } from './card.ts';
import type { Context } from './command.ts';
import { topicName } from './topic-name.ts';
import { noticeCard } from './views/notice.ts';
import { questionCard } from './views/question.ts';
import { openQuizCard, type QuizWish, resultCard } from './views/result.ts';

/** What a member asked for. */
export interface QuizRequest {
  readonly topic: Topic;
  /** Questions wanted. */
  readonly size: number;
  /** Null: mixed. */
  readonly difficulty: Difficulty | null;
  /** Overrides the member's outline. */
  readonly outline?: Outline | undefined;
  readonly place?: Session['place'];
  /** Leaves an open quiz for this one; otherwise the open one is offered first. */
  readonly replace?: boolean;
}

/**
 * Starts a quiz and shows its first question, or offers to go on with the one that is open.
 * @returns null when no question fits; nothing has changed then.
 */
export function startQuiz(context: Context, request: QuizRequest): Card | null {
  const { outline, history, items, prefer } = itemsOf(
    context,
    request.topic,
    request.outline ?? outlineOf(context),
  );
  const seed = context.services.newSeed();
  const wanted = { count: request.size, difficulty: request.difficulty, outline, prefer };
  const chosen = chooseItems(wanted, history, items, seededRandom(seed));
  return startQuizOf(context, chosen, { ...request, outline }, seed);
}

/** The same for just these items, such as the misses of another quiz. */
export function startQuizOf(
  context: Context,
  itemIds: readonly string[],
  request: QuizRequest,
  seed = context.services.newSeed(),
): Card | null {
  const { services, user, guildId, channelId, at } = context;
  const items = itemIds.flatMap((itemId, position) => {
    const item = playable(context, itemId);
    return item ? [{ itemId, revision: item.revision, seed: `${seed}.${position}` }] : [];
  });
  if (items.length === 0) return null;
  const outline = (request.outline ?? outlineOf(context)).id;
  const topic = makeTopic(request.topic);
  const started = services.store.startSession({
    userId: user.id,
    guildId,
    channelId,
    place: request.place ?? 'quiz',
    topic,
    difficulty: request.difficulty,
    outline,
    items,
    at,
    ...(request.replace ? { replace: true } : {}),
  });
  if (started.kind === 'started') return currentCard(context, started.session);
  const wish = { topic, size: request.size, difficulty: request.difficulty ?? 0, outline };
  return goOnCard(context, started.session, wish);
}

/** The question that is open, or the result when all are answered. */
export function currentCard(context: Context, session: Session): Card {
  const { store } = context.services;
  if (session.state !== 'open') return finishedCard(context, session);
  const open = session.items.find((entry) => entry.answer === null && askable(context, entry));
  const item = open && askable(context, open);
  if (!open || !item) {
    const ended = store.finishSession(session.id, session.userId, context.at);
    return finishedCard(context, 'session' in ended ? ended.session : session);
  }
  store.showItem({ sessionId: session.id, userId: session.userId, position: open.position, at: context.at });
  return questionOf(context, session, open, item);
}

function questionOf(context: Context, session: Session, open: SessionItem, item: ChoiceItem): Card {
  return questionCard(context.words, {
    session: session.id,
    item,
    order: optionOrder(item, open.seed),
    position: open.position,
    total: session.items.length,
    ...placeOf(context, session.outline, item),
    confidence: open.confidence,
    selection: open.selection,
  });
}

function finishedCard(context: Context, session: Session): Card {
  const { services, words, user, at } = context;
  const { curriculum, store } = services;
  const outline = curriculum.outlines.get(session.outline) ?? outlineOf(context);
  const answers = session.items.flatMap(({ itemId, answer }) =>
    answer ? [{ item: itemId, correct: answer.correct, ms: answer.ms, points: answer.points }] : [],
  );
  if (answers.length === 0) return noticeCard(words, { line: words.quiz.leftEmpty });
  const summary = summarize(session.items.length, answers, outline, curriculum);
  const zone = zoneOf(context);
  return resultCard(words, {
    session: session.id,
    right: summary.right,
    total: summary.answered,
    domains: summary.byDomain.map(({ domain, right, answered }) => ({
      name: domain.name,
      right,
      total: answered,
    })),
    streakDays: streakOf(store.streakEvents(user.id), { now: at, zone }).current,
    points: summary.points,
    objectives: summary.objectivesToReview,
    terms: summary.termsToReview.flatMap((id) => curriculum.terms.get(id) ?? []),
    missed: summary.misses.length,
    firstInZone: isFirst(context, answers.length) ? zone : null,
    again: wishOf(session),
  });
}

/** True while the member has answered nothing else and has not chosen a zone. */
function isFirst({ services, user }: Context, answered: number): boolean {
  const { store } = services;
  return store.member(user.id).zone === null && store.answersOf(user.id).length === answered;
}

/** What the session was, so that another like it can be asked for. */
function wishOf({ topic, items, difficulty, outline }: Session): QuizWish {
  return { topic, size: items.length, difficulty: difficulty ?? 0, outline };
}

/** The offer to go on with an open session, or to leave it for what was asked. */
export function goOnCard({ services, words }: Context, open: Session, wish: QuizWish): Card {
  const topic = parseTopic(open.topic, services.curriculum);
  return openQuizCard(words, {
    session: open.id,
    done: open.items.filter(({ answer }) => answer !== null).length,
    total: open.items.length,
    topic: topic ? topicName(words, services.curriculum, topic) : open.topic,
    wish,
  });
}

/** Domain and objective of an item in the outline, as the question's small print names them. */
function placeOf({ services }: Context, outlineId: string, item: ChoiceItem) {
  const { curriculum } = services;
  const outline = curriculum.outlines.get(outlineId);
  const inOutline = outline ? objectiveIn(outline, item) : null;
  const objective = curriculum.objectives.get(inOutline ?? item.objectives[0] ?? '');
  const domain = curriculum.domains.get(objective?.domain ?? '');
  return { domain: domain?.name ?? '', objective: objective ? `${objective.code} ${objective.title}` : '' };
}

/** The item as a choice item, or null when it is gone or of a kind that cannot be asked yet. */
export function playable({ services }: Pick<Context, 'services'>, itemId: string): ChoiceItem | null {
  const item = services.curriculum.items.get(itemId);
  return item && playableItem(item) ? item : null;
}

/** The session's question as it was when chosen; null once its authors revised or withdrew it. */
export function askable(context: Pick<Context, 'services'>, entry: SessionItem): ChoiceItem | null {
  const item = playable(context, entry.itemId);
  return item && item.revision === entry.revision ? item : null;
}
