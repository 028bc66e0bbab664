import type { Rule } from '../rule.ts';
import { isCovered, topicCovers } from '../topics.ts';
import { whileGrowing } from './balance.ts';

/** How many topics a finding names; `content stats --topics` lists them all. */
const NAMED = 12;

/** Every topic that the followed outline prints is taught and asked about. */
export const q2Topics: Rule = {
  id: 'Q2',
  title: 'every topic of the outline is covered',
  scope: 'bank',
  level: whileGrowing,
  figures({ pack }) {
    const outline = pack.outlines.find(({ id }) => id === pack.defaultOutline);
    if (!outline) return [];
    const covers = topicCovers(pack, outline);
    const bare = covers.filter((cover) => !isCovered(cover));
    const names = bare.slice(0, NAMED).map(({ objective, topic }) => `${topic} (${objective.code})`);
    const more = bare.length > NAMED ? `, and ${bare.length - NAMED} more` : '';
    return [
      {
        what: `topics of ${outline.id} without a term or two questions`,
        value: `${bare.length} of ${covers.length} topics`,
        bound: 'none',
        ok: bare.length === 0,
        of: pack.items.length,
        advice: `write for ${names.join(', ')}${more}; "content stats --topics" lists them`,
      },
    ];
  },
};
