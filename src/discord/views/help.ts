import { actions } from '../actions.ts';
import { button, type Card, card, row, text } from '../card.ts';
import type { Words } from '../words/index.ts';

export interface HelpView {
  readonly isAdmin: boolean;
  /** UTC ms of this server's next daily question; null when none is set up. */
  readonly nextDaily: number | null;
  readonly library: { readonly terms: number; readonly questions: number; readonly packs: readonly string[] };
}

/** What can I do here, for this member and server. */
export function helpCard(words: Words, { isAdmin, nextDaily, library }: HelpView): Card {
  return card(
    'calm',
    text([words.help.title, ...words.help.lines.map((line) => `- ${line}`)].join('\n')),
    isAdmin && text(words.help.admin),
    text(nextDaily === null ? words.help.noDaily : `-# ${words.daily.next(Math.floor(nextDaily / 1000))}`),
    text(words.help.library(library.terms, library.questions, words.and(library.packs))),
    row(
      button(
        words.help.quiz,
        actions.quizStart.make({ topic: 'all', size: 10, difficulty: 0, outline: '' }),
        { style: 'primary' },
      ),
      button(words.quiz.progress, actions.progressShow.make({})),
    ),
  );
}
