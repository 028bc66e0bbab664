import { answerProblem } from '../../answerable.ts';
import { type Breach, error, type Rule } from '../rule.ts';
import { keysOf, questionOf } from '../text.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five'];
const ASKED =
  /\b(?:choose|select|pick|which|what|name|give)\s+(?:the\s+|any\s+)?(one|two|three|four|five|[1-5])\b/i;
const ANYWHERE = /\b(TWO|THREE|FOUR|FIVE)\b/;

/** How many options a stem asks for, as far as it says. */
function askedFor(stem: string): number | null {
  const question = questionOf(stem);
  const word = ANYWHERE.exec(stem)?.[1] ?? ASKED.exec(question)?.[1] ?? /\(choose (\w+)/i.exec(stem)?.[1];
  if (word === undefined) return null;
  const number = /^\d$/.test(word) ? Number(word) : NUMBERS.indexOf(word.toLowerCase());
  return number < 0 ? null : number;
}

function countProblem(kind: 'single' | 'multiple', keys: number, asked: number | null): Breach[] {
  if (kind === 'multiple' && asked === null) {
    return [
      error('the stem does not say how many to choose', `write "Which TWO …" or "(Choose ${NUMBERS[keys]})"`),
    ];
  }
  if (asked === null || asked === keys) return [];
  return [error(`the stem asks for ${asked}, but ${keys} options are correct`, 'make the two agree')];
}

/** The number of keys is what the stem asks for. */
export const s2KeyCount: Rule = {
  id: 'S2',
  title: 'the stem asks for as many as are correct',
  scope: 'item',
  check(item) {
    const problem = answerProblem(item);
    if (problem !== null) return [error(problem, 'correct the key of this question')];
    if (item.kind !== 'single' && item.kind !== 'multiple') return [];
    return countProblem(item.kind, keysOf(item).length, askedFor(item.stem));
  },
};
