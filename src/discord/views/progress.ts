/** Where a member stands, in words. */
import type { DayKeeper, LedgerDay, Streak } from '../../tutor/types.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, row, rule, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { literal, plain } from './markdown.ts';
import type { Share } from './result.ts';

export interface ProgressView {
  readonly name: string;
  readonly streak: Streak;
  readonly pointsThisWeek: number;
  readonly pointsInAll: number;
  /** First attempts over all domains of the member's outline. */
  readonly first: { readonly right: number; readonly total: number };
  readonly domains: readonly Share[];
  readonly exam: { readonly date: string; readonly daysLeft: number } | null;
  /** First attempts still wanted before a readiness estimate has a meaning; 0 when there are enough. */
  readonly attemptsToReadiness: number;
  /** The domain with the most to gain, or null before the first answer. */
  readonly weakest: { readonly name: string; readonly topic: string } | null;
  /** Only the member themself gets the buttons. */
  readonly own: boolean;
}

export function progressCard(words: Words, view: ProgressView): Card {
  const { first } = view;
  return card(
    'calm',
    text(words.progress.title(literal(view.name))),
    text(streakLines(words, view.streak).join('\n')),
    text(
      [
        first.total === 0 ? words.progress.empty : words.progress.answered(first.right, first.total),
        words.progress.points(view.pointsThisWeek, view.pointsInAll),
        ...(view.exam ? [words.progress.exam(view.exam.date, view.exam.daysLeft)] : []),
      ].join('\n'),
    ),
    text([words.progress.domains, ...view.domains.map((share) => domainLine(words, share))].join('\n')),
    view.attemptsToReadiness > 0 && text(words.progress.readinessLater(view.attemptsToReadiness)),
    text(
      `${words.progress.nextStep}: ${view.weakest === null ? words.progress.nextStart : words.progress.nextWeak(plain(view.weakest.name))}`,
    ),
    view.own &&
      row(
        button(
          words.progress.quiz,
          actions.quizStart.make({
            topic: view.weakest?.topic ?? 'all',
            size: 10,
            difficulty: 0,
            outline: '',
          }),
          { style: 'primary' },
        ),
        button(words.progress.why, actions.streakWhy.make({})),
        ...(view.streak.repair ? [button(words.progress.repairButton, actions.streakRepair.make({}))] : []),
      ),
  );
}

function streakLines(words: Words, streak: Streak): string[] {
  const kept = {
    none: null,
    pending: words.progress.streakPending,
    done: words.progress.streakDone,
    broken: null,
  };
  const say = kept[streak.state];
  if (streak.state === 'none') return [words.progress.streakNone];
  const head = say ? say(streak.current) : words.progress.streakBroken(streak.best);
  return [
    head,
    ...(streak.repair ? [words.progress.repair(streak.repair.days, streak.repair.by)] : []),
    `-# ${words.progress.freezes(streak.freezes)} ${words.progress.best(streak.best)}`,
  ];
}

function domainLine(words: Words, { name, right, total }: Share): string {
  return total === 0
    ? words.progress.untouched(plain(name))
    : words.progress.domain(plain(name), right, total);
}

/** Days shown of the ledger: what a phone shows without endless scrolling. */
const LEDGER_DAYS = 21;

/** The streak's ledger: each day, in the member's zone, with what kept it. Reading changes nothing. */
export function whyStreakCard(words: Words, streak: Streak): Card {
  const days = streak.ledger.slice(-LEDGER_DAYS).reverse();
  return card(
    'plain',
    text(`${words.progress.whyTitle}\n${streakLines(words, streak).join('\n')}`),
    rule(),
    text(days.length === 0 ? words.progress.whyNone : days.map((day) => ledgerLine(words, day)).join('\n')),
    text(words.progress.whyRule),
  );
}

function ledgerLine(words: Words, { date, zone, kept }: LedgerDay): string {
  const what: Record<DayKeeper, string> = words.progress.whyKept;
  return words.progress.whyDay(date, what[kept], words.zone(zone));
}
