/** Topics and exams as a person reads them. */
import type { Curriculum } from '../curriculum/index.ts';
import type { Topic } from '../tutor/types.ts';
import type { Words } from './words/index.ts';

/** The topic as a person reads it. */
export function topicName(words: Words, curriculum: Curriculum, topic: Topic): string {
  switch (topic.kind) {
    case 'all':
      return words.topics.all;
    case 'outline':
      return words.topics.exam(examName(curriculum, topic.outline));
    case 'domain': {
      const domain = curriculum.domains.get(topic.domain);
      return domain
        ? words.topics.domain(topic.domain.split('/', 1)[0] ?? '', domain.code, domain.name)
        : topic.domain;
    }
    case 'objective': {
      const objective = curriculum.objectives.get(topic.objective);
      return objective
        ? words.topics.objective(objective.outline, objective.code, objective.title)
        : topic.objective;
    }
    case 'term':
      return words.topics.term(curriculum.terms.get(topic.term)?.name ?? topic.term);
    case 'weak':
      return words.topics.weak;
    case 'missed':
      return words.topics.missed;
    case 'kept':
      return words.topics.kept;
  }
}

/** `A+ Core 1 (220-1201)` */
export function examName(curriculum: Curriculum, outlineId: string): string {
  const outline = curriculum.outlines.get(outlineId);
  const pack = curriculum.packs.find(({ id }) => id === outline?.pack);
  return outline ? `${pack?.shortName ?? outline.name} (${outline.id})` : outlineId;
}
