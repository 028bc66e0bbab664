/**
 * How well a query's words match each spelling. A spelling's score has two parts: how much of the query it
 * explains, and how much of it the query names. Rare words count for more than common ones (inverse document
 * frequency), so that "mail protocol" is about mail.
 */
import type { Form } from './forms.ts';
import { buildVocabulary, type Near } from './vocabulary.ts';

/** Explaining the query matters more than naming the whole spelling, since people type less than they mean. */
const QUERY_SHARE = 0.65;
/** A word begun by a learner may go on in many ways; more than these say nothing. */
const MOST_COMPLETIONS = 40;
/** A word in more spellings than this only adds to what rarer words of the query found: it tells nothing by itself. */
const COMMON = 1500;

export interface Scorer {
  /** The score (0 to 1) of each spelling that shares something with the query, by the spelling's number. */
  score(words: readonly string[]): Map<number, number>;
}

export function buildScorer(forms: readonly Form[]): Scorer {
  const postings = postingsOf(forms);
  const words = [...postings.keys()];
  const vocabulary = buildVocabulary(words);
  const lists = words.map((word) => Uint32Array.from(postings.get(word) ?? []));
  const rarity = lists.map(({ length }) => Math.log(1 + forms.length / length));
  const rarest = Math.log(1 + forms.length);
  const rarityOf = (word: string) => rarity[vocabulary.numberOf(word) ?? -1] ?? rarest;
  const wholes = forms.map((form) => form.words.reduce((sum, word) => sum + rarityOf(word), 0));

  const matchesOf = (word: string): Near[] => {
    const same = vocabulary.numberOf(word);
    const near = [...vocabulary.startingWith(word, MOST_COMPLETIONS), ...vocabulary.oneSlipFrom(word)];
    return same === undefined ? near : [{ word: same, weight: 1 }, ...near];
  };

  return {
    score: (query) => {
      const asked = [...new Set(query)].map((word) => {
        const matches = matchesOf(word);
        const known = Math.max(0, ...matches.map((match) => match.weight * (rarity[match.word] ?? 0)));
        return { matches, rarity: Math.min(rarityOf(word), known || rarest) };
      });
      asked.sort((a, b) => b.rarity - a.rarity);
      const total = asked.reduce((sum, { rarity: share }) => sum + share, 0);
      const gains = new Map<number, Gain>();
      for (const { matches, rarity: share } of asked) addBest(gains, matches, share, lists, rarity);
      const scores = new Map<number, number>();
      for (const [form, { asked: explained, named }] of gains) {
        const whole = wholes[form] ?? 0;
        scores.set(form, QUERY_SHARE * (explained / total) + (1 - QUERY_SHARE) * Math.min(1, named / whole));
      }
      return scores;
    },
  };
}

interface Gain {
  /** Weight of the query's words that the spelling explains. */
  asked: number;
  /** Weight of the spelling's words that the query names. */
  named: number;
}

function postingsOf(forms: readonly Form[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [number, form] of forms.entries()) {
    for (const word of new Set([...form.words, ...form.parts])) {
      const held = postings.get(word);
      if (held) held.push(number);
      else postings.set(word, [number]);
    }
  }
  return postings;
}

/** Each spelling gains by the best of one query word's matches. */
function addBest(
  gains: Map<number, Gain>,
  matches: readonly Near[],
  share: number,
  lists: readonly Uint32Array[],
  rarity: readonly number[],
): void {
  const best = new Map<number, Near>();
  for (const match of matches) {
    const list = lists[match.word];
    if (!list) continue;
    const onlyKnown = list.length > COMMON && gains.size > 0;
    for (const form of list) {
      if (onlyKnown && !gains.has(form)) continue;
      const held = best.get(form);
      if (!held || held.weight < match.weight) best.set(form, match);
    }
  }
  for (const [form, { word, weight }] of best) {
    const gain = gains.get(form) ?? { asked: 0, named: 0 };
    gain.asked += share * weight;
    gain.named += (rarity[word] ?? 0) * weight;
    gains.set(form, gain);
  }
}
