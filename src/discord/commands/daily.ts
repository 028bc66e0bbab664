import type { ChoiceItem } from '../../curriculum/index.ts';
import type { Daily, Answer as RecordedAnswer } from '../../store/index.ts';
import { gradeResponse, parseResponse } from '../../tutor/kinds/index.ts';
import { optionOrder } from '../../tutor/options-order.ts';
import { streakOf } from '../../tutor/streak.ts';
import { actions } from '../actions.ts';
import { zoneOf } from '../asker.ts';
import { type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { playable } from '../quiz-flow.ts';
import { type DailyStateView, dailyStateCard, dailyVerdictCard } from '../views/daily.ts';

export const daily = chatCommand({
  definition: { name: 'daily', description: 'Today’s question of this server, its state and yours' },

  run(context) {
    const { guildId, words } = context;
    if (guildId === null) throw new UserError(words.errors.guildOnly);
    return { kind: 'private', card: dailyStateCard(words, stateOf(context, guildId)) };
  },

  actions: [
    on(actions.dailyAnswer, (context, { daily: dailyId, shown }) => {
      const { services, words, user, at, interactionId } = context;
      const asked = services.store.daily(dailyId);
      const question = asked && questionOf(context, asked);
      if (!asked || !question) throw new UserError(words.daily.gone);
      const { item, order } = question;
      const chosen = parseResponse(item, order.slice(shown, shown + 1));
      if (chosen === null) throw new UserError(words.errors.deadButton);
      const { correct } = gradeResponse(item, chosen);
      const given = { dailyId, userId: user.id, chosen, correct, at, interactionId };
      const outcome = services.store.recordDailyAnswer(given);
      if (outcome.kind === 'gone') throw new UserError(words.daily.gone);
      if (outcome.kind === 'closed') throw new UserError(words.daily.closed);
      return {
        kind: 'private',
        card: verdict(context, question, outcome.answer, outcome.kind === 'already'),
      };
    }),
  ],
});

interface Question {
  readonly item: ChoiceItem;
  /** File indices in the order shown, the same for everybody. */
  readonly order: readonly number[];
}

/** Null while no question is chosen, or once its authors withdrew or revised it. */
export function questionOf(context: Pick<Context, 'services'>, { item: chosen }: Daily): Question | null {
  const item = chosen && playable(context, chosen.itemId);
  if (!chosen || !item || item.revision !== chosen.revision) return null;
  return { item, order: optionOrder(item, chosen.seed) };
}

function verdict(context: Context, { item, order }: Question, answer: RecordedAnswer, already: boolean) {
  const { services, words, user, at } = context;
  const streak = streakOf(services.store.streakEvents(user.id), { now: at, zone: zoneOf(context) });
  return dailyVerdictCard(words, services.curriculum, {
    item,
    order,
    chosen: answer.chosen,
    correct: answer.correct,
    confidence: answer.confidence,
    rapid: false,
    notes: [],
    already,
    streakDays: streak.current,
    points: answer.points,
  });
}

/** Today's open question, the last revealed one, and when the next comes. */
function stateOf(context: Context, guildId: string): DailyStateView {
  const { services, words, channelId } = context;
  const { store } = services;
  const channels = store.studyChannels(guildId);
  if (channels.length === 0) throw new UserError(words.daily.noneSetUp);
  const latest = store.currentDaily(guildId, channelId);
  const isOpen = latest !== null && (latest.revealState === 'none' || latest.revealState === 'due');
  const today = isOpen ? latest : null;
  const previous = latest === null || !isOpen ? latest : store.previousDaily(latest.id);
  const next = channels.flatMap(({ nextDueAt, paused }) => (nextDueAt === null || paused ? [] : [nextDueAt]));
  return {
    today: today && todayOf(context, today),
    previous: previous && previousOf(context, previous),
    nextAt: next.length === 0 ? null : Math.min(...next),
  };
}

function todayOf(context: Context, today: Daily): DailyStateView['today'] {
  const question = questionOf(context, today);
  return (
    question && {
      item: question.item,
      url: `https://discord.com/channels/${today.guildId}/${today.channelId}/${today.messageId ?? ''}`,
      answered: context.services.store.dailyCounts(today.id),
      mine: mineOf(context, today, question),
    }
  );
}

function previousOf(context: Context, previous: Daily): DailyStateView['previous'] {
  const question = questionOf(context, previous);
  return question && { ...question, mine: mineOf(context, previous, question) };
}

function mineOf({ services, words, user }: Context, asked: Daily, { order }: Question) {
  const answer = services.store.dailyAnswerOf(asked.id, user.id);
  if (!answer) return null;
  const letters = answer.chosen.map((index) => words.letter(order.indexOf(index)));
  return { letter: words.and(letters), correct: answer.correct };
}
