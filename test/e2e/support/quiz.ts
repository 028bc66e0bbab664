/** Answering questions, knowing the pack of `test/fixtures`. */
import type { ChoiceItem, Curriculum } from '../../../src/curriculum/index.ts';
import type { Person, StoredMessage } from '../../../src/local-discord/index.ts';
import type { Hall } from './hall.ts';
import { has, pick, tap, textOf } from './screen.ts';

/** The question on a card, found by its stem. */
export const itemOn = (hall: Hall, message: StoredMessage): ChoiceItem =>
  itemIn(hall.sensei.curriculum, message);

function itemIn(curriculum: Curriculum, message: StoredMessage): ChoiceItem {
  const text = textOf(message);
  for (const item of curriculum.items.values()) {
    if ((item.kind === 'single' || item.kind === 'multiple') && text.includes(item.stem)) return item;
  }
  throw new Error(`no question of the pack stands in:\n${text}`);
}

/** The letter in front of each option on the card, in file order. */
export function lettersOf(item: ChoiceItem, message: StoredMessage): string[] {
  const lines = textOf(message).split('\n');
  return item.options.map(({ text }) => {
    const line = lines.find((each) => /^\*\*[A-F]\*\*/.test(each) && each.trimEnd().endsWith(text));
    if (!line) throw new Error(`the option ${text} is not on the card:\n${lines.join('\n')}`);
    return line.charAt(2);
  });
}

/** The letters of the right options, and of the wrong ones. */
export const split = (hall: Hall, message: StoredMessage) => splitOf(hall.sensei.curriculum, message);

export function splitOf(
  curriculum: Curriculum,
  message: StoredMessage,
): { right: string[]; wrong: string[] } {
  const item = itemIn(curriculum, message);
  const letters = lettersOf(item, message);
  const of = (correct: boolean) => letters.filter((_, index) => item.options[index]?.correct === correct);
  return { right: of(true), wrong: of(false) };
}

/** As long as somebody needs to read a question (ms): faster is a rapid guess. */
export const READING_MS = 20_000;

/** Reads the question, then answers it right or wrong; returns the verdict. */
export async function answer(
  hall: Hall,
  who: Person,
  message: StoredMessage,
  correct = true,
): Promise<StoredMessage> {
  hall.pass(READING_MS);
  const { right, wrong } = split(hall, message);
  if (!has(message, 'quiz.select')) return tap(who, message, (correct ? right : wrong)[0] ?? '');
  const letters = correct ? right : [wrong[0] ?? '', ...right.slice(1)];
  const values = letters.map((letter) => String('ABCDEF'.indexOf(letter)));
  return tap(who, await pick(who, message, 'quiz.select', ...values), 'quiz.submit');
}

/** Answers every question from this card on; returns the result. `correct` says which ones to get right. */
export async function walk(
  hall: Hall,
  who: Person,
  first: StoredMessage,
  correct: (n: number) => boolean = () => true,
): Promise<StoredMessage> {
  let message = first;
  for (let n = 0; has(message, /^quiz\.(answer|select)\|/); n += 1) {
    const verdict = await answer(hall, who, message, correct(n));
    message = await tap(who, verdict, 'quiz.go');
  }
  return message;
}
