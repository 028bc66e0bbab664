import type { Item, Objective, ObjectiveId, Outline } from './model.ts';

/** The objective under which an entry is counted in an outline: the first that it names of it. */
export function homeIn(outline: Outline, objectives: readonly ObjectiveId[]): Objective | null {
  const own = new Map(objectivesOf(outline).map((objective) => [objective.id, objective]));
  const id = objectives.find((objective) => own.has(objective));
  return id === undefined ? null : (own.get(id) ?? null);
}

export function objectivesOf(outline: Outline): Objective[] {
  return outline.domains.flatMap(({ objectives }) => objectives);
}

/** How many questions each objective and each domain of an outline is home to, by id. */
export function homeCounts(
  outline: Outline,
  items: readonly Pick<Item, 'objectives'>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { objectives } of items) {
    const home = homeIn(outline, objectives);
    if (!home) continue;
    add(home.id);
    add(home.domain);
  }
  return counts;
}
