/** All spellings of all terms, looked up whole or by their beginning. */
import type { Term } from '../model.ts';
import { type Form, formsOf } from './forms.ts';
import { byUnits, firstAtLeast } from './vocabulary.ts';

/** A spelling and the number of the term that has it. */
export interface Spelling extends Form {
  readonly term: number;
}

export interface Spellings {
  readonly all: readonly Spelling[];
  /** Those that are this text, letters and digits alone. */
  same(compactText: string): readonly Spelling[];
  /** Those that begin so and go on, in dictionary order, at most `most`. */
  beginning(compactText: string, most: number): Spelling[];
  /** Those that stand next to this text in the dictionary. */
  around(compactText: string, reach: number): Spelling[];
}

export function buildSpellings(terms: readonly Term[]): Spellings {
  const all = terms.flatMap((term, number) => formsOf(term).map((form) => ({ ...form, term: number })));
  const same = new Map<string, Spelling[]>();
  for (const spelling of all) {
    const held = same.get(spelling.compact);
    if (held) held.push(spelling);
    else same.set(spelling.compact, [spelling]);
  }
  const dictionary = [...all].sort((a, b) => byUnits(a.compact, b.compact));
  const texts = dictionary.map((spelling) => spelling.compact);
  return {
    all,
    same: (text) => same.get(text) ?? [],
    beginning: (text, most) => {
      const found: Spelling[] = [];
      for (let index = firstAtLeast(texts, text); index < texts.length && found.length < most; index++) {
        const spelling = dictionary[index];
        if (!spelling?.compact.startsWith(text)) break;
        if (spelling.compact !== text) found.push(spelling);
      }
      return found;
    },
    around: (text, reach) => {
      const place = firstAtLeast(texts, text);
      return dictionary.slice(Math.max(0, place - reach), place + reach);
    },
  };
}
