/** The answer, in place of the question: the verdict in words, the key's reason, the choice's, the others'. */
import type { ChoiceItem, Curriculum } from '../../curriculum/index.ts';
import type { Confidence } from '../../tutor/types.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, row, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';
import { stemOf } from './question.ts';

export interface VerdictView {
  readonly item: ChoiceItem;
  /** File indices of the options in the order they were shown. */
  readonly order: readonly number[];
  /** File indices that the member chose. */
  readonly chosen: readonly number[];
  readonly correct: boolean;
  readonly confidence: Confidence | null;
  /** Answered too fast to have read it. */
  readonly rapid: boolean;
  /** What to say above or below, such as "this was answered before". */
  readonly notes: readonly string[];
}

/** The parts that the quiz's and the daily question's verdicts share, without their buttons. */
export function verdictParts(words: Words, curriculum: Curriculum, view: VerdictView) {
  const { item, order } = view;
  const terms = item.terms.flatMap((id) => curriculum.terms.get(id) ?? []).slice(0, 3);
  return [
    text(headline(words, view)),
    text(`>>> ${stemOf(item)}`),
    text(reasons(words, view).join('\n\n')),
    text(others(words, item, order, view.chosen).join('\n')),
    ...notesOf(words, view).map((line) => text(line)),
    ...(terms.length > 0
      ? [
          text(words.quiz.read(terms.length)),
          row(...terms.map(({ id, name }) => button(name, actions.termOpen.make({ term: id })))),
        ]
      : []),
  ].filter((part) => !('content' in part) || part.content !== '');
}

export function quizVerdictCard(
  words: Words,
  curriculum: Curriculum,
  view: VerdictView & {
    readonly session: string;
    readonly position: number;
    readonly total: number;
    readonly last: boolean;
  },
): Card {
  const next = view.last ? words.quiz.toResult : words.quiz.next;
  return card(
    view.correct ? 'right' : 'wrong',
    ...verdictParts(words, curriculum, view),
    text(words.quiz.soFar(view.position + 1, view.total)),
    row(
      button(next, actions.quizGo.make({ session: view.session }), { style: 'primary' }),
      button(words.quiz.report, actions.report.make({ item: view.item.id, revision: view.item.revision })),
    ),
  );
}

const letterOf = (words: Words, order: readonly number[], index: number) =>
  words.letter(order.indexOf(index));

function keysOf(item: ChoiceItem): number[] {
  return item.options.flatMap(({ correct }, index) => (correct ? [index] : []));
}

function headline(words: Words, { item, order, correct }: VerdictView): string {
  const keys = inShownOrder(keysOf(item), order);
  const letters = keys.map((index) => letterOf(words, order, index));
  if (item.kind === 'multiple')
    return correct ? words.quiz.rightMultiple(letters) : words.quiz.wrongMultiple(letters);
  const option = plain(item.options[keys[0] ?? 0]?.text ?? '');
  const [letter = ''] = letters;
  return correct ? words.quiz.rightSingle(letter, option) : words.quiz.wrongSingle(letter, option);
}

function inShownOrder(indices: readonly number[], order: readonly number[]): number[] {
  return [...indices].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The key first; then the member's own choice, since that is the thought to be mended. */
function reasons(words: Words, { item, order, chosen }: VerdictView): string[] {
  const line = (index: number, say: (letter: string, option: string, why: string) => string) =>
    say(
      letterOf(words, order, index),
      plain(item.options[index]?.text ?? ''),
      plain(item.options[index]?.why ?? ''),
    );
  const keys = keysOf(item);
  const wrongChoices = inShownOrder(chosen, order).filter((index) => !keys.includes(index));
  return [
    ...inShownOrder(keys, order).map((index) => line(index, words.quiz.key)),
    ...wrongChoices.map((index) => line(index, words.quiz.yours)),
  ];
}

function others(
  words: Words,
  item: ChoiceItem,
  order: readonly number[],
  chosen: readonly number[],
): string[] {
  const rest = order.filter((index) => item.options[index]?.correct === false && !chosen.includes(index));
  return rest.map((index) => {
    const { text: option = '', why = '' } = item.options[index] ?? {};
    return words.quiz.other(letterOf(words, order, index), plain(option), plain(why));
  });
}

function notesOf(words: Words, { correct, confidence, rapid, notes }: VerdictView): string[] {
  return [
    ...(rapid ? [words.quiz.rapid] : []),
    ...(correct && confidence === 'guess' ? [words.quiz.guessedRight] : []),
    ...(!correct && confidence === 'sure' ? [words.quiz.sureWrong] : []),
    ...notes,
  ];
}
