import type { Pack } from '../../model.ts';
import { compact } from '../../search/normalize.ts';
import { copyFinder } from '../copied.ts';
import { packProse } from '../prose.ts';
import { error, type PlacedBreach, type Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';

/**
 * No sentence of the pack is taken from the texts that the check was given to compare with; without any, nothing
 * is compared. Names and expansions of the glossary are common property, however long.
 */
export const x1Copied: Rule = {
  id: 'X1',
  title: 'no run of words is copied',
  scope: 'pack',
  check({ pack, against }) {
    if (against.length === 0) return [];
    const find = copyFinder(against, THRESHOLDS.copiedWords);
    const names = namesOf(pack);
    return packProse(pack).flatMap(({ at, texts }): PlacedBreach[] => {
      const runs = texts.flatMap((text) => find(text) ?? []);
      const copied = runs.filter(({ run }) => !names.some((name) => name.includes(compact(run))));
      return copied.map(({ source, words, run }) => {
        const message = `${words} words in a row stand in ${source} too (at most ${THRESHOLDS.copiedWords}): "${run}"`;
        return { ...error(message, 'say it in your own words'), at };
      });
    });
  },
};

function namesOf({ terms }: Pack): string[] {
  return terms.flatMap(({ name, expansion, aliases }) => [name, expansion ?? '', ...aliases].map(compact));
}
