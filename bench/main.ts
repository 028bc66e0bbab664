/** `npm run bench`: the look-up's hit rates and times, and what loading the content costs. */
import { fileURLToPath } from 'node:url';
import { loadCurriculum, type Term } from '../src/curriculum/index.ts';
import { type LoadMeasure, measureLoad } from './load.ts';
import { type LookupMeasure, measureLookup } from './lookup.ts';
import { queriesFrom } from './queries.ts';
import { seeded } from './random.ts';
import { syntheticTerms } from './synthetic.ts';

const SIZES = [600, 6_000, 60_000];
/** Enough for a steady 99th percentile; all queries of 60,000 terms would take minutes. */
const MOST_QUERIES = 6_000;

function main(): void {
  const contentDir = fileURLToPath(new URL('../data', import.meta.url));
  const load = measureLoad(contentDir);
  const loaded = loadCurriculum(contentDir);
  const { terms } = loaded.ok ? loaded.curriculum : loaded.draft;
  const real = [...terms.values()];
  process.stdout.write(`Look-up over the ${real.length} terms of data/, queries made by rule\n`);
  process.stdout.write(ratesTable(measureLookup(real, queriesFrom(real))));
  process.stdout.write('\nLook-up by size, filled up with made terms\n');
  process.stdout.write(sizesTable(SIZES.map((size) => [size, measureSize(real, size)] as const)));
  process.stdout.write('\nLoading and validating data/\n');
  process.stdout.write(loadTable([load]));
}

function measureSize(real: readonly Term[], size: number): LookupMeasure {
  const terms = syntheticTerms(real.slice(0, size), size);
  const queries = queriesFrom(terms);
  const random = seeded(3);
  const sample =
    queries.length <= MOST_QUERIES
      ? queries
      : queries.filter(() => random.int(queries.length) < MOST_QUERIES);
  return measureLookup(terms, sample);
}

function ratesTable({ rates }: LookupMeasure): string {
  const rows = rates.map(({ kind, queries, first, firstThree }) => [
    kind,
    `${queries}`,
    percent(first),
    percent(firstThree),
  ]);
  return table([['query', 'asked', 'first', 'in three'], ...rows]);
}

function sizesTable(measures: readonly (readonly [number, LookupMeasure])[]): string {
  const rows = measures.map(([size, { rates, p50, p99, build }]) => {
    const all = rates.find(({ kind }) => kind === 'all');
    return [`${size}`, percent(all?.first ?? 0), percent(all?.firstThree ?? 0), ms(p50), ms(p99), ms(build)];
  });
  return table([['terms', 'first', 'in three', 'p50', 'p99', 'build'], ...rows]);
}

function loadTable(measures: readonly LoadMeasure[]): string {
  return table([
    ['size', 'first load', 'again', 'against parsing the YAML alone'],
    ...measures.map(({ bytes, cold, warm, parseRatio }) => {
      const size = `${(bytes / 1e6).toFixed(2)} MB`;
      return [size, ms(cold), ms(warm), `${parseRatio.toFixed(2)} ×`];
    }),
  ]);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 3 : 0)} ms`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

main();
