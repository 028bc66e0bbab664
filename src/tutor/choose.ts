/**
 * Which questions come next. Coverage of the outline by its weights beats drilling the weakest domain, chasing
 * a success rate and scheduling every item, as long as the bank is larger than the number of questions a member
 * answers; reviews of misses are neutral up to about a quarter of a set (our own simulation of 180 learners over
 * 30 days; gains are relative). So: fresh questions by weight, misses up to a quarter, then the rest.
 */
import type { Item, ItemId, ObjectiveId, Outline } from '../curriculum/model.ts';
import { apportion } from './apportion.ts';
import { integerBelow, type Random, shuffle } from './random.ts';
import { missedItems, objectiveIn, shrunkAccuracy, talliesOf, tallyOf } from './record.ts';
import type { ChoiceRequest, MemberHistory, ObjectiveTallies } from './types.ts';

/** At most this share of a set goes to earlier misses while fresh questions remain. */
export const REVIEW_SHARE = 0.25;

/**
 * Chooses items out of the candidates, which the caller has narrowed to the topic. No item twice; fewer than
 * asked when fewer exist; the same seed gives the same choice. Another chooser can stand in for `chooseItems`.
 */
export type Chooser = (
  request: ChoiceRequest,
  history: MemberHistory,
  candidates: readonly Item[],
  random: Random,
) => ItemId[];

/** The fresh items of one domain, by objective, while they are being drawn. */
interface Shelf {
  readonly weight: number;
  /** Questions of the domain that the member has seen. */
  readonly seen: number;
  readonly byObjective: Map<ObjectiveId, Item[]>;
}

const OUTSIDE = 'outside';

/** Fresh items by domain and objective of the outline; those of another outline on a shelf without weight. */
function shelve(outline: Outline, items: readonly Item[], tallies: ObjectiveTallies): Shelf[] {
  const domains = new Map(outline.domains.map((domain) => [domain.id, domain]));
  const newShelf = (id: string): Shelf => {
    const domain = domains.get(id);
    const seen = domain?.objectives.reduce(
      (n, { id: objective }) => n + tallyOf(tallies, objective).answered,
      0,
    );
    return { weight: domain?.weight ?? 0, seen: seen ?? 0, byObjective: new Map() };
  };
  const domainOf = new Map(outline.domains.flatMap((d) => d.objectives.map((o) => [o.id, d.id] as const)));
  const shelves = new Map<string, Shelf>();
  for (const item of items) {
    const objective = objectiveIn(outline, item) ?? OUTSIDE;
    const domain = domainOf.get(objective) ?? OUTSIDE;
    const shelf = shelves.get(domain) ?? newShelf(domain);
    const items = shelf.byObjective.get(objective);
    if (items === undefined) shelf.byObjective.set(objective, [item]);
    else items.push(item);
    shelves.set(domain, shelf);
  }
  return [...shelves.values()];
}

const sizeOf = (shelf: Shelf): number =>
  [...shelf.byObjective.values()].reduce((n, items) => n + items.length, 0);

/** The objective with the most need per question already seen: need / (1 + n). Objectives of a domain weigh alike. */
function neediest(
  shelf: Shelf,
  tallies: ObjectiveTallies,
  drawn: ReadonlyMap<ObjectiveId, number>,
): ObjectiveId {
  let best: ObjectiveId = OUTSIDE;
  let most = -1;
  for (const objective of shelf.byObjective.keys()) {
    const tally = tallyOf(tallies, objective);
    const score = (1 - shrunkAccuracy(tally)) / (1 + tally.answered + (drawn.get(objective) ?? 0));
    if (score > most) [best, most] = [objective, score];
  }
  return best;
}

/** Takes up to `count` items from a shelf, objective by objective in the order of need, at random within each. */
function draw(shelf: Shelf, count: number, tallies: ObjectiveTallies, random: Random): Item[] {
  const drawn = new Map<ObjectiveId, number>();
  const taken: Item[] = [];
  while (taken.length < count && shelf.byObjective.size > 0) {
    const objective = neediest(shelf, tallies, drawn);
    const items = shelf.byObjective.get(objective) ?? [];
    taken.push(...items.splice(integerBelow(items.length, random), 1));
    drawn.set(objective, (drawn.get(objective) ?? 0) + 1);
    if (items.length === 0) shelf.byObjective.delete(objective);
  }
  return taken;
}

/** Fresh items spread over the domains by weight. The shuffle first makes all ties fall by the seed. */
function cover(
  outline: Outline,
  items: readonly Item[],
  count: number,
  tallies: ObjectiveTallies,
  random: Random,
): Item[] {
  const shelves = shelve(outline, shuffle(items, random), tallies);
  const weights = shelves.reduce((sum, shelf) => sum + shelf.weight, 0) || 1;
  const seen = shelves.reduce((sum, shelf) => sum + shelf.seen, 0);
  const seats = apportion(
    count,
    shelves.map((shelf) => ({
      weight: shelf.weight,
      room: sizeOf(shelf),
      owed: (seen * shelf.weight) / weights - shelf.seen,
    })),
  );
  return shelves.flatMap((shelf, place) => draw(shelf, seats[place] ?? 0, tallies, random));
}

/** Fresh items, the preferred ones first. */
function chooseFresh(
  request: ChoiceRequest,
  fresh: readonly Item[],
  count: number,
  tallies: ObjectiveTallies,
  random: Random,
): ItemId[] {
  const isPreferred = (item: Item): boolean => request.prefer?.has(item.id) === true;
  const others = fresh.filter((item) => !isPreferred(item));
  const first = cover(request.outline, fresh.filter(isPreferred), count, tallies, random);
  const rest = cover(request.outline, others, count - first.length, tallies, random);
  return [...first, ...rest].map((item) => item.id);
}

/** Items seen and last answered right, longest ago first. */
function knownItems(candidates: readonly Item[], history: MemberHistory): ItemId[] {
  const lastAt = (item: Item): number => history.get(item.id)?.lastAt ?? 0;
  return candidates
    .filter((item) => history.get(item.id)?.lastCorrect === true)
    .sort((a, b) => lastAt(a) - lastAt(b) || (a.id < b.id ? -1 : 1))
    .map((item) => item.id);
}

/** One candidate an id, of the difficulty that was asked for. */
function eligible(candidates: readonly Item[], request: ChoiceRequest): Item[] {
  const byId = new Map(candidates.map((item) => [item.id, item]));
  return [...byId.values()].filter(
    (item) => request.difficulty === null || item.difficulty === request.difficulty,
  );
}

/**
 * Fresh items by the outline's weights; earlier misses up to a quarter, longest ago first; where fresh ones run
 * out, more misses, and then what was seen longest ago. All in a random order.
 */
export const chooseItems: Chooser = (request, history, candidates, random) => {
  const items = eligible(candidates, request);
  const tallies = talliesOf(history, new Map(items.map((item) => [item.id, item])));
  const ids = new Set(items.map((item) => item.id));
  const missed = missedItems(history).filter((id) => ids.has(id));
  const fresh = items.filter((item) => !history.has(item.id));
  const reviews = missed.slice(0, Math.floor(request.count * REVIEW_SHARE));
  const chosen = chooseFresh(request, fresh, request.count - reviews.length, tallies, random);
  const rest = [...missed.slice(reviews.length), ...knownItems(items, history)];
  const filling = rest.slice(0, request.count - reviews.length - chosen.length);
  return shuffle([...reviews, ...chosen, ...filling], random);
};
