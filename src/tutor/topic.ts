/** What a quiz can be about, and which items that is. */
import type { Curriculum, Item, ItemId, ObjectiveId, Outline, TermId } from '../curriculum/model.ts';
import { type PlayableItem, playableItem } from './kinds/index.ts';
import { missedItems, shrunkAccuracy, talliesOf, tallyOf } from './record.ts';
import type { MemberHistory, Topic } from './types.ts';

/** How many objectives make up "my weak spots". Ours: enough for ten fresh questions, few enough to be weak. */
export const WEAK_OBJECTIVES = 3;

const PLAIN_TOPICS = ['all', 'missed', 'weak', 'kept'] as const;

/** A topic as text, at most 100 characters for ids as the packs allow them; the value of a choice. */
export function makeTopic(topic: Topic): string {
  switch (topic.kind) {
    case 'outline':
      return `outline:${topic.outline}`;
    case 'domain':
      return `domain:${topic.domain}`;
    case 'objective':
      return `objective:${topic.objective}`;
    case 'term':
      return `term:${topic.term}`;
    case 'all':
    case 'missed':
    case 'weak':
    case 'kept':
      return topic.kind;
  }
}

/** The topic in a text that `makeTopic` made, if the curriculum still has it; otherwise null. */
export function parseTopic(text: string, curriculum: Curriculum): Topic | null {
  const plain = PLAIN_TOPICS.find((kind) => kind === text);
  if (plain !== undefined) return { kind: plain };
  const colon = text.indexOf(':');
  const id = text.slice(colon + 1);
  switch (text.slice(0, Math.max(0, colon))) {
    case 'outline':
      return curriculum.outlines.has(id) ? { kind: 'outline', outline: id } : null;
    case 'domain':
      return curriculum.domains.has(id) ? { kind: 'domain', domain: id } : null;
    case 'objective':
      return curriculum.objectives.has(id) ? { kind: 'objective', objective: id } : null;
    case 'term':
      return curriculum.terms.has(id) ? { kind: 'term', term: id } : null;
    default:
      return null;
  }
}

/** Who asks. */
export interface TopicAsker {
  readonly outline: Outline;
  readonly history: MemberHistory;
  /** Terms that the member keeps in their reviews. */
  readonly kept: ReadonlySet<TermId>;
}

export interface TopicItems {
  /** What may be asked. */
  readonly items: readonly PlayableItem[];
  /** Those that are on the very topic rather than beside it; they come first. */
  readonly prefer: ReadonlySet<ItemId>;
}

const NO_PREFERENCE: ReadonlySet<ItemId> = new Set();

function itemsWhere(curriculum: Curriculum, wanted: (item: Item) => boolean): PlayableItem[] {
  return [...curriculum.items.values()].filter((item) => wanted(item)).filter(playableItem);
}

const aboutAny = (objectives: ReadonlySet<ObjectiveId>) => (item: Item) =>
  item.objectives.some((objective) => objectives.has(objective));

const objectivesOf = (outline: Outline): ReadonlySet<ObjectiveId> =>
  new Set(outline.domains.flatMap((domain) => domain.objectives.map((objective) => objective.id)));

function aboutTerms(curriculum: Curriculum, terms: ReadonlySet<TermId>): TopicItems {
  const near = new Set(terms);
  for (const id of terms) for (const related of curriculum.terms.get(id)?.related ?? []) near.add(related);
  const onTopic = (item: Item): boolean => item.terms.some((term) => terms.has(term));
  const items = itemsWhere(curriculum, (item) => item.terms.some((term) => near.has(term)));
  return { items, prefer: new Set(items.filter(onTopic).map((item) => item.id)) };
}

/**
 * The objectives of the outline with the lowest accuracy, weakest first, drawn towards the prior where there is
 * little evidence; only those that the member has answered on.
 */
export function weakObjectives(
  asker: TopicAsker,
  curriculum: Curriculum,
  count = WEAK_OBJECTIVES,
): ObjectiveId[] {
  const tallies = talliesOf(asker.history, curriculum.items);
  const accuracy = (objective: ObjectiveId): number => shrunkAccuracy(tallyOf(tallies, objective));
  return [...objectivesOf(asker.outline)]
    .filter((objective) => tallies.has(objective))
    .sort((a, b) => accuracy(a) - accuracy(b))
    .slice(0, count);
}

function inObjectives(curriculum: Curriculum, objectives: Iterable<ObjectiveId>): TopicItems {
  return { items: itemsWhere(curriculum, aboutAny(new Set(objectives))), prefer: NO_PREFERENCE };
}

/** The items of a topic for a member; empty when there are none, such as the misses of someone without any. */
export function topicItems(topic: Topic, asker: TopicAsker, curriculum: Curriculum): TopicItems {
  switch (topic.kind) {
    case 'all':
      return inObjectives(curriculum, objectivesOf(asker.outline));
    case 'outline': {
      const outline = curriculum.outlines.get(topic.outline);
      return inObjectives(curriculum, outline === undefined ? [] : objectivesOf(outline));
    }
    case 'domain': {
      const domain = curriculum.domains.get(topic.domain);
      return inObjectives(curriculum, domain?.objectives.map((objective) => objective.id) ?? []);
    }
    case 'objective':
      return inObjectives(curriculum, [topic.objective]);
    case 'term':
      return aboutTerms(curriculum, new Set([topic.term]));
    case 'kept':
      return aboutTerms(curriculum, asker.kept);
    case 'weak':
      return inObjectives(curriculum, weakObjectives(asker, curriculum));
    case 'missed': {
      const missed = new Set(missedItems(asker.history));
      return { items: itemsWhere(curriculum, (item) => missed.has(item.id)), prefer: NO_PREFERENCE };
    }
  }
}

/** The outline by whose weights a topic is covered: its own where it names one, else the member's. */
export function topicOutline(topic: Topic, member: Outline, curriculum: Curriculum): Outline {
  switch (topic.kind) {
    case 'outline':
      return curriculum.outlines.get(topic.outline) ?? member;
    case 'domain':
      return curriculum.outlines.get(topic.domain.split('/')[0] ?? '') ?? member;
    case 'objective':
      return curriculum.outlines.get(topic.objective.split('/')[0] ?? '') ?? member;
    case 'all':
    case 'term':
    case 'missed':
    case 'weak':
    case 'kept':
      return member;
  }
}
