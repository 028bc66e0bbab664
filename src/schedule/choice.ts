/** Which question a channel gets: the tutor's choice, fed with what the guild has had and got wrong. */
import type { Curriculum, Outline } from '../curriculum/model.ts';
import type { Daily, DailyItem, ItemAccuracy, Store, StudyChannel } from '../store/index.ts';
import { chooseDailyItem } from '../tutor/daily.ts';
import { seededRandom } from '../tutor/random.ts';
import type { ObjectiveTallies, Tally } from '../tutor/types.ts';

/** Null when there is nothing to ask. The seed makes the choice, and later the order of the options. */
export type ChooseItem = (
  store: Pick<Store, 'guild' | 'dailiesUsed' | 'groupAccuracy'>,
  post: { readonly daily: Daily; readonly channel: StudyChannel; readonly seed: string },
) => DailyItem | null;

export function createChooser(curriculum: Curriculum): ChooseItem {
  return (store, { daily, channel, seed }) => {
    const { guildId } = daily;
    const outline = outlineFor(curriculum, [channel.outline, store.guild(guildId).outline]);
    if (outline === null) return null;
    const request = {
      outline,
      today: daily.localDate,
      used: store.dailiesUsed(guildId),
      tallies: tallyObjectives(curriculum, store.groupAccuracy(guildId)),
    };
    const itemId = chooseDailyItem(request, [...curriculum.items.values()], seededRandom(seed));
    const item = itemId === null ? undefined : curriculum.items.get(itemId);
    return item ? { itemId: item.id, revision: item.revision, seed, outline: outline.id } : null;
  };
}

/** The first of the wanted outlines that the curriculum has, else the first pack's own. */
function outlineFor(curriculum: Curriculum, wanted: readonly (string | null)[]): Outline | null {
  const ids = [...wanted, ...curriculum.packs.map((pack) => pack.defaultOutline)];
  return ids.map((id) => curriculum.outlines.get(id ?? '')).find((outline) => outline !== undefined) ?? null;
}

function tallyObjectives(curriculum: Curriculum, items: readonly ItemAccuracy[]): ObjectiveTallies {
  const tallies = new Map<string, Tally>();
  for (const { itemId, answered, right } of items) {
    for (const objective of curriculum.items.get(itemId)?.objectives ?? []) {
      const known = tallies.get(objective) ?? { answered: 0, right: 0 };
      tallies.set(objective, { answered: known.answered + answered, right: known.right + right });
    }
  }
  return tallies;
}
