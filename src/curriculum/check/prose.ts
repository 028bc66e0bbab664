/** What a learner reads of an entry, text by text. Exhibits are left out: they quote what a machine printed. */
import type { Guide, Item, Pack, Term } from '../model.ts';

/** Stem, responses and reasons of a question, in the order of its file. */
export function itemProse(item: Item): string[] {
  return [item.stem, ...responseProse(item)];
}

function responseProse(item: Item): string[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return item.options.flatMap(({ text, why }) => [text, why]);
    case 'order':
      return [...item.steps, item.why];
    case 'match':
      return [...item.pairs.flat(), ...item.extras, item.why];
    case 'categorize':
      return [...item.buckets, ...item.items.map(([text]) => text), item.why];
    case 'number':
      return [item.why];
    case 'panel':
      return [...item.fields.flatMap(({ label, options }) => [label, ...options]), item.why];
  }
}

/** Everything on a term's card that is a sentence or more. */
export function termProse({ definition, sensei, keyConcepts, onExam, faqs }: Term): string[] {
  const asked = faqs.flatMap(({ question, answer }) => [question, answer]);
  return [definition, sensei, ...keyConcepts, ...onExam, ...asked];
}

/** A guide's title, summary and paragraphs. */
function guideProse({ title, summary, body }: Guide): string[] {
  return [title, summary, ...body.split(/\n{2,}/)];
}

/** Everything that a learner reads in a pack, entry by entry. */
export function packProse({ terms, items, guides }: Pack) {
  return [
    ...terms.map((at) => ({ at, texts: termProse(at) })),
    ...items.map((at) => ({ at, texts: itemProse(at) })),
    ...guides.map((at) => ({ at, texts: guideProse(at) })),
  ];
}
