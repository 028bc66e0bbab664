/** The end of a quiz, and the cards around leaving one. */
import type { Objective, Term } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, row, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';

export interface Share {
  readonly name: string;
  readonly right: number;
  readonly total: number;
}

/** What the quiz was, so that another like it can be started. */
export interface QuizWish {
  /** As `makeTopic` writes it. */
  readonly topic: string;
  readonly size: number;
  /** 0 for any. */
  readonly difficulty: number;
  readonly outline: string;
}

export interface ResultView {
  readonly session: string;
  readonly right: number;
  readonly total: number;
  readonly domains: readonly Share[];
  readonly streakDays: number;
  readonly points: number;
  readonly objectives: readonly Objective[];
  readonly terms: readonly Term[];
  readonly missed: number;
  /** Set on a member's first quiz: the zone in which their days are counted. */
  readonly firstInZone: string | null;
  readonly again: QuizWish;
}

export function resultCard(words: Words, view: ResultView): Card {
  const low = view.total > 0 && view.right / view.total < 0.5;
  return card(
    'calm',
    text(words.quiz.score(view.right, view.total)),
    text(view.domains.map((share) => domainLine(words, share)).join('\n')),
    text(footing(words, view)),
    text(view.missed === 0 ? words.quiz.allRight : worthAnotherLook(words, view)),
    low && text(words.quiz.hardRound),
    view.firstInZone !== null && text(words.quiz.first(words.zone(view.firstInZone))),
    row(
      ...(view.missed > 0 ? [reviewButton(words, view)] : []),
      button(
        words.quiz.more(view.again.size),
        actions.quizStart.make(view.again),
        view.missed === 0 ? { style: 'primary' } : {},
      ),
      button(words.quiz.progress, actions.progressShow.make({})),
    ),
  );
}

/** One dot a question: filled when right. Longer rounds are drawn to ten dots. */
export function dots(right: number, total: number): string {
  const shown = Math.min(total, 10);
  const filled = total === 0 ? 0 : Math.round((right / total) * shown);
  return '●'.repeat(filled) + '○'.repeat(shown - filled);
}

function domainLine(words: Words, { name, right, total }: Share): string {
  return words.quiz.domain(plain(name), dots(right, total), right, total);
}

function footing(words: Words, { streakDays, points }: ResultView): string {
  return [...(streakDays > 0 ? [words.quiz.streak(streakDays)] : []), words.quiz.points(points)].join(' · ');
}

function worthAnotherLook(words: Words, { objectives, terms }: ResultView): string {
  return [
    words.quiz.worthAnotherLook,
    ...objectives.slice(0, 3).map(({ code, title }) => words.quiz.objective(code, plain(title))),
    ...(terms.length > 0 ? [words.quiz.terms(terms.slice(0, 6).map(({ name }) => plain(name)))] : []),
  ].join('\n');
}

function reviewButton(words: Words, { session, missed }: ResultView) {
  const label = missed === 1 ? words.quiz.reviewOne : words.quiz.reviewMissed(missed);
  return button(label, actions.quizMissed.make({ session }), { style: 'primary' });
}

export interface OpenQuizView {
  readonly session: string;
  readonly done: number;
  readonly total: number;
  readonly topic: string;
  readonly wish: QuizWish;
}

/** `/quiz` while one is open: go on, or leave it for the new one. */
export function openQuizCard(words: Words, view: OpenQuizView): Card {
  return card(
    'calm',
    text(words.quiz.goOnTitle(view.done, view.total, plain(view.topic))),
    row(
      button(words.quiz.goOn, actions.quizGo.make({ session: view.session }), { style: 'primary' }),
      button(words.quiz.startNew, actions.quizReplace.make(view.wish)),
    ),
  );
}
