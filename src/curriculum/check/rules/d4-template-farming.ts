import type { Item } from '../../model.ts';
import { error, type PlacedBreach, type Rule } from '../rule.ts';
import { plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Fewer stems than this that begin alike are no farm, however small the bank. */
const FEWEST = 4;

/** Stems stamped out of one sentence with names and numbers changed. */
export const d4TemplateFarming: Rule = {
  id: 'D4',
  title: 'stems do not begin alike',
  scope: 'pack',
  check({ pack }) {
    const groups = new Map<string, Item[]>();
    for (const item of pack.items) {
      const beginning = beginningOf(item.stem);
      const held = groups.get(beginning);
      if (held) held.push(item);
      else groups.set(beginning, [item]);
    }
    const most = Math.max(FEWEST - 1, Math.floor(pack.items.length * THRESHOLDS.templateShare));
    return [...groups].flatMap(([beginning, items]): PlacedBreach[] => {
      const [first] = items;
      if (!first || items.length <= most) return [];
      const message = `${items.length} stems begin "${beginning} …" (at most ${most})`;
      return [{ ...error(message, 'open most of them with a situation of their own'), at: first }];
    });
  },
};

/** The first words, with numbers and names (capitals inside a sentence) masked. */
function beginningOf(stem: string): string {
  const words = plain(stem).split(' ').slice(0, THRESHOLDS.templateWords);
  const masked = words.map((word, index) => {
    if (/\d/.test(word)) return '#';
    return index > 0 && /^[A-Z]/.test(word) ? '@' : word.toLowerCase().replace(/[^\p{L}'’-]/gu, '');
  });
  return masked.join(' ');
}
