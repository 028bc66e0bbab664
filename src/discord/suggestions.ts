/** What is offered while a member types a topic, an exam or a time zone. */
import { makeOffset, searchZones } from '../calendar/zones.ts';
import { makeTopic, parseTopic } from '../tutor/topic.ts';
import type { Topic } from '../tutor/types.ts';
import { outlineOf } from './asker.ts';
import { clip } from './card.ts';
import type { Context, Suggestion } from './command.ts';
import { examName, topicName } from './topic-name.ts';

const MAX_CHOICES = 25;
const MAX_CHOICE_LENGTH = 100;

/** Topics whose name holds every typed word; the member's own outline first, then terms. */
export function suggestTopics(context: Context, typed: string): readonly Suggestion[] {
  const { services, words } = context;
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const named = outlineTopics(context)
    .map((topic) => ({
      name: clip(topicName(words, services.curriculum, topic), MAX_CHOICE_LENGTH),
      value: makeTopic(topic),
    }))
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
  const terms = wanted.length === 0 ? [] : services.terms.suggest(typed, MAX_CHOICES);
  const termTopics = terms.map(({ id, name }) => ({
    name: clip(words.topics.term(name), MAX_CHOICE_LENGTH),
    value: makeTopic({ kind: 'term', term: id }),
  }));
  return [...named, ...termTopics].slice(0, MAX_CHOICES);
}

function outlineTopics(context: Context): Topic[] {
  const own = outlineOf(context);
  const others = [...context.services.curriculum.outlines.values()].filter(({ id }) => id !== own.id);
  return [
    { kind: 'all' },
    { kind: 'weak' },
    { kind: 'missed' },
    { kind: 'kept' },
    ...own.domains.map(({ id }): Topic => ({ kind: 'domain', domain: id })),
    ...others.map(({ id }): Topic => ({ kind: 'outline', outline: id })),
    ...[own, ...others].flatMap(({ domains }) =>
      domains.flatMap(({ objectives }) =>
        objectives.map(({ id }): Topic => ({ kind: 'objective', objective: id })),
      ),
    ),
  ];
}

/** The topic that was picked from the list or typed in words; nothing typed is the whole exam. Null: none fits. */
export function topicFrom(
  context: Context,
  typed: string | undefined,
): { topic: Topic; code: string } | null {
  const { services } = context;
  if (typed === undefined || typed.trim() === '') return { topic: { kind: 'all' }, code: 'all' };
  const code = parseTopic(typed, services.curriculum)
    ? typed
    : (suggestTopics(context, typed)[0]?.value ?? termCode(context, typed));
  const topic = code === null ? null : parseTopic(code, services.curriculum);
  return topic === null || code === null ? null : { topic, code };
}

/** A term found as `/term` would find it. */
function termCode({ services }: Context, typed: string): string | null {
  const found = services.terms.find(typed);
  const [first] = found.terms;
  return found.kind === 'none' || !first ? null : makeTopic({ kind: 'term', term: first.term.id });
}

export function suggestExams({ services }: Context, typed: string): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  return [...services.curriculum.outlines.values()]
    .map(({ id }) => ({ name: clip(examName(services.curriculum, id), MAX_CHOICE_LENGTH), value: id }))
    .filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted))
    .slice(0, MAX_CHOICES);
}

/** Cities and IANA names, each with its offset now. */
export function suggestZones({ at }: Context, typed: string): readonly Suggestion[] {
  return searchZones(typed, MAX_CHOICES).map((zone) => ({
    name: clip(`${zone.replaceAll('_', ' ')} (${makeOffset(zone, at)})`, MAX_CHOICE_LENGTH),
    value: zone,
  }));
}
