/** A question before it is answered: stem, options in the text, letters on the buttons. */
import type { ChoiceItem } from '../../curriculum/index.ts';
import { CONFIDENCES, type Confidence } from '../../tutor/types.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, row, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';

export interface QuestionView {
  readonly session: string;
  readonly item: ChoiceItem;
  /** File indices of the options in the order shown. */
  readonly order: readonly number[];
  /** 0-based. */
  readonly position: number;
  readonly total: number;
  readonly domain: string;
  readonly objective: string;
  readonly confidence: Confidence | null;
  /** File indices chosen so far (multiple response). */
  readonly selection: readonly number[];
}

export function questionCard(words: Words, view: QuestionView): Card {
  const { session, position, item } = view;
  return card(
    'calm',
    text(words.quiz.where(position + 1, view.total, view.domain, view.objective)),
    text(stemOf(item)),
    text(optionsOf(words, item, view.order)),
    item.kind === 'single' ? letterButtons(words, view) : multipleControls(words, view),
    text(words.quiz.howSure),
    row(
      ...CONFIDENCES.map((confidence) => {
        const label = words.quiz.confidence[confidence];
        const marked = view.confidence === confidence ? words.quiz.marked(label) : label;
        return button(marked, actions.quizSure.make({ session, position, confidence }));
      }),
    ),
    text(words.quiz.placeKept),
    row(
      button(words.quiz.leave, actions.quizLeave.make({ session })),
      button(words.quiz.report, actions.report.make({ item: item.id, revision: item.revision })),
    ),
  );
}

/** The stem, and what is to be read with it. */
export function stemOf(item: ChoiceItem): string {
  const stem = plain(item.stem);
  return item.exhibit ? `${stem}\n\`\`\`\n${item.exhibit.replaceAll('```', "'''")}\n\`\`\`` : stem;
}

/** `**A**  POP3`, a line each; never cut. */
export function optionsOf(words: Words, item: ChoiceItem, order: readonly number[]): string {
  return order
    .map((index, shown) => words.quiz.option(words.letter(shown), plain(item.options[index]?.text ?? '')))
    .join('\n');
}

function letterButtons(words: Words, { session, position, order }: QuestionView) {
  return row(
    ...order.map((_, shown) =>
      button(words.letter(shown), actions.quizAnswer.make({ session, position, shown }), {
        style: 'primary',
      }),
    ),
  );
}

function multipleControls(words: Words, { session, position, item, order, selection }: QuestionView) {
  const wanted = item.options.filter(({ correct }) => correct).length;
  const letters = order.flatMap((index, shown) => (selection.includes(index) ? [words.letter(shown)] : []));
  const choices = order.map((index, shown) => ({
    label: `${words.letter(shown)} · ${item.options[index]?.text ?? ''}`,
    value: String(shown),
    chosen: selection.includes(index),
  }));
  return [
    row(
      select(actions.quizSelect.make({ session, position }), words.quiz.choose(wanted), choices, {
        min: wanted,
        max: wanted,
      }),
    ),
    ...(letters.length > 0 ? [text(words.quiz.chosen(letters))] : []),
    row(
      button(words.quiz.submit, actions.quizSubmit.make({ session, position }), {
        style: 'primary',
        disabled: selection.length !== wanted,
      }),
    ),
  ];
}
