/**
 * The glossary's look-up. It knows every spelling of every term (name, expansion, aliases) and every port, and
 * finds by the whole spelling, its beginning, its words in any order or number, and a slip a word.
 */
import type { Curriculum, OutlineId, Term } from '../model.ts';
import { compact, wordsOf } from './normalize.ts';
import { holds, type PortRange, portsIn } from './ports.ts';
import { buildRank, type Rank, type Ranked, type Why } from './rank.ts';
import { buildSpellings, type Spelling, type Spellings } from './spellings.ts';

export type { Why } from './rank.ts';

export interface Found {
  readonly term: Term;
  /** 0 to 1; comparable within one answer only. */
  readonly score: number;
  readonly why: Why;
}

export interface FindOptions {
  /** At most so many terms; 10 unless said otherwise. */
  readonly limit?: number;
  /** Terms of this outline go before others that match as well; where one matches exactly, they alone count. */
  readonly outline?: OutlineId;
}

export interface FindResult {
  /**
   * `exact`: one term is spelt so or owns that port. `matches`: one or several terms are meant well enough.
   * `none`: nothing is, and `terms` are the nearest three.
   */
  readonly kind: 'exact' | 'matches' | 'none';
  /** Best first. */
  readonly terms: readonly Found[];
}

export interface TermIndex {
  find(query: string, options?: FindOptions): FindResult;
  /** What may be meant by what is typed so far, best first; for nothing typed, the terms that most others lead to. */
  suggest(prefix: string, limit?: number): Term[];
}

/** A choice that a person can take in at a glance. */
const DEFAULT_LIMIT = 10;
/** Discord shows at most 25 choices. */
const MOST_SUGGESTIONS = 25;
const NEAREST = 3;
/** Below this nothing is meant well enough to be shown as an answer. */
const GOOD = 0.64;
/** Terms that fall further behind the best are not worth a choice. */
const CLOSE_BEHIND = 0.07;

interface Parts {
  readonly terms: readonly Term[];
  readonly spellings: Spellings;
  readonly ports: readonly { readonly term: number; readonly range: PortRange }[];
  readonly rank: Rank;
  /** Numbers of all terms, those that most others lead to first. */
  readonly byProminence: readonly number[];
}

/** Builds the look-up once, at the start; about 10 ms for 600 terms. */
export function buildTermIndex({ terms: all }: Pick<Curriculum, 'terms'>): TermIndex {
  const terms = [...all.values()];
  const prominence = prominenceOf(terms);
  const spellings = buildSpellings(terms);
  const parts: Parts = {
    terms,
    spellings,
    ports: terms.flatMap((term, number) => rangesOf(term).map((range) => ({ term: number, range }))),
    rank: buildRank(terms, spellings, prominence),
    byProminence: terms
      .map((_, number) => number)
      .sort((a, b) => (prominence[b] ?? 0) - (prominence[a] ?? 0)),
  };
  return {
    find: (query, options = {}) => find(parts, query, options),
    suggest: (prefix, limit = MOST_SUGGESTIONS) => suggest(parts, prefix, limit),
  };
}

/** How many terms lead to each one. */
function prominenceOf(terms: readonly Term[]): number[] {
  const links = new Map<string, number>();
  for (const id of terms.flatMap(({ related }) => related)) links.set(id, (links.get(id) ?? 0) + 1);
  return terms.map(({ id }) => links.get(id) ?? 0);
}

function rangesOf({ ports }: Term): PortRange[] {
  return ports.map(portsIn).filter((range) => range !== null);
}

function find(parts: Parts, query: string, { limit = DEFAULT_LIMIT, outline }: FindOptions): FindResult {
  const followed = (ranked: Ranked) => outline === undefined || isIn(parts.terms[ranked.term], outline);
  const exact = exactly(parts, query);
  const own = exact.filter(followed);
  const certain = own.length > 0 ? own : exact;
  if (certain.length > 0) {
    return { kind: certain.length === 1 ? 'exact' : 'matches', terms: show(parts, certain, limit) };
  }
  const ranked = preferring(parts.rank(query), followed);
  const best = ranked[0]?.score ?? 0;
  if (best < GOOD) return namedOrNone(parts, query, ranked, limit);
  const close = ranked.filter(({ score }) => score >= Math.max(GOOD, best - CLOSE_BEHIND));
  return { kind: 'matches', terms: show(parts, close, limit) };
}

/** "what is smtp" and "dhcp vs dns" name their terms among words that say nothing; else nothing is meant. */
function namedOrNone(parts: Parts, query: string, ranked: readonly Ranked[], limit: number): FindResult {
  const named = [...new Set(wordsOf(query))].flatMap((word) => parts.spellings.same(word).filter(isName));
  if (named.length > 0) {
    const terms = named.map(({ term, kind }): Ranked => ({ term, score: GOOD, why: kind }));
    return { kind: 'matches', terms: show(parts, terms, limit) };
  }
  return { kind: 'none', terms: show(parts, nearest(parts, query, ranked), Math.min(limit, NEAREST)) };
}

function isIn(term: Term | undefined, outline: OutlineId): boolean {
  return term?.objectives.some((objective) => objective.startsWith(`${outline}/`)) ?? false;
}

/** Terms named so, terms spelt so, then the owners of the port that is asked for; the one that names it first stands first. */
function exactly({ spellings, ports }: Parts, query: string): Ranked[] {
  const found = new Map<number, Ranked>();
  const spelt = spellings.same(compact(query));
  for (const { term, kind } of [...spelt.filter(isName), ...spelt]) {
    if (!found.has(term)) found.set(term, { term, score: 1, why: kind });
  }
  const asked = portsIn(query);
  const owners = asked === null ? [] : ports.filter(({ range }) => holds(range, asked));
  for (const { term } of owners) if (!found.has(term)) found.set(term, { term, score: 1, why: 'port' });
  return [...found.values()];
}

function isName({ kind }: Spelling): boolean {
  return kind === 'name';
}

/** Keeps the order, but puts a followed term before its equals. */
function preferring(ranked: readonly Ranked[], followed: (ranked: Ranked) => boolean): readonly Ranked[] {
  return [...ranked].sort((a, b) => b.score - a.score || Number(followed(b)) - Number(followed(a)));
}

/** What resembles the query at all, filled up with its neighbours in the dictionary. */
function nearest({ spellings }: Parts, query: string, ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set(ranked.map(({ term }) => term));
  const around = spellings
    .around(compact(query), NEAREST * 2)
    .filter(({ term }) => !seen.has(term) && seen.add(term));
  return [...ranked, ...around.map(({ term }): Ranked => ({ term, score: 0, why: 'resemblance' }))];
}

function show({ terms }: Parts, ranked: readonly Ranked[], limit: number): Found[] {
  return ranked.slice(0, limit).flatMap(({ term: number, score, why }) => {
    const term = terms[number];
    return term ? [{ term, score, why }] : [];
  });
}

function suggest(parts: Parts, prefix: string, limit: number): Term[] {
  const most = Math.min(limit, MOST_SUGGESTIONS);
  if (compact(prefix) === '')
    return parts.byProminence.slice(0, most).flatMap((number) => parts.terms[number] ?? []);
  const exact = exactly(parts, prefix);
  const seen = new Set(exact.map(({ term }) => term));
  const rest = parts.rank(prefix).filter(({ term }) => !seen.has(term));
  return show(parts, [...exact, ...rest], most).map(({ term }) => term);
}
