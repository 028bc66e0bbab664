/** What a pack holds, counted against its outlines: plain data, and a table of it for people. */

import type { Curriculum, Item, Outline, Pack } from './model.ts';
import { DIFFICULTIES, type Difficulty, ITEM_KINDS, type ItemKind } from './schema.ts';
import { homeCounts, homeIn } from './shares.ts';
import { textTable } from './text-table.ts';

export interface PackStats {
  readonly pack: string;
  readonly terms: number;
  readonly questions: number;
  readonly guides: number;
  readonly kinds: Readonly<Record<ItemKind, number>>;
  readonly difficulties: Readonly<Record<Difficulty, number>>;
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
  readonly difficulties: Readonly<Record<Difficulty, number>>;
  /** Share of the outline's questions, 0 to 1. */
  readonly share: number;
  /** The domain's published share, 0 to 1; an objective has none. */
  readonly weight: number | null;
}

export function contentStats({ packs }: Curriculum): PackStats[] {
  return packs.map((pack) => ({
    pack: pack.id,
    terms: pack.terms.length,
    questions: pack.items.length,
    guides: pack.guides.length,
    kinds: tally(
      ITEM_KINDS,
      pack.items.map(({ kind }) => kind),
    ),
    difficulties: difficultiesOf(pack.items),
    outlines: pack.outlines.map((outline) => outlineStats(outline, pack)),
  }));
}

function outlineStats(outline: Outline, pack: Pack): OutlineStats {
  const counts = homeCounts(outline, pack.items);
  const total = outline.domains.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  const row = (level: StatsRow['level'], id: string, title: string, weight: number | null): StatsRow => {
    const belongs = (objectives: readonly string[]) => {
      const home = homeIn(outline, objectives);
      return home?.id === id || home?.domain === id;
    };
    return {
      ...{ level, id, title, weight },
      terms: pack.terms.filter(({ objectives }) => belongs(objectives)).length,
      questions: counts.get(id) ?? 0,
      difficulties: difficultiesOf(pack.items.filter(({ objectives }) => belongs(objectives))),
      share: (counts.get(id) ?? 0) / Math.max(1, total),
    };
  };
  const rows = outline.domains.flatMap((domain) => [
    row('domain', domain.id, domain.name, domain.weight),
    ...domain.objectives.map(({ id, title }) => row('objective', id, title, null)),
  ]);
  return { outline: outline.id, questions: total, rows };
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

function formatPack({ pack, terms, questions, guides, kinds, difficulties, outlines }: PackStats): string {
  const kindLine = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  const levels = DIFFICULTIES.map(
    (difficulty) => `${difficulty}: ${percent(difficulties[difficulty], questions)}`,
  );
  const head = [
    `${pack}: ${terms} terms, ${questions} questions, ${guides} guides`,
    `kinds: ${kindLine.join(', ')}`,
    `difficulty: ${levels.join(', ')}`,
  ];
  return `${head.join('\n')}\n\n${outlines.map(formatOutline).join('\n')}`;
}

function formatOutline({ outline, questions, rows }: OutlineStats): string {
  const lines = rows.map(({ level, id, title, terms, questions: count, difficulties, share, weight }) => [
    level === 'domain' ? (id.split('/')[1] ?? id) : `  ${id.split('/')[1] ?? id}`,
    title.length > TITLE_WIDTH ? `${title.slice(0, TITLE_WIDTH - 1)}…` : title,
    `${terms}`,
    `${count}`,
    DIFFICULTIES.map((difficulty) => difficulties[difficulty]).join('/'),
    `${(share * 100).toFixed(1)} %`,
    weight === null ? '' : `${(weight * 100).toFixed(0)} %`,
  ]);
  const head = [outline, '', 'terms', 'questions', 'by difficulty', 'share', 'weight'];
  return `${textTable([head, ...lines], [2, 3, 4, 5, 6])}${questions} questions counted in ${outline}\n`;
}

const TITLE_WIDTH = 52;

function percent(part: number, whole: number): string {
  return `${((part / Math.max(1, whole)) * 100).toFixed(0)} %`;
}
