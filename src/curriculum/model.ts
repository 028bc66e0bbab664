/**
 * What is taught, in memory. Ids here are qualified by their pack's key (`core1/smtp`), so that any number of
 * packs lie side by side; within a pack's files they stand bare.
 */
import type { Difficulty, FactEntry, GuideFrontMatter, ItemEntry, PackFile, TermEntry } from './schema.ts';

export type TermId = string;
export type ItemId = string;
export type GuideId = string;
export type FactId = string;
/** `<outline>/<objective>`, such as `220-1201/2.1`. */
export type ObjectiveId = string;
export type OutlineId = string;

/** Where in the files a thing stands, for messages to authors. */
export interface Place {
  /** Path relative to the content folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface Objective {
  readonly id: ObjectiveId;
  readonly outline: OutlineId;
  /** `<outline>/<domain>`, such as `220-1201/2.0`. */
  readonly domain: string;
  /** `2.1` */
  readonly code: string;
  readonly title: string;
  readonly topics: readonly string[];
}

export interface Domain {
  /** `220-1201/2.0` */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Share of the exam, 0 to 1. */
  readonly weight: number;
  readonly objectives: readonly Objective[];
}

export interface Outline {
  readonly id: OutlineId;
  readonly pack: string;
  readonly name: string;
  readonly status: 'active' | 'retired';
  readonly launched?: string;
  readonly retired?: string;
  readonly exam: PackFile['outlines'][number]['exam'];
  readonly domains: readonly Domain[];
}

/** A value that many entries use, with its source. */
export type Fact = Readonly<Omit<FactEntry, 'id' | 'subject'>> & {
  readonly id: FactId;
  readonly subject: TermId;
  readonly place: Place;
};

export type Term = Readonly<Omit<TermEntry, 'id' | 'related' | 'confusable' | 'guides' | 'facts'>> & {
  readonly id: TermId;
  readonly pack: string;
  readonly related: readonly TermId[];
  readonly confusable: readonly TermId[];
  readonly guides: readonly GuideId[];
  readonly facts?: readonly FactId[];
  readonly place: Place;
};

type Qualified<T> = T extends ItemEntry
  ? Readonly<Omit<T, 'id' | 'terms' | 'facts'>> & {
      readonly id: ItemId;
      readonly pack: string;
      readonly terms: readonly TermId[];
      readonly facts?: readonly FactId[];
      readonly place: Place;
    }
  : never;

/** A question of any kind. */
export type Item = Qualified<ItemEntry>;
export type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>;
/** The kinds whose response is a set of option indices (0-based, in file order). */
export type ChoiceItem = ItemOf<'single'> | ItemOf<'multiple'>;

export type Guide = Readonly<Omit<GuideFrontMatter, 'id' | 'terms'>> & {
  readonly id: GuideId;
  readonly pack: string;
  readonly terms: readonly TermId[];
  /** Markdown. */
  readonly body: string;
  readonly place: Place;
};

export interface Pack {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  readonly sources: readonly string[];
  readonly defaultOutline: OutlineId;
  readonly outlines: readonly Outline[];
  readonly terms: readonly Term[];
  readonly items: readonly Item[];
  readonly guides: readonly Guide[];
  readonly facts: readonly Fact[];
  /** Its pack.yaml. */
  readonly place: Place;
}

/** All packs, with look-ups by id. Immutable. */
export interface Curriculum {
  readonly packs: readonly Pack[];
  readonly outlines: ReadonlyMap<OutlineId, Outline>;
  readonly objectives: ReadonlyMap<ObjectiveId, Objective>;
  readonly domains: ReadonlyMap<string, Domain>;
  readonly terms: ReadonlyMap<TermId, Term>;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly guides: ReadonlyMap<GuideId, Guide>;
}

export type { Difficulty };
