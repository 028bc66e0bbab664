import { error, type Rule } from '../rule.ts';
import { plain, questionOf } from '../text.ts';

const TASK =
  /^(?:put|order|arrange|match|sort|assign|place|choose|select|pick|enter|type|give|name|drag|complete|fill|set|configure|pair|group|classify|identify|write|state|list|use)\b/i;

/** A stem asks one thing, as a question or a task, and has no gap to fill. */
export const f1Question: Rule = {
  id: 'F1',
  title: 'the stem asks',
  scope: 'item',
  check({ stem }) {
    if (/_{2,}/.test(stem.replace(/__(\S(?:.*?\S)?)__/g, '$1'))) {
      return [error('the stem has a gap to fill in', 'ask a whole question instead')];
    }
    const text = plain(stem).replace(/\s*\((?:choose|select)[^)]*\)\.?$/i, '');
    if (/\?["”]?$/.test(text)) return [];
    const sentences = text.split(/(?<=[.!?:])\s+/);
    const tasks = [questionOf(text), ...sentences].some(
      (sentence) => TASK.test(sentence) || sentence.endsWith('?'),
    );
    return tasks
      ? []
      : [
          error(
            'the stem neither asks nor sets a task',
            'end it with a question mark or begin its task with a verb',
          ),
        ];
  },
};
