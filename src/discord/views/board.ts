/** The group's goal first, then places; ties share a place; the reader's own place always. */
import { type Card, card, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { literal } from './markdown.ts';

export const PERIODS = ['week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];
export const BOARD_KEYS = ['points', 'streak', 'accuracy'] as const;
export type BoardKey = (typeof BOARD_KEYS)[number];

export interface BoardPlace {
  readonly place: number;
  readonly userId: string;
  readonly name: string;
  /** Points, days, or right first attempts. */
  readonly value: number;
  /** First attempts; accuracy only. */
  readonly outOf?: number;
}

export interface BoardView {
  readonly period: Period;
  readonly by: BoardKey;
  readonly goal: { readonly answered: number; readonly members: number };
  /** The places to show, in order; a jump in places shows as a gap. */
  readonly places: readonly BoardPlace[];
  readonly reader: { readonly id: string; readonly standing: 'placed' | 'none' | 'hidden' };
  /** UTC ms; null for all time. */
  readonly resetsAt: number | null;
  /** First attempts needed to be ranked by accuracy. */
  readonly minimum: number;
}

export function boardCard(words: Words, view: BoardView): Card {
  return card(
    'calm',
    text(words.board.title(words.board.periods[view.period], words.board.by[view.by])),
    text(words.board.goal(view.goal.answered, view.goal.members)),
    text(view.places.length === 0 ? words.board.none : placeLines(words, view).join('\n')),
    text(footer(words, view).join('\n')),
  );
}

function placeLines(words: Words, view: BoardView): string[] {
  const lines: string[] = [];
  let shown = 0;
  for (const entry of view.places) {
    if (lines.length > 0 && entry.place > shown + 1 && entry.place !== shown && lines.length >= 5)
      lines.push(words.board.gap);
    const say = entry.userId === view.reader.id ? words.board.own : words.board.place;
    lines.push(say(entry.place, literal(entry.name), valueText(words, view.by, entry)));
    shown = entry.place;
  }
  return lines;
}

function valueText(words: Words, by: BoardKey, { value, outOf }: BoardPlace): string {
  switch (by) {
    case 'points':
      return words.board.values.points(value);
    case 'streak':
      return words.board.values.streak(value);
    case 'accuracy':
      return words.board.values.accuracy(value, outOf ?? 0);
  }
}

function footer(words: Words, { by, reader, resetsAt, minimum }: BoardView): string[] {
  const standing = { placed: [], none: [words.board.youNone], hidden: [words.board.youHidden] };
  return [
    ...standing[reader.standing],
    ...(by === 'accuracy' ? [words.board.enough(minimum)] : []),
    resetsAt === null ? words.board.forever : words.board.resets(Math.floor(resetsAt / 1000)),
  ];
}
