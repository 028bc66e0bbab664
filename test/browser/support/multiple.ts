/** Finds in the content what a journey needs, so that no test hangs on one question of a pack. */
import { type ChoiceItem, loadCurriculum } from '../../../src/curriculum/index.ts';
import { playableItem } from '../../../src/tutor/kinds/index.ts';
import { CONTENT_DIR } from './hall.ts';

export interface TermWithMultiple {
  readonly name: string;
  /** All questions about the term: a quiz of as many asks each of them. */
  readonly items: readonly ChoiceItem[];
}

/** The term with the fewest questions of which one wants several options. */
export function termWithMultiple(): TermWithMultiple {
  const loaded = loadCurriculum(CONTENT_DIR);
  if (!loaded.ok) throw new Error(`the content of ${CONTENT_DIR} does not load`);
  const { items, terms } = loaded.curriculum;
  const asked = [...items.values()].filter(playableItem);
  const found = [...terms.values()]
    .map(({ id, name }) => ({ name, items: asked.filter((item) => item.terms.includes(id)) }))
    .filter((term) => term.items.some(({ kind }) => kind === 'multiple'))
    .sort((a, b) => a.items.length - b.items.length)[0];
  if (!found) throw new Error('no term has a question with several answers');
  return found;
}
