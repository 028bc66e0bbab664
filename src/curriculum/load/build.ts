/** Entries as files have them, ids bare, into a pack whose ids carry its key. */
import type { Domain, Fact, Guide, Item, Outline, Pack, Term } from '../model.ts';
import type { FactEntry, GuideFrontMatter, ItemEntry, PackFile, TermEntry } from '../schema.ts';
import type { Placed } from './entries.ts';

/** A guide's front matter with the Markdown below it. */
export type GuideEntry = GuideFrontMatter & { readonly body: string };

export interface PackEntries {
  readonly pack: Placed<PackFile>;
  readonly terms: readonly Placed<TermEntry>[];
  readonly items: readonly Placed<ItemEntry>[];
  readonly guides: readonly Placed<GuideEntry>[];
  readonly facts: readonly Placed<FactEntry>[];
}

type Qualify = (id: string) => string;

export function buildPack({ pack: { entry: pack, place }, ...entries }: PackEntries): Pack {
  const { terms, items, guides, facts } = entries;
  const qualify: Qualify = (id) => `${pack.key}/${id}`;
  const { id, key, name, shortName, language, defaultOutline, sources } = pack;
  return {
    ...{ id, key, name, shortName, language, defaultOutline, sources },
    outlines: pack.outlines.map((outline) => buildOutline(outline, id)),
    terms: terms.map((placed) => buildTerm(placed, id, qualify)),
    items: items.map((placed) => buildItem(placed, id, qualify)),
    guides: guides.map((placed) => buildGuide(placed, id, qualify)),
    facts: facts.map((placed) => buildFact(placed, qualify)),
    place,
  };
}

function buildOutline(
  { domains, launched, retired, ...rest }: PackFile['outlines'][number],
  pack: string,
): Outline {
  return {
    ...rest,
    pack,
    ...(launched === undefined ? {} : { launched }),
    ...(retired === undefined ? {} : { retired }),
    domains: domains.map((domain) => buildDomain(domain, rest.id)),
  };
}

function buildDomain(domain: PackFile['outlines'][number]['domains'][number], outline: string): Domain {
  const id = `${outline}/${domain.id}`;
  const objectives = domain.objectives.map(({ id: code, title, topics }) => {
    return { id: `${outline}/${code}`, outline, domain: id, code, title, topics };
  });
  return { id, code: domain.id, name: domain.name, weight: domain.weight, objectives };
}

function buildTerm({ entry, place }: Placed<TermEntry>, pack: string, qualify: Qualify): Term {
  const { facts, ...rest } = entry;
  return {
    ...rest,
    ...(facts ? { facts: facts.map(qualify) } : {}),
    id: qualify(entry.id),
    pack,
    related: entry.related.map(qualify),
    confusable: entry.confusable.map(qualify),
    guides: entry.guides.map(qualify),
    place,
  };
}

function buildItem({ entry, place }: Placed<ItemEntry>, pack: string, qualify: Qualify): Item {
  const { facts, ...rest } = entry;
  const own = { id: qualify(entry.id), pack, terms: entry.terms.map(qualify), place };
  return { ...rest, ...own, ...(facts ? { facts: facts.map(qualify) } : {}) };
}

function buildFact({ entry, place }: Placed<FactEntry>, qualify: Qualify): Fact {
  return { ...entry, id: qualify(entry.id), subject: qualify(entry.subject), place };
}

function buildGuide({ entry, place }: Placed<GuideEntry>, pack: string, qualify: Qualify): Guide {
  return { ...entry, id: qualify(entry.id), pack, terms: entry.terms.map(qualify), place };
}
