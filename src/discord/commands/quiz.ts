import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { DIFFICULTIES, type Difficulty } from '../../curriculum/schema.ts';
import { parseTopic } from '../../tutor/topic.ts';
import type { Topic } from '../../tutor/types.ts';
import { actions } from '../actions.ts';
import { type Answer, type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerQuestion, leaveQuiz, markConfidence, markSelection, ownSession } from '../quiz-answer.ts';
import { currentCard, goOnCard, type QuizRequest, startQuiz, startQuizOf } from '../quiz-flow.ts';
import { suggestExams, suggestTopics, topicFrom } from '../suggestions.ts';
import type { QuizWish } from '../views/result.ts';
import { reportActions } from './report.ts';

const DEFAULT_SIZE = 10;
const MAX_SIZE = 50;

export const quiz = chatCommand({
  definition: {
    name: 'quiz',
    description: 'Scenario questions that explain every option; only you see them',
    options: [
      {
        name: 'topic',
        description: 'A domain, an objective, a term, your weak spots… (the whole exam unless you say)',
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
      {
        name: 'questions',
        description: `How many questions (${DEFAULT_SIZE} unless you say)`,
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: MAX_SIZE,
      },
      {
        name: 'difficulty',
        description: 'Recall, apply or diagnose (mixed unless you say)',
        type: ApplicationCommandOptionType.Integer,
        choices: [
          { name: '1 · recall in context', value: 1 },
          { name: '2 · apply', value: 2 },
          { name: '3 · diagnose among close candidates', value: 3 },
        ],
      },
      {
        name: 'exam',
        description: 'The exam outline (yours unless you say)',
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
    ],
  },

  run(context, { topic, questions, difficulty, exam }) {
    const { services, words } = context;
    const outline = exam ? services.curriculum.outlines.get(exam) : undefined;
    if (exam && !outline) throw new UserError(words.quiz.none.unknownExam(exam));
    const wanted = topicFrom(context, topic);
    if (!wanted) throw new UserError(words.quiz.none.unknownTopic(topic ?? ''));
    const wish = {
      topic: wanted.code,
      size: questions ?? DEFAULT_SIZE,
      difficulty: difficulty ?? 0,
      outline: outline?.id ?? '',
    };
    return { kind: 'private', card: begin(context, wanted.topic, wish) };
  },

  autocomplete(context, { name, value }) {
    return name === 'exam' ? suggestExams(context, value) : suggestTopics(context, value);
  },

  actions: [
    ...reportActions,
    on(actions.quizAnswer, (context, { session, position, shown }) =>
      update(answerQuestion(context, session, position, ({ order }) => order.slice(shown, shown + 1))),
    ),
    on(actions.quizSubmit, (context, { session, position }) =>
      update(answerQuestion(context, session, position, ({ entry }) => entry.selection)),
    ),
    on(actions.quizSelect, (context, { session, position }, { values }) =>
      update(markSelection(context, session, position, values)),
    ),
    on(actions.quizSure, (context, { session, position, confidence }) =>
      update(markConfidence(context, session, position, confidence)),
    ),
    on(actions.quizGo, (context, { session }) => update(currentCard(context, ownSession(context, session)))),
    on(actions.quizLeave, (context, { session }) => update(leaveQuiz(context, session))),
    on(actions.quizStart, (context, wish) => ({
      kind: 'private',
      card: begin(context, known(context, wish), wish),
    })),
    on(actions.quizReplace, (context, wish) => update(begin(context, known(context, wish), wish, true))),
    on(actions.quizMissed, (context, { session: id }) => {
      const session = ownSession(context, id);
      const missed = session.items
        .filter(({ answer }) => answer?.correct === false)
        .map(({ itemId }) => itemId);
      const request: QuizRequest = {
        topic: { kind: 'missed' },
        size: missed.length,
        difficulty: null,
        place: 'review',
      };
      const card = startQuizOf(context, missed, request);
      if (!card) throw new UserError(context.words.quiz.none.missed);
      return { kind: 'private', card };
    }),
  ],
});

const update = (card: Extract<Answer, { kind: 'update' }>['card']): Answer => ({ kind: 'update', card });

function known({ services, words }: Context, wish: QuizWish): Topic {
  const topic = parseTopic(wish.topic, services.curriculum);
  if (!topic) throw new UserError(words.quiz.none.unknownTopic(wish.topic));
  return topic;
}

/** @throws UserError when no question fits, with the way on; an open quiz stays open then. */
function begin(context: Context, topic: Topic, wish: QuizWish, replace = false) {
  const { services, words, user } = context;
  const open = services.store.openSession(user.id);
  if (open && !replace) return goOnCard(context, open, wish);
  const card = startQuiz(context, {
    topic,
    size: Math.min(Math.max(wish.size, 1), MAX_SIZE),
    difficulty: difficultyOf(wish.difficulty),
    outline: services.curriculum.outlines.get(wish.outline),
    replace,
  });
  if (card) return card;
  // With a difficulty there may be misses or kept terms, only none so hard.
  const any = difficultyOf(wish.difficulty) === null;
  if (any && topic.kind === 'missed') throw new UserError(words.quiz.none.missed);
  if (any && topic.kind === 'kept') throw new UserError(words.quiz.none.kept);
  throw new UserError(words.quiz.none.empty);
}

function difficultyOf(value: number): Difficulty | null {
  return DIFFICULTIES.find((difficulty) => difficulty === value) ?? null;
}
