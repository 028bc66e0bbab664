/** A member's history, summed up by objective. */
import type { Item, ItemId, ObjectiveId, Outline } from '../curriculum/model.ts';
import type { MemberHistory, ObjectiveTallies, Tally } from './types.ts';

/** What someone is expected to get right before any evidence; between chance (.25) and mastery. Ours. */
const PRIOR_ACCURACY = 0.6;
/** How many answers the prior is worth: after so many, evidence and prior weigh the same. Ours. */
const PRIOR_ANSWERS = 4;

const NOTHING: Tally = { answered: 0, right: 0 };

export function tallyOf(tallies: ObjectiveTallies, objective: ObjectiveId): Tally {
  return tallies.get(objective) ?? NOTHING;
}

/**
 * Accuracy drawn towards the prior where there is little evidence (the mean of a beta distribution), so that
 * one wrong answer does not make an objective the weakest.
 */
export function shrunkAccuracy({ answered, right }: Tally): number {
  return (right + PRIOR_ACCURACY * PRIOR_ANSWERS) / (answered + PRIOR_ANSWERS);
}

/**
 * First attempts by objective. An item that serves several objectives counts for each. Later attempts are left
 * out: a remembered item says nothing of the objective.
 */
export function talliesOf(
  history: MemberHistory,
  items: ReadonlyMap<ItemId, Pick<Item, 'objectives'>>,
): ObjectiveTallies {
  const tallies = new Map<ObjectiveId, Tally>();
  for (const [id, { firstCorrect }] of history) {
    for (const objective of items.get(id)?.objectives ?? []) {
      const { answered, right } = tallyOf(tallies, objective);
      tallies.set(objective, { answered: answered + 1, right: right + (firstCorrect ? 1 : 0) });
    }
  }
  return tallies;
}

/** The items whose last answer was wrong, longest ago first; ties by id. */
export function missedItems(history: MemberHistory): ItemId[] {
  return [...history]
    .filter(([, record]) => !record.lastCorrect)
    .sort(([idA, a], [idB, b]) => a.lastAt - b.lastAt || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}

/** The objective of the outline that an item is counted under: the first of its own that the outline has. */
export function objectiveIn(outline: Outline, item: Pick<Item, 'objectives'>): ObjectiveId | null {
  return item.objectives.find((objective) => objective.startsWith(`${outline.id}/`)) ?? null;
}
