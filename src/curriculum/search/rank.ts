/** Puts terms in the order in which a query may mean them. */
import type { Term } from '../model.ts';
import type { FormKind } from './forms.ts';
import { compact, wordsOf } from './normalize.ts';
import { buildScorer } from './scorer.ts';
import type { Spelling, Spellings } from './spellings.ts';
import { buildTrigrams } from './trigrams.ts';
import { byUnits } from './vocabulary.ts';

/** What led to a term. */
export type Why = FormKind | 'port' | 'beginning' | 'words' | 'resemblance';

/** A term by its number, with how well it matches (0 to 1). */
export interface Ranked {
  readonly term: number;
  readonly score: number;
  readonly why: Why;
}

/** A spelling begun counts for this much and the rest by the share of it that was typed. */
const BEGINNING_BASE = 0.94;
const BEGINNING_SHARE = 0.05;
/** A name that matches as well as another term's alias is meant more likely. */
const KIND: Readonly<Record<FormKind, number>> = { name: 1, expansion: 0.985, alias: 0.97 };
/** Only where words find nothing better are spellings compared piece by piece. */
const SEARCH_HARDER_BELOW = 0.8;
const LEAST_LIKENESS = 0.25;
const LIKENESS = 0.9;
/** Two letters begin thousands of spellings in a large glossary; a person reads ten. */
const MOST_BEGINNINGS = 1000;

export type Rank = (query: string) => Ranked[];

export function buildRank(terms: readonly Term[], spellings: Spellings, prominence: readonly number[]): Rank {
  const scorer = buildScorer(spellings.all);
  const trigrams = buildTrigrams(spellings.all.map((spelling) => spelling.compact));
  const inOrder = (a: Ranked, b: Ranked) =>
    b.score - a.score ||
    (prominence[b.term] ?? 0) - (prominence[a.term] ?? 0) ||
    byUnits(terms[a.term]?.name ?? '', terms[b.term]?.name ?? '');

  return (query) => {
    const text = compact(query);
    if (text === '') return [];
    const best = new Map<number, Ranked>();
    const offer = (spelling: Spelling | undefined, raw: number, why: Why) => {
      if (!spelling) return;
      const score = raw * KIND[spelling.kind];
      const held = best.get(spelling.term);
      if (!held || held.score < score) best.set(spelling.term, { term: spelling.term, score, why });
    };
    for (const spelling of spellings.same(text)) offer(spelling, 1, spelling.kind);
    for (const spelling of spellings.beginning(text, MOST_BEGINNINGS)) {
      const share = text.length / spelling.compact.length;
      offer(spelling, BEGINNING_BASE + BEGINNING_SHARE * share, 'beginning');
    }
    for (const [form, score] of scorer.score(wordsOf(query))) offer(spellings.all[form], score, 'words');
    if (highest(best) < SEARCH_HARDER_BELOW) {
      for (const { text: form, likeness } of trigrams.like(text, LEAST_LIKENESS)) {
        offer(spellings.all[form], likeness * LIKENESS, 'resemblance');
      }
    }
    return [...best.values()].sort(inOrder);
  };
}

function highest(best: ReadonlyMap<number, Ranked>): number {
  let score = 0;
  for (const ranked of best.values()) score = Math.max(score, ranked.score);
  return score;
}
