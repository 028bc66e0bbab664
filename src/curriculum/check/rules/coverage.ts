import { homeCounts, objectivesOf } from '../../shares.ts';
import type { Figure, Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { whileGrowing } from './balance.ts';

/** Every objective of the outline that is followed has its terms and enough questions. */
export const coverage: Rule = {
  id: 'coverage',
  title: 'every objective is covered',
  scope: 'bank',
  level: whileGrowing,
  figures({ pack }) {
    const outline = pack.outlines.find(({ id }) => id === pack.defaultOutline);
    if (!outline) return [];
    const all = objectivesOf(outline).map(({ id }) => id);
    const counts = homeCounts(outline, pack.items);
    const taught = new Set(pack.terms.flatMap(({ objectives }) => objectives));
    const few = all.filter((id) => (counts.get(id) ?? 0) < THRESHOLDS.itemsPerObjective);
    const bare = all.filter((id) => !taught.has(id));
    return [
      missing(`objectives with fewer than ${THRESHOLDS.itemsPerObjective} questions`, few, pack.items.length),
      missing('objectives without a term', bare, pack.terms.length),
    ];
  },
};

function missing(what: string, ids: readonly string[], of: number): Figure {
  const advice = `write for ${ids.join(', ')}`;
  return { what, value: `${ids.length}`, bound: 'none', ok: ids.length === 0, of, advice };
}
