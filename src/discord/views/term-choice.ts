/** The cards around a look-up that did not end at one term. */
import type { Term } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, LIMIT, row, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { literal, plain } from './markdown.ts';
import { termChoice } from './term.ts';

export function chooseTermCard(
  words: Words,
  query: string,
  terms: readonly Term[],
  where: 'public' | 'private',
): Card {
  const choices = terms.slice(0, LIMIT.selectOptions).map(termChoice);
  return card(
    'plain',
    text(words.term.several(literal(query))),
    row(select(actions.termChoose.make({ where }), words.term.chooseTerm, choices)),
  );
}

/** The nearest three, each a press away. */
export function noTermCard(words: Words, query: string, nearest: readonly Term[]): Card {
  return card(
    'warn',
    text(words.term.none(literal(query))),
    nearest.length > 0 && text(nearest.map(nearestLine).join('\n')),
    nearest.length > 0 &&
      row(...nearest.map(({ id, name }) => button(name, actions.termOpen.make({ term: id })))),
  );
}

function nearestLine({ name, expansion }: Term): string {
  return expansion ? `- **${plain(name)}** ${plain(expansion)}` : `- **${plain(name)}**`;
}

export function keptCard(words: Words, term: Term): Card {
  return card(
    'right',
    text(words.term.kept(plain(term.name))),
    row(button(words.term.forget, actions.termForget.make({ term: term.id }))),
  );
}
