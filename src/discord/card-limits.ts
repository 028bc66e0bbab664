/** Whether what is taught fits on its cards: Discord's limits, counted on the cards as they are rendered. */
import type { ChoiceItem, Curriculum, Item, Term } from '../curriculum/index.ts';
import { keyOf, playableItem } from '../tutor/kinds/index.ts';
import { TERM_SECTIONS } from './actions.ts';
import type { Card } from './card.ts';
import { dailyCard, dailyVerdictCard, revealCard } from './views/daily.ts';
import { questionCard } from './views/question.ts';
import { termCard } from './views/term.ts';
import { quizVerdictCard } from './views/verdict.ts';
import { en } from './words/index.ts';

/** Discord's limits for a message of Components V2; the last is undocumented, and answered with a 500. */
const MAX_TEXT = 4_000;
const MAX_COMPONENTS = 40;
const MAX_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

/** Where a card goes over a limit, in words; null where it fits. */
export function overLimit(card: Card): string | null {
  const texts: string[] = [];
  let components = 0;
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) walk(child);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    components += 1;
    if ('content' in node && typeof node.content === 'string') texts.push(node.content);
    if ('components' in node) walk(node.components);
    if ('accessory' in node) walk(node.accessory);
  };
  walk(card.components);
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const bytes = texts.reduce((sum, content) => sum + Buffer.byteLength(content) + BYTES_PER_TEXT, 0);
  if (characters > MAX_TEXT) return `${characters} characters of text, at most ${MAX_TEXT}`;
  if (components > MAX_COMPONENTS) return `${components} components, at most ${MAX_COMPONENTS}`;
  if (bytes > MAX_BYTES) return `${bytes} bytes of text, at most ${MAX_BYTES}`;
  return texts.some((content) => content === '') ? 'an empty text' : null;
}

/** A member, session and channel as long as they get. */
const LONGEST_ID = '18446744073709551615';
const LONGEST_SESSION = 'z'.repeat(13);

/** Every card on which a term or a question is shown, at its fullest. */
export function cardsOf(
  curriculum: Curriculum,
  entry: { readonly kind: 'term'; readonly term: Term } | { readonly kind: 'item'; readonly item: Item },
): Card[] {
  if (entry.kind === 'item') return playableItem(entry.item) ? itemCards(curriculum, entry.item) : [];
  return [null, ...TERM_SECTIONS].map((open) =>
    termCard(en, curriculum, { term: entry.term, open, owner: LONGEST_ID }),
  );
}

function itemCards(curriculum: Curriculum, item: ChoiceItem): Card[] {
  const order = item.options.map((_, index) => index);
  const key = keyOf(item);
  const wrong = order.filter((index) => !key.includes(index)).slice(0, key.length);
  const place = { session: LONGEST_SESSION, position: 49, total: 50 };
  const shown = { item, order, chosen: wrong, correct: false, confidence: 'sure', rapid: true } as const;
  const where = { domain: 'x'.repeat(60), objective: 'x'.repeat(90) };
  const notes = [en.quiz.already(50)];
  const date = '2026-11-25';
  const cheers = Array.from({ length: 5 }, () => ({ name: 'x'.repeat(32), days: 365 }));
  return [
    questionCard(en, { ...place, ...where, item, order, confidence: 'think', selection: wrong }),
    quizVerdictCard(en, curriculum, { ...place, ...shown, notes, last: false }),
    dailyCard(en, {
      daily: 1e9,
      item,
      order,
      date,
      closesAt: 1e12,
      late: true,
      answered: 9999,
      role: LONGEST_ID,
    }),
    dailyVerdictCard(en, curriculum, { ...shown, notes, already: true, streakDays: 365, points: 15 }),
    revealCard(en, curriculum, {
      item,
      order,
      date,
      split: new Map(order.map((index) => [index, 9999])),
      firstRight: 'x'.repeat(32),
      cheers,
    }),
  ];
}

/** For the content check: the first limit that one of the entry's cards breaks. */
export function cardProblem(curriculum: Curriculum, entry: Parameters<typeof cardsOf>[1]): string | null {
  for (const card of cardsOf(curriculum, entry)) {
    const problem = overLimit(card);
    if (problem !== null) return problem;
  }
  return null;
}
