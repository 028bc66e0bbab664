import type { Curriculum, Pack } from './model.ts';

/** Lays packs side by side with look-ups by id. The ids are taken to be distinct, which the loader checks. */
export function curriculumFrom(packs: readonly Pack[]): Curriculum {
  const outlines = packs.flatMap((pack) => pack.outlines);
  const domains = outlines.flatMap((outline) => outline.domains);
  return {
    packs,
    outlines: byId(outlines),
    domains: byId(domains),
    objectives: byId(domains.flatMap((domain) => domain.objectives)),
    terms: byId(packs.flatMap((pack) => pack.terms)),
    items: byId(packs.flatMap((pack) => pack.items)),
    guides: byId(packs.flatMap((pack) => pack.guides)),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
