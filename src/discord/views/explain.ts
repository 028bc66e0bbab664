import type { Term } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { type Card, card, LIMIT, row, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';
import { termChoice } from './term.ts';

/** Explained at once; more are in the list. */
const EXPLAINED = 5;

export function explainCard(words: Words, terms: readonly Term[]): Card {
  const more = terms.length - EXPLAINED;
  return card(
    'calm',
    text(words.explain.head(terms.length)),
    ...terms.slice(0, EXPLAINED).map((term) => text(explanation(term))),
    more > 0 && text(words.explain.more(more)),
    row(
      select(
        actions.termChoose.make({ where: 'private' }),
        words.explain.open,
        terms.slice(0, LIMIT.selectOptions).map(termChoice),
      ),
    ),
  );
}

function explanation({ name, expansion, definition, sensei }: Term): string {
  const head = expansion ? `**${plain(name)}** · ${plain(expansion)}` : `**${plain(name)}**`;
  return `${head}\n${plain(definition)}\n-# 💡 ${plain(sensei)}`;
}
