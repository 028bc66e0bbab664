/** What a content rule is. Each stands in a file of its own and is listed once in `rules/index.ts`. */
import type { Curriculum, Item, Pack, Place, Term } from '../model.ts';
import type { Review } from '../review/log.ts';
import type { SourceText } from './copied.ts';

/** What a rule holds against an entry. */
export interface Breach {
  readonly level: 'error' | 'warning';
  /** What is wrong, with the measure and the bound where there is one. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

/** A breach seen by a rule that looks at a whole pack at once. */
export interface PlacedBreach extends Breach {
  readonly at: { readonly id: string; readonly place: Place };
}

/** A measure of the whole bank against its bound. */
export interface Figure {
  /** What is measured: `key is the longest option`. */
  readonly what: string;
  /** As a person reads it: `27.1 %`. */
  readonly value: string;
  /** As a person reads it: `at most 30 %`. */
  readonly bound: string;
  readonly ok: boolean;
  /** How many entries were measured; a bank too small for its figures to mean anything is only reported. */
  readonly of: number;
  readonly advice: string;
}

/** Whether an entry's cards fit the limits of the place where they are shown; null where they do. */
export type CardFits = (
  curriculum: Curriculum,
  entry: { readonly kind: 'term'; readonly term: Term } | { readonly kind: 'item'; readonly item: Item },
) => string | null;

export interface Context {
  readonly pack: Pack;
  readonly curriculum: Curriculum;
  readonly cardFits: CardFits;
  /** Texts from elsewhere, of which no sentence may be found in the pack. */
  readonly against: readonly SourceText[];
  /** What second readers answered, oldest first; undefined where nobody asked for it. */
  readonly reviews?: readonly Review[] | undefined;
}

interface RuleBase {
  /** Short and stable: authors and exceptions refer to it. */
  readonly id: string;
  /** What the rule wants, in a few words. */
  readonly title: string;
  /** Entries that may break the rule, by qualified id, each with its reason. One that breaks nothing is reported. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

export type Rule =
  | (RuleBase & {
      readonly scope: 'item';
      check(item: Item, context: Context): readonly Breach[];
      /** Share of the bank's questions (0 to 1) that may carry this rule's warning. */
      readonly allowance?: number;
    })
  | (RuleBase & { readonly scope: 'term'; check(term: Term, context: Context): readonly Breach[] })
  | (RuleBase & { readonly scope: 'pack'; check(context: Context): readonly PlacedBreach[] })
  | (RuleBase & {
      readonly scope: 'bank';
      figures(context: Context): readonly Figure[];
      /** How bad a figure out of bounds is; an error unless said otherwise. */
      level?(context: Context): 'error' | 'warning';
    });

export function error(message: string, advice: string): Breach {
  return { level: 'error', message, advice };
}

export function warning(message: string, advice: string): Breach {
  return { level: 'warning', message, advice };
}
