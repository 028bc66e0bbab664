import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { occurrenceOn } from '../../calendar/occurrence.ts';
import { daysBetween, localDate } from '../../tutor/civil-date.ts';
import { periodDates } from '../../tutor/leaderboard.ts';
import { shrunkAccuracy, talliesOf, tallyOf } from '../../tutor/record.ts';
import { REPAIR_QUESTIONS, streakOf } from '../../tutor/streak.ts';
import { makeTopic } from '../../tutor/topic.ts';
import type { Tally } from '../../tutor/types.ts';
import { actions } from '../actions.ts';
import { outlineOf, zoneOf } from '../asker.ts';
import { type Answer, type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { startQuiz } from '../quiz-flow.ts';
import { progressCard, whyStreakCard } from '../views/progress.ts';

/** First attempts before a readiness estimate has a meaning: in all, and in each domain. */
const READINESS_ATTEMPTS = 30;
const READINESS_PER_DOMAIN = 4;

export const progress = chatCommand({
  definition: {
    name: 'progress',
    description: 'Where you stand: accuracy by domain, study days, streak, what to do next',
    options: [
      {
        name: 'member',
        description: 'Somebody else, if they let others see it',
        type: ApplicationCommandOptionType.User,
      },
    ],
  },

  run(context, { member }) {
    return show(context, member ?? context.user.id);
  },

  actions: [
    on(actions.progressShow, (context) => show(context, context.user.id)),
    on(actions.streakWhy, (context) => ({
      kind: 'private',
      card: whyStreakCard(context.words, streakFor(context, context.user.id)),
    })),
    on(actions.streakRepair, (context) => {
      const request = {
        topic: { kind: 'all' },
        size: REPAIR_QUESTIONS,
        difficulty: null,
        place: 'repair',
      } as const;
      if (!streakFor(context, context.user.id).repair) throw new UserError(context.words.progress.repairOver);
      const card = startQuiz(context, request);
      if (!card) throw new UserError(context.words.quiz.none.empty);
      return { kind: 'private', card };
    }),
  ],
});

function streakFor(context: Context, userId: string) {
  const zone = zoneOf({ ...context, user: { id: userId } });
  return streakOf(context.services.store.streakEvents(userId), { now: context.at, zone });
}

function show(context: Context, userId: string): Answer {
  const { services, words, at } = context;
  const { store, curriculum } = services;
  const own = userId === context.user.id;
  const member = store.member(userId);
  if (!own && !member.progressOpen) throw new UserError(words.progress.hidden);
  const zone = zoneOf({ ...context, user: { id: userId } });
  const outline = outlineOf({ ...context, user: { id: userId } });
  const history = store.itemHistory(userId);
  const tallies = talliesOf(history, curriculum.items);
  const domains = outline.domains.map((domain) => ({
    domain,
    tally: sum(domain.objectives.map(({ id }) => tallyOf(tallies, id))),
  }));
  const first = sum(domains.map(({ tally }) => tally));
  const today = localDate(at, zone);
  const weakest = domains.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  const card = progressCard(words, {
    name: own ? context.user.name : nameOf(context, userId),
    streak: streakFor(context, userId),
    pointsThisWeek: store.pointsOf(userId, { fromMs: weekStart(at, zone), toMs: at + 1 }),
    pointsInAll: store.pointsOf(userId, { fromMs: null, toMs: at + 1 }),
    first: { right: first.right, total: first.answered },
    domains: domains.map(({ domain, tally }) => ({
      name: domain.name,
      right: tally.right,
      total: tally.answered,
    })),
    exam: member.examDate ? { date: member.examDate, daysLeft: daysBetween(today, member.examDate) } : null,
    attemptsToReadiness: missingAttempts(
      first,
      domains.map(({ tally }) => tally),
    ),
    weakest:
      first.answered === 0
        ? null
        : { name: weakest.domain.name, topic: makeTopic({ kind: 'domain', domain: weakest.domain.id }) },
    own,
  });
  return { kind: 'private', card };
}

/** Midnight at the beginning of the member's week, UTC ms. */
function weekStart(at: number, zone: string): number | null {
  const { from } = periodDates('week', at, zone);
  return from === null ? null : (occurrenceOn({ zone, minutes: 0 }, from)?.at ?? null);
}

function nameOf({ services, words, guildId }: Context, userId: string): string {
  const name = guildId === null ? null : services.store.displayName(guildId, userId);
  return name ?? words.progress.someone;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ answered: a.answered + b.answered, right: a.right + b.right }), {
    answered: 0,
    right: 0,
  });
}

/** What the exam would give for learning this domain: its weight times what is not yet known. */
function gain({ domain, tally }: { domain: { weight: number }; tally: Tally }): number {
  return domain.weight * (1 - shrunkAccuracy(tally));
}

/** How many more first attempts an estimate needs, counting the thin domains. */
function missingAttempts(all: Tally, domains: readonly Tally[]): number {
  const thin = domains.reduce((n, { answered }) => n + Math.max(0, READINESS_PER_DOMAIN - answered), 0);
  return Math.max(READINESS_ATTEMPTS - all.answered, thin, 0);
}
