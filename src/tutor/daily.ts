/** The question of the day: one for a whole group. */
import type { Item, ItemId, ObjectiveId, Outline } from '../curriculum/model.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import { type PlayableItem, playableItem } from './kinds/index.ts';
import { integerBelow, type Random, shuffle } from './random.ts';
import { objectiveIn, shrunkAccuracy, tallyOf } from './record.ts';
import type { ObjectiveTallies } from './types.ts';

/** After so many days a used question may come again, where no fresh one remains. */
export const DAILY_REST_DAYS = 180;

export interface DailyUse {
  readonly item: ItemId;
  readonly date: CivilDate;
}

export interface DailyRequest {
  readonly outline: Outline;
  /** The group's date of the post. */
  readonly today: CivilDate;
  /** Every question that this group has had, in any order. */
  readonly used: readonly DailyUse[];
  /** First attempts of the group's members by objective. */
  readonly tallies: ObjectiveTallies;
}

export type DailyChooser = (
  request: DailyRequest,
  candidates: readonly Item[],
  random: Random,
) => ItemId | null;

type SingleItem = Extract<PlayableItem, { kind: 'single' }>;

/** A press of one button must be able to answer it, and the outline must know it. */
function eligible(outline: Outline, candidates: readonly Item[]): SingleItem[] {
  return candidates
    .filter(playableItem)
    .filter((item) => item.kind === 'single')
    .filter((item) => objectiveIn(outline, item) !== null);
}

/** The last date of each used item. */
function lastUses(used: readonly DailyUse[]): Map<ItemId, CivilDate> {
  const last = new Map<ItemId, CivilDate>();
  for (const { item, date } of used) {
    const known = last.get(item);
    if (known === undefined || known < date) last.set(item, date);
  }
  return last;
}

/** Fresh items; without any, those that have rested; without any, those used longest ago. */
function selectable(items: readonly SingleItem[], request: DailyRequest): SingleItem[] {
  const last = lastUses(request.used);
  const fresh = items.filter((item) => !last.has(item.id));
  if (fresh.length > 0) return fresh;
  const age = (item: SingleItem): number => daysBetween(last.get(item.id) ?? request.today, request.today);
  const rested = items.filter((item) => age(item) >= DAILY_REST_DAYS);
  if (rested.length > 0) return rested;
  const oldest = Math.max(...items.map(age));
  return items.filter((item) => age(item) === oldest);
}

function countBy<T>(keys: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The key with the highest score; the first of equals. */
function highest<T>(keys: readonly T[], score: (key: T) => number): T | undefined {
  return keys.reduce<T | undefined>(
    (best, key) => (best === undefined || score(key) > score(best) ? key : best),
    undefined,
  );
}

/** The domain that is furthest behind its weight after the posts so far, among those with something to ask. */
function nextDomain(
  outline: Outline,
  posts: ReadonlyMap<ObjectiveId, number>,
  open: ReadonlySet<ObjectiveId>,
  random: Random,
) {
  const total = [...posts.values()].reduce((sum, n) => sum + n, 0);
  const domains = outline.domains.filter((domain) => domain.objectives.some(({ id }) => open.has(id)));
  return highest(shuffle(domains, random), (domain) => {
    const had = domain.objectives.reduce((n, { id }) => n + (posts.get(id) ?? 0), 0);
    return domain.weight * (total + 1) - had;
  });
}

/**
 * Rotates over the domains by the outline's weights, and within a domain favours objectives that the group gets
 * wrong and has had seldom. Only single-response items; none twice while a fresh one remains. Null when there
 * is nothing to ask.
 */
export const chooseDailyItem: DailyChooser = (request, candidates, random) => {
  const { outline, tallies, used } = request;
  const items = eligible(outline, candidates);
  if (items.length === 0) return null;
  const objectiveOf = new Map(items.map((item) => [item.id, objectiveIn(outline, item) ?? '']));
  const posts = countBy(used.flatMap(({ item }) => objectiveOf.get(item) ?? []));
  const choice = selectable(items, request);
  const open = new Set(choice.flatMap((item) => objectiveOf.get(item.id) ?? []));
  const domain = nextDomain(outline, posts, open, random);
  const objectives = domain?.objectives.map(({ id }) => id).filter((id) => open.has(id)) ?? [];
  const objective = highest(
    shuffle(objectives, random),
    (id) => (1 - shrunkAccuracy(tallyOf(tallies, id))) / (1 + (posts.get(id) ?? 0)),
  );
  const last = choice.filter((item) => objectiveOf.get(item.id) === objective);
  return last[integerBelow(Math.max(1, last.length), random)]?.id ?? null;
};
