/** What a pack holds, counted against its outlines: plain data, and a table of it for people. */

import type { Finding } from './finding.ts';
import { bareId } from './ids.ts';
import type { Curriculum, Item, Outline, Pack } from './model.ts';
import { DIFFICULTIES, type Difficulty, ITEM_KINDS, type ItemKind } from './schema.ts';
import { shareText } from './share-text.ts';
import { homeCounts, homeIn } from './shares.ts';
import { textTable } from './text-table.ts';

export interface PackStats {
  readonly pack: string;
  readonly terms: number;
  readonly questions: number;
  readonly guides: number;
  readonly kinds: Readonly<Record<ItemKind, number>>;
  readonly difficulties: Readonly<Record<Difficulty, number>>;
  /** Questions with at least one finding. */
  readonly flawed: number;
  /** How many questions each rule finds fault with, most first. */
  readonly flaws: readonly { readonly rule: string; readonly questions: number }[];
  readonly outlines: readonly OutlineStats[];
}

export interface OutlineStats {
  readonly outline: string;
  readonly questions: number;
  readonly rows: readonly StatsRow[];
}

/** A domain or an objective. A question is counted under the first objective of the outline that it names. */
export interface StatsRow {
  readonly level: 'domain' | 'objective';
  readonly id: string;
  readonly title: string;
  readonly terms: number;
  readonly questions: number;
  readonly kinds: Readonly<Record<ItemKind, number>>;
  readonly difficulties: Readonly<Record<Difficulty, number>>;
  /** Questions with at least one finding. */
  readonly flawed: number;
  /** Share of the outline's questions, 0 to 1. */
  readonly share: number;
  /** The domain's published share, 0 to 1; an objective has none. */
  readonly weight: number | null;
}

/** Counts what there is; `findings` are the check's, of which those about questions are counted. */
export function contentStats({ packs }: Curriculum, findings: readonly Finding[]): PackStats[] {
  return packs.map((pack) => {
    const flaws = flawsOf(pack, findings);
    return {
      pack: pack.id,
      terms: pack.terms.length,
      questions: pack.items.length,
      guides: pack.guides.length,
      kinds: kindsOf(pack.items),
      difficulties: difficultiesOf(pack.items),
      flawed: pack.items.filter(({ id }) => flaws.flawed.has(id)).length,
      flaws: flaws.byRule,
      outlines: pack.outlines.map((outline) => outlineStats(outline, pack, flaws.flawed)),
    };
  });
}

function flawsOf({ items }: Pack, findings: readonly Finding[]) {
  const places = new Map(items.map((item) => [`${item.place.file} ${bareId(item.id)}`, item.id]));
  const flawed = new Set<string>();
  const byRule = new Map<string, Set<string>>();
  for (const { file, id, rule } of findings) {
    const item = places.get(`${file} ${id}`);
    if (item === undefined) continue;
    flawed.add(item);
    byRule.set(rule, (byRule.get(rule) ?? new Set()).add(item));
  }
  const counted = [...byRule].map(([rule, ids]) => ({ rule, questions: ids.size }));
  return { flawed, byRule: counted.sort((a, b) => b.questions - a.questions) };
}

function outlineStats(outline: Outline, pack: Pack, flawed: ReadonlySet<string>): OutlineStats {
  const counts = homeCounts(outline, pack.items);
  const total = outline.domains.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  const row = (level: StatsRow['level'], id: string, title: string, weight: number | null): StatsRow => {
    const belongs = (objectives: readonly string[]) => {
      const home = homeIn(outline, objectives);
      return home?.id === id || home?.domain === id;
    };
    const items = pack.items.filter(({ objectives }) => belongs(objectives));
    return {
      ...{ level, id, title, weight },
      terms: pack.terms.filter(({ objectives }) => belongs(objectives)).length,
      questions: counts.get(id) ?? 0,
      kinds: kindsOf(items),
      difficulties: difficultiesOf(items),
      flawed: items.filter((item) => flawed.has(item.id)).length,
      share: (counts.get(id) ?? 0) / Math.max(1, total),
    };
  };
  const rows = outline.domains.flatMap((domain) => [
    row('domain', domain.id, domain.name, domain.weight),
    ...domain.objectives.map(({ id, title }) => row('objective', id, title, null)),
  ]);
  return { outline: outline.id, questions: total, rows };
}

function kindsOf(items: readonly Item[]): Record<ItemKind, number> {
  return tally(
    ITEM_KINDS,
    items.map(({ kind }) => kind),
  );
}

function difficultiesOf(items: readonly Item[]): Record<Difficulty, number> {
  return tally(
    DIFFICULTIES,
    items.map(({ difficulty }) => difficulty),
  );
}

function tally<K extends string | number>(keys: readonly K[], values: readonly K[]): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const value of values) counts[value]++;
  return counts;
}

/** Tables for a terminal: the whole pack, then each outline by domain and objective. */
export function formatStats(stats: readonly PackStats[]): string {
  return stats.map(formatPack).join('\n');
}

function formatPack(stats: PackStats): string {
  const { pack, terms, questions, guides, kinds, difficulties, flawed, flaws, outlines } = stats;
  const kindLine = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  const levels = DIFFICULTIES.map(
    (difficulty) => `${difficulty}: ${percent(difficulties[difficulty], questions)}`,
  );
  const head = [
    `${pack}: ${terms} terms, ${questions} questions, ${guides} guides`,
    `kinds: ${kindLine.join(', ')}`,
    `difficulty: ${levels.join(', ')}`,
    `questions with a flaw: ${[flawed, ...flaws.map(({ rule, questions: count }) => `${rule} ${count}`)].join(', ')}`,
  ];
  return `${head.join('\n')}\n\n${outlines.map(formatOutline).join('\n')}`;
}

function formatOutline({ outline, questions, rows }: OutlineStats): string {
  const lines = rows.map(({ level, id, title, terms, kinds, difficulties, share, weight, ...row }) => [
    level === 'domain' ? (id.split('/')[1] ?? id) : `  ${id.split('/')[1] ?? id}`,
    title.length > TITLE_WIDTH ? `${title.slice(0, TITLE_WIDTH - 1)}…` : title,
    `${terms}`,
    `${row.questions}`,
    [kinds.single, kinds.multiple, row.questions - kinds.single - kinds.multiple].join('/'),
    DIFFICULTIES.map((difficulty) => difficulties[difficulty]).join('/'),
    shareText(share),
    weight === null ? '' : `${(weight * 100).toFixed(0)} %`,
    `${row.flawed}`,
  ]);
  const head = [
    outline,
    '',
    'terms',
    'questions',
    'one/several/other',
    'by difficulty',
    'share',
    'weight',
    'flawed',
  ];
  return `${textTable([head, ...lines], [2, 3, 4, 5, 6, 7, 8])}${questions} questions counted in ${outline}\n`;
}

const TITLE_WIDTH = 52;

function percent(part: number, whole: number): string {
  return `${((part / Math.max(1, whole)) * 100).toFixed(0)} %`;
}
