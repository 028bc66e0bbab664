import { shareText } from '../../share-text.ts';
import type { Context, Figure, Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { whileGrowing } from './balance.ts';

type ItemRule = Extract<Rule, { scope: 'item' }>;

/**
 * How many questions are fit for use: no error and at most one warning, the mark that studies of published banks
 * judge by (they reach about half; 23 % of theirs are without any flaw).
 */
export function acceptanceOf(rules: readonly Rule[]): Rule {
  const itemRules = rules.filter((rule): rule is ItemRule => rule.scope === 'item');
  return {
    id: 'acceptance',
    title: 'questions have at most one minor flaw',
    scope: 'bank',
    level: whileGrowing,
    figures(context) {
      const flaws = context.pack.items.map((item) => flawsOf(item, itemRules, context));
      const usable = flaws.filter(({ errors, warnings }) => errors === 0 && warnings <= 1).length;
      const clean = flaws.filter(({ errors, warnings }) => errors + warnings === 0).length;
      return [
        figure(
          'questions without error and with at most one warning',
          usable,
          THRESHOLDS.acceptableShare,
          flaws,
        ),
        figure('questions without any finding', clean, THRESHOLDS.cleanShare, flaws),
      ];
    },
  };
}

function flawsOf(item: Context['pack']['items'][number], rules: readonly ItemRule[], context: Context) {
  const breaches = rules
    .filter(({ exceptions = {} }) => !(item.id in exceptions))
    .flatMap((rule) => rule.check(item, context));
  const errors = breaches.filter(({ level }) => level === 'error').length;
  return { errors, warnings: breaches.length - errors };
}

function figure(
  what: string,
  count: number,
  least: number,
  { length: of }: { readonly length: number },
): Figure {
  const share = count / Math.max(1, of);
  return {
    what,
    value: shareText(share),
    bound: `at least ${shareText(least)}`,
    ok: share >= least,
    of,
    advice: 'mend the questions that the check names',
  };
}
