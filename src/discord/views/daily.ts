/** The daily question: public while open, revealed afterwards; and what one member sees of it. */
import type { ChoiceItem, Curriculum } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, linkButton, row, section, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { literal, plain } from './markdown.ts';
import { optionsOf, stemOf } from './question.ts';
import { type VerdictView, verdictParts } from './verdict.ts';

export interface DailyView {
  readonly daily: number;
  readonly item: ChoiceItem;
  /** File indices in the order shown; one order a post, so that a letter means the same to everybody. */
  readonly order: readonly number[];
  /** The guild's civil date, `2026-11-23`. */
  readonly date: string;
  /** UTC ms; null when it closes with the next question. */
  readonly closesAt: number | null;
  readonly late: boolean;
  readonly answered: number;
  /** The role that an admin chose to be told. */
  readonly role: string | null;
}

/** Gives away neither key nor split: only how many have answered. */
export function dailyCard(words: Words, view: DailyView): Card {
  const closes = view.closesAt === null ? null : Math.floor(view.closesAt / 1000);
  const built = card(
    'calm',
    view.role !== null && text(`<@&${view.role}>`),
    text(words.daily.head(words.daily.weekday(view.date), closes)),
    view.late && text(words.daily.late),
    text(stemOf(view.item)),
    text(optionsOf(words, view.item, view.order)),
    row(
      ...view.order.map((_, shown) =>
        button(words.letter(shown), actions.dailyAnswer.make({ daily: view.daily, shown }), {
          style: 'primary',
        }),
      ),
    ),
    section(
      words.daily.answered(view.answered),
      button(words.quiz.report, actions.report.make({ item: view.item.id, revision: view.item.revision })),
    ),
  );
  return view.role === null ? built : { ...built, pingRole: view.role };
}

export interface RevealView {
  readonly item: ChoiceItem;
  readonly order: readonly number[];
  readonly date: string;
  /** Answers by file index of the option. */
  readonly split: ReadonlyMap<number, number>;
  /** Display name of the first member who was right. */
  readonly firstRight: string | null;
  readonly cheers: readonly { readonly name: string; readonly days: number }[];
}

const BAR_LENGTH = 10;

/** The same message after the reveal: key, reason, split, the commonest trap. */
export function revealCard(words: Words, curriculum: Curriculum, view: RevealView): Card {
  const { item, order } = view;
  const keyIndex = item.options.findIndex(({ correct }) => correct);
  const key = item.options[keyIndex];
  const total = [...view.split.values()].reduce((sum, n) => sum + n, 0);
  const letter = words.letter(order.indexOf(keyIndex));
  const terms = item.terms.flatMap((id) => curriculum.terms.get(id) ?? []).slice(0, 3);
  return card(
    'right',
    text(words.daily.head(words.daily.weekday(view.date), null)),
    text(stemOf(item)),
    text(optionsOf(words, item, order)),
    text(`${words.daily.revealed(letter, plain(key?.text ?? ''))}\n${plain(key?.why ?? '')}`),
    text(total === 0 ? words.daily.noAnswers : splitOf(words, view, total)),
    trapOf(words, view),
    honours(words, view),
    terms.length > 0 &&
      row(...terms.map(({ id, name }) => button(name, actions.termOpen.make({ term: id })))),
    text(words.daily.revealNote),
  );
}

function splitOf(words: Words, { item, order, split }: RevealView, total: number): string {
  const bars = order.map((index, shown) => {
    const n = split.get(index) ?? 0;
    const filled = Math.round((n / total) * BAR_LENGTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_LENGTH - filled);
    const mark = item.options[index]?.correct ? words.daily.isKey : '';
    return words.daily.bar(words.letter(shown), bar, n, Math.round((n / total) * 100), mark);
  });
  return [words.daily.split, ...bars].join('\n');
}

/** The wrong option that most chose, and what made it tempting. */
function trapOf(words: Words, { item, order, split }: RevealView) {
  let worst: number | null = null;
  for (const index of order) {
    const n = split.get(index) ?? 0;
    if (item.options[index]?.correct || n === 0) continue;
    if (worst === null || n > (split.get(worst) ?? 0)) worst = index;
  }
  if (worst === null) return null;
  return text(words.daily.trap(words.letter(order.indexOf(worst)), plain(item.options[worst]?.why ?? '')));
}

function honours(words: Words, { firstRight, cheers }: RevealView) {
  const lines = [
    ...(firstRight === null ? [] : [words.daily.firstRight(literal(firstRight))]),
    ...(cheers.length === 0
      ? []
      : [words.daily.cheers(cheers.map(({ name, days }) => words.daily.cheer(literal(name), days)))]),
  ];
  return lines.length > 0 && text(lines.join('\n'));
}

/** What the member sees at once, privately. */
export function dailyVerdictCard(
  words: Words,
  curriculum: Curriculum,
  view: VerdictView & { readonly already: boolean; readonly streakDays: number; readonly points: number },
): Card {
  const earned = [
    words.quiz.points(view.points),
    ...(view.streakDays > 0 ? [words.quiz.streak(view.streakDays)] : []),
  ];
  return card(
    view.correct ? 'right' : 'wrong',
    view.already && text(words.daily.already),
    ...verdictParts(words, curriculum, view),
    text(words.daily.earned(earned)),
  );
}

export interface DailyStateView {
  readonly today: {
    readonly item: ChoiceItem;
    readonly url: string;
    readonly answered: number;
    readonly mine: { readonly letter: string; readonly correct: boolean } | null;
  } | null;
  readonly previous: {
    readonly item: ChoiceItem;
    readonly order: readonly number[];
    readonly mine: { readonly letter: string; readonly correct: boolean } | null;
  } | null;
  /** UTC ms. */
  readonly nextAt: number | null;
}

/** `/daily`: today's question, its state and yours; the last one's answer. */
export function dailyStateCard(words: Words, { today, previous, nextAt }: DailyStateView): Card {
  const mine = (own: { letter: string; correct: boolean } | null) =>
    own === null ? words.daily.notYet : words.daily.yours(own.letter, own.correct);
  return card(
    'calm',
    text(
      today === null
        ? words.daily.noneToday
        : `## ${words.daily.today}\n${stemOf(today.item)}\n${mine(today.mine)}\n${words.daily.state(today.answered)}`,
    ),
    nextAt !== null && text(words.daily.next(Math.floor(nextAt / 1000))),
    today !== null && row(linkButton(words.daily.jump, today.url)),
    previous !== null && text(previousText(words, previous, mine)),
  );
}

function previousText(
  words: Words,
  { item, order, mine: own }: NonNullable<DailyStateView['previous']>,
  mine: (own: { letter: string; correct: boolean } | null) => string,
): string {
  const keyIndex = item.options.findIndex(({ correct }) => correct);
  const key = item.options[keyIndex];
  const answer = words.daily.revealed(words.letter(order.indexOf(keyIndex)), plain(key?.text ?? ''));
  return [
    words.daily.yesterday,
    stemOf(item),
    answer.replace(/^## /, '**').concat('**'),
    plain(key?.why ?? ''),
    ...(own ? [mine(own)] : []),
  ].join('\n');
}
