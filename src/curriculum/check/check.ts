/** Runs the content rules over all packs. All rules run before the verdict: authors want the whole list. */

import { type Finding, inReadingOrder } from '../finding.ts';
import { bareId } from '../ids.ts';
import type { Curriculum, Pack } from '../model.ts';
import type { Review } from '../review/log.ts';
import { shareText } from '../share-text.ts';
import type { SourceText } from './copied.ts';
import type { Breach, CardFits, Context, Figure, PlacedBreach, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { THRESHOLDS } from './thresholds.ts';

export interface CheckOptions {
  /** Measures an entry's card; without it no card is measured. */
  readonly cardFits?: CardFits;
  /** Texts that nothing may be copied from; none unless given. */
  readonly against?: readonly SourceText[];
  /** The readings of each pack, by its id; without them nothing is said of readings. */
  readonly reviews?: ReadonlyMap<string, readonly Review[]>;
  /** The rules to run; all of them unless said otherwise. */
  readonly rules?: readonly Rule[];
}

/** A measure of a pack's whole bank, with the rule that asks for it. */
export interface BankFigure extends Figure {
  readonly rule: string;
  readonly pack: string;
  /** Whether the bank is large enough for the figure to be judged. */
  readonly judged: boolean;
}

/** Everything that the rules find, in reading order. A rule that crashes is a finding too. */
export function checkContent(curriculum: Curriculum, options: CheckOptions = {}): Finding[] {
  return inReadingOrder(
    curriculum.packs.flatMap((pack) => checkPack(contextOf(pack, curriculum, options), options)),
  );
}

/** The bank's figures against their bounds, in the order of the rules. */
export function bankFigures(curriculum: Curriculum, options: CheckOptions = {}): BankFigure[] {
  return curriculum.packs.flatMap((pack) => {
    const context = contextOf(pack, curriculum, options);
    return (options.rules ?? RULES).flatMap((rule) => figuresOf(rule, context));
  });
}

function contextOf(pack: Pack, curriculum: Curriculum, options: CheckOptions): Context {
  const { cardFits = () => null, against = [], reviews } = options;
  return { pack, curriculum, cardFits, against, reviews: reviews?.get(pack.id) };
}

function checkPack(context: Context, { rules = RULES }: CheckOptions): Finding[] {
  return rules.flatMap((rule) => {
    try {
      return runRule(rule, context);
    } catch (error) {
      return [crashed(rule, context.pack, error)];
    }
  });
}

function runRule(rule: Rule, context: Context): Finding[] {
  const breaches = breachesOf(rule, context);
  const excepted = rule.exceptions ?? {};
  const standing = breaches.filter(({ at }) => !(at.id in excepted));
  return [
    ...standing.map((breach) => findingOf(rule, breach)),
    ...staleExceptions(rule, breaches, context.pack),
    ...figuresOf(rule, context)
      .filter(({ ok, judged }) => judged && !ok)
      .map((figure) => outOfBounds(rule, figure, context)),
  ];
}

function breachesOf(rule: Rule, context: Context): PlacedBreach[] {
  const { items, terms } = context.pack;
  switch (rule.scope) {
    case 'item':
      return items.flatMap((at) => rule.check(at, context).map((breach: Breach) => ({ ...breach, at })));
    case 'term':
      return terms.flatMap((at) => rule.check(at, context).map((breach: Breach) => ({ ...breach, at })));
    case 'pack':
      return [...rule.check(context)];
    case 'bank':
      return [];
  }
}

function figuresOf(rule: Rule, context: Context): BankFigure[] {
  const figures = rule.scope === 'bank' ? rule.figures(context) : allowanceFigures(rule, context);
  return figures.map((figure) => {
    return { ...figure, rule: rule.id, pack: context.pack.id, judged: figure.of >= THRESHOLDS.bankSize };
  });
}

/** How much of the bank carries a warning, for rules that allow a share of it. */
function allowanceFigures(rule: Rule, context: Context): Figure[] {
  if (rule.scope !== 'item' || rule.allowance === undefined) return [];
  const { items } = context.pack;
  const excepted = rule.exceptions ?? {};
  const flawed = items.filter(
    (item) => !(item.id in excepted) && rule.check(item, context).length > 0,
  ).length;
  const share = flawed / Math.max(1, items.length);
  return [
    {
      what: `questions that break: ${rule.title}`,
      value: shareText(share),
      bound: `at most ${rule.allowance * 100} %`,
      ok: share <= rule.allowance,
      of: items.length,
      advice: `mend the questions that ${rule.id} names`,
    },
  ];
}

function findingOf({ id: rule }: Rule, { at, level, message, advice }: PlacedBreach): Finding {
  return { level, rule, file: at.place.file, line: at.place.line, id: bareId(at.id), message, advice };
}

/** An exception of this pack that excuses nothing hides the next real breach. */
function staleExceptions(rule: Rule, breaches: readonly PlacedBreach[], pack: Pack): Finding[] {
  const used = new Set(breaches.map(({ at }) => at.id));
  const own = Object.keys(rule.exceptions ?? {}).filter((id) => id.startsWith(`${pack.key}/`));
  return own
    .filter((id) => !used.has(id))
    .map((id): Finding => {
      const message = `the exception for "${bareId(id)}" is no longer needed`;
      return {
        level: 'error',
        rule: rule.id,
        ...pack.place,
        id: bareId(id),
        message,
        advice: 'take it out of the rule',
      };
    });
}

function outOfBounds(rule: Rule, { what, value, bound, of, advice }: BankFigure, context: Context): Finding {
  const level = rule.scope === 'bank' ? (rule.level?.(context) ?? 'error') : 'error';
  const message = `${what}: ${value} of ${of}, wanted is ${bound}`;
  return { level, rule: rule.id, ...context.pack.place, message, advice };
}

function crashed(rule: Rule, pack: Pack, error: unknown): Finding {
  const message = `the rule itself failed: ${error instanceof Error ? error.message : String(error)}`;
  return {
    level: 'error',
    rule: rule.id,
    ...pack.place,
    message,
    advice: 'report it with the entry that it failed on',
  };
}
