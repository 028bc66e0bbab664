import type { Curriculum } from '../model.ts';
import { textTable } from '../text-table.ts';
import { isCovered, topicCovers } from './topics.ts';

/** The topics of every outline that lack a term or questions, a line each with what there is. */
export function describeBareTopics({ packs }: Curriculum): string {
  const outlines = packs.flatMap((pack) => pack.outlines.map((outline) => ({ pack, outline })));
  const tables = outlines.map(({ pack, outline }) => {
    const covers = topicCovers(pack, outline);
    const bare = covers.filter((cover) => !isCovered(cover));
    const rows = bare.map(({ objective, topic, terms, items }) => {
      return [objective.code, topic, `${terms}`, `${items}`];
    });
    const head = [outline.id, 'topic', 'terms', 'questions'];
    return `${textTable([head, ...rows], [2, 3])}${bare.length} of ${covers.length} topics are bare\n`;
  });
  return tables.join('\n');
}
