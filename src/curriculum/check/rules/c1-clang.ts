import type { Term } from '../../model.ts';
import { compact } from '../../search/normalize.ts';
import { error, type Rule, warning } from '../rule.ts';
import { distractorsOf, keysOf, plain, stemsIn } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** A word of the stem that comes back in the key alone points at it; spelling its acronym out points harder. */
export const c1Clang: Rule = {
  id: 'C1',
  title: 'no word of the stem is repeated in the key alone',
  scope: 'item',
  allowance: THRESHOLDS.clangShare,
  check(item, { pack }) {
    const stem = plain(item.stem);
    const keys = keysOf(item).map(({ text }) => text);
    const spelt = keys.flatMap((key) => spellingOut(stem, key, pack.terms));
    if (spelt.length > 0)
      return [error(`the stem spells out the key: "${spelt[0]}"`, 'describe it without its own words')];
    const elsewhere = new Set(distractorsOf(item).flatMap(({ text }) => stemsIn(text)));
    const inStem = new Set(stemsIn(stem, THRESHOLDS.clangLetters));
    const repeated = keys.flatMap((key) => stemsIn(key, THRESHOLDS.clangLetters));
    const clang = repeated.find((word) => inStem.has(word) && !elsewhere.has(word));
    if (clang === undefined) return [];
    return [
      warning(`"${clang}…" stands in the stem and in the key alone`, 'use another word in one of the two'),
    ];
  },
};

/** The expansion of a key that is its acronym, where the stem contains it. */
function spellingOut(stem: string, key: string, terms: readonly Term[]): string[] {
  const text = compact(key);
  const inStem = compact(stem);
  const expansions = terms.flatMap(({ name, expansion }) =>
    expansion && compact(name) === text ? [expansion] : [],
  );
  return expansions.filter(
    (expansion) => abbreviates(text, compact(expansion)) && inStem.includes(compact(expansion)),
  );
}

/** Whether the letters of an acronym stand in its expansion in that order, the first one first. */
function abbreviates(acronym: string, expansion: string): boolean {
  if (acronym[0] !== expansion[0]) return false;
  let place = -1;
  return [...acronym].every((letter) => {
    place = expansion.indexOf(letter, place + 1);
    return place >= 0;
  });
}
