/** The vocabulary of teaching: the nouns that the store keeps and the cards show. */
import type { Difficulty, ItemId, ObjectiveId, Outline, OutlineId, TermId } from '../curriculum/model.ts';
import type { CivilDate, Zone } from './civil-date.ts';

export type { Zone };

/** Where an answer was given. `review` is a set of earlier misses; `repair` the review that mends a streak. */
export const ANSWER_PLACES = ['daily', 'quiz', 'review', 'repair'] as const;
export type AnswerPlace = (typeof ANSWER_PLACES)[number];

/** The optional tap after an answer. It feeds calibration, never points. */
export const CONFIDENCES = ['sure', 'think', 'guess'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Option indices (0-based, in file order), ascending, without duplicates. */
export type Selection = readonly number[];

/** What the member gave, by kind; a kind that is not listed in `kinds/index.ts` has none yet. */
export interface ResponseByKind {
  single: Selection;
  multiple: Selection;
}
export type PlayableKind = keyof ResponseByKind;

export interface Grade {
  /** All or nothing: this decides right or wrong everywhere. */
  readonly correct: boolean;
  /** Share of the question that was right, 0 to 1; 1 exactly when `correct`. */
  readonly credit: number;
}

/** What one member has done with one item. */
export interface ItemRecord {
  /** Answers given, at least 1. */
  readonly attempts: number;
  readonly firstCorrect: boolean;
  readonly lastCorrect: boolean;
  /** UTC ms of the last answer. */
  readonly lastAt: number;
}

/** One member's answers, folded by item; an item that is not in it is fresh. */
export type MemberHistory = ReadonlyMap<ItemId, ItemRecord>;

/** First attempts at the items of an objective: by one member, or by a group. */
export interface Tally {
  readonly answered: number;
  readonly right: number;
}
export type ObjectiveTallies = ReadonlyMap<ObjectiveId, Tally>;

/** What a quiz is about. `all` is the member's outline, whole. */
export type Topic =
  | { readonly kind: 'all' }
  | { readonly kind: 'outline'; readonly outline: OutlineId }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'objective'; readonly objective: ObjectiveId }
  | { readonly kind: 'term'; readonly term: TermId }
  | { readonly kind: 'missed' }
  | { readonly kind: 'weak' }
  | { readonly kind: 'kept' };

/** What a chooser is asked for. */
export interface ChoiceRequest {
  /** Questions wanted, at least 1. */
  readonly count: number;
  /** Null for any. */
  readonly difficulty: Difficulty | null;
  /** Its weights say how the questions spread over the domains. */
  readonly outline: Outline;
  /** Fresh items of this set come before other fresh ones: the questions on the very term that was asked for. */
  readonly prefer?: ReadonlySet<ItemId>;
}

/**
 * What a streak is made of; append-only. `date` is the civil date in `zone` of the interaction's own instant,
 * stored with the event and never computed again, since the rules of a zone may change later.
 */
export type StudyEvent =
  /** A daily question answered, right or wrong, or a set of three or more questions finished. */
  | {
      readonly kind: 'study';
      readonly by: 'daily' | 'set';
      readonly at: number;
      readonly zone: Zone;
      readonly date: CivilDate;
    }
  /** A ten-question review finished to mend a broken streak; it counts as the day's study too. */
  | { readonly kind: 'repair'; readonly at: number; readonly zone: Zone; readonly date: CivilDate }
  /** A day on which Sensei itself was away: no question came. */
  | { readonly kind: 'exempt'; readonly date: CivilDate }
  /** A holiday that the member announced; both ends belong to it. */
  | { readonly kind: 'pause'; readonly from: CivilDate; readonly to: CivilDate };

/** The moment and place from which a streak is looked at. */
export interface StreakView {
  /** UTC ms. */
  readonly now: number;
  readonly zone: Zone;
}

export const STREAK_STATES = ['none', 'pending', 'done', 'broken'] as const;
/** `pending`: alive, today still open. `done`: today counts already. `broken`: the next answer starts anew. */
export type StreakState = (typeof STREAK_STATES)[number];

export const DAY_KEEPERS = [
  'daily',
  'set',
  'repair',
  'freeze',
  'exempt',
  'paused',
  'repaired',
  'missed',
] as const;
/** What kept a day: study (`daily`, `set`, `repair`), a bridge (`freeze` … `repaired`), or nothing (`missed`). */
export type DayKeeper = (typeof DAY_KEEPERS)[number];

export interface LedgerDay {
  readonly date: CivilDate;
  readonly zone: Zone;
  readonly kept: DayKeeper;
  /** UTC ms of the answer that kept it; null for a day without one. */
  readonly at: number | null;
}

export interface Streak {
  /** Days of study in the running streak. */
  readonly current: number;
  /** The longest streak so far; at least `current`. */
  readonly best: number;
  readonly state: StreakState;
  /** Freezes in hand at the moment of the view, 0 to 2. */
  readonly freezes: number;
  /** Days of study ever; at least `current`. */
  readonly total: number;
  /** Oldest first, up to yesterday or today of the view. */
  readonly ledger: readonly LedgerDay[];
  /** Present while a review can still bring back a broken streak. */
  readonly repair: RepairOffer | null;
}

export interface RepairOffer {
  /** Days of study that would come back. */
  readonly days: number;
  /** The last date, in the view's zone, on which the review may be finished. */
  readonly by: CivilDate;
}
