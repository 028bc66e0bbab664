import type { Outline } from '../../model.ts';
import { shareText } from '../../share-text.ts';
import { homeCounts } from '../../shares.ts';
import type { Context, Figure, Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** The bank's questions are shared out among the domains as the exam's are. */
export const balance: Rule = {
  id: 'balance',
  title: "questions follow the outline's weights",
  scope: 'bank',
  level: whileGrowing,
  figures: ({ pack }) => {
    const outline = pack.outlines.find(({ id }) => id === pack.defaultOutline);
    return outline ? domainFigures(outline, pack.items) : [];
  },
};

/** A bank that is still written is out of balance from day to day; that is told, not failed. */
export function whileGrowing({ pack }: Context): 'error' | 'warning' {
  return pack.items.length < THRESHOLDS.wholeBank ? 'warning' : 'error';
}

function domainFigures(outline: Outline, items: Context['pack']['items']): Figure[] {
  const counts = homeCounts(outline, items);
  const total = outline.domains.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  return outline.domains.map(({ id, name, weight }) => {
    const share = (counts.get(id) ?? 0) / Math.max(1, total);
    const points = THRESHOLDS.weightPoints * 100;
    return {
      what: `questions of ${id} ${name}`,
      value: shareText(share),
      bound: `${(weight * 100).toFixed(0)} % ± ${points}`,
      ok: Math.abs(share - weight) <= THRESHOLDS.weightPoints,
      of: total,
      advice: share < weight ? 'write more of this domain' : 'write more of the other domains',
    };
  });
}
