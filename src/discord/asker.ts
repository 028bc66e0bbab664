/** Who asks, as teaching needs it: the outline they follow, what they have done, the clock they live by. */
import type { Outline } from '../curriculum/index.ts';
import { type TopicAsker, topicItems, topicOutline } from '../tutor/topic.ts';
import type { Topic, Zone } from '../tutor/types.ts';
import type { Context } from './command.ts';

/** UTC where neither the member nor the server has chosen. */
const FALLBACK_ZONE: Zone = 'Etc/UTC';

type Place = Pick<Context, 'services' | 'guildId'> & { readonly user: { readonly id: string } };

/** The member's own zone, else the server's. */
export function zoneOf({ services, guildId, user }: Place): Zone {
  return services.store.member(user.id).zone ?? guildZone(services, guildId);
}

export function guildZone({ store }: Context['services'], guildId: string | null): Zone {
  return (guildId === null ? null : store.guild(guildId).zone) ?? FALLBACK_ZONE;
}

/** The outline that the member studies for: their own, else the server's, else the first pack's default. */
export function outlineOf({ services, guildId, user }: Place): Outline {
  const { curriculum, store } = services;
  const wished = [
    store.member(user.id).outline,
    guildId === null ? null : store.guild(guildId).outline,
    curriculum.packs[0]?.defaultOutline,
  ];
  const known = wished.flatMap((id) => (id ? (curriculum.outlines.get(id) ?? []) : []));
  const [outline = curriculum.packs[0]?.outlines[0]] = known;
  if (!outline) throw new Error('a curriculum without an outline was served');
  return outline;
}

/** The items of a topic for this member, and the outline by whose weights they are covered. */
export function itemsOf(context: Context, topic: Topic, member: Outline) {
  const { curriculum, store } = context.services;
  const outline = topicOutline(topic, member, curriculum);
  const history = store.itemHistory(context.user.id);
  const asker: TopicAsker = { outline, history, kept: new Set(store.keptTerms(context.user.id)) };
  return { outline, history, ...topicItems(topic, asker, curriculum) };
}
