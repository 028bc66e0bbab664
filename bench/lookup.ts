/** Measures the look-up: how often the right term stands first or among three, and how long an answer takes. */
import { buildTermIndex, type Term, type TermIndex } from '../src/curriculum/index.ts';
import { QUERY_CLASSES, type Query, type QueryClass } from './queries.ts';

export interface HitRate {
  readonly kind: QueryClass | 'all';
  readonly queries: number;
  /** Share of queries, 0 to 1. */
  readonly first: number;
  readonly firstThree: number;
}

export interface Miss {
  readonly query: Query;
  readonly got: readonly string[];
}

export interface LookupMeasure {
  readonly rates: readonly HitRate[];
  readonly misses: readonly Miss[];
  /** Milliseconds of one `find`. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of building the index once. */
  readonly build: number;
}

/** Queries asked before the clock counts, so that the engine's compiler is done with the code. */
const WARM_UP = 300;

export function measureLookup(terms: readonly Term[], queries: readonly Query[]): LookupMeasure {
  const start = performance.now();
  const index = buildTermIndex({ terms: new Map(terms.map((term) => [term.id, term])) });
  const build = performance.now() - start;
  for (const { text } of queries.slice(0, WARM_UP)) index.find(text);
  const answers = queries.map((query) => answer(index, query));
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  const rates = [...QUERY_CLASSES, 'all' as const].map((kind) => rateOf(kind, answers));
  const misses = answers.filter(({ place }) => place !== 0).map(({ query, got }) => ({ query, got }));
  return { rates, misses, p50: at(times, 0.5), p99: at(times, 0.99), build };
}

interface Answer {
  readonly query: Query;
  readonly got: readonly string[];
  /** Where the right term stands, 0 first; -1 for nowhere. */
  readonly place: number;
  readonly time: number;
}

function answer(index: TermIndex, query: Query): Answer {
  const start = performance.now();
  const { terms } = index.find(query.text);
  const time = performance.now() - start;
  const got = terms.map(({ term }) => term.id);
  return { query, got, time, place: got.findIndex((id) => query.right.has(id)) };
}

function rateOf(kind: HitRate['kind'], answers: readonly Answer[]): HitRate {
  const of = answers.filter(({ query }) => kind === 'all' || query.kind === kind);
  const share = (least: number) => of.filter(({ place }) => place >= 0 && place < least).length / of.length;
  return { kind, queries: of.length, first: share(1), firstThree: share(3) };
}

function at(sorted: readonly number[], quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;
}
