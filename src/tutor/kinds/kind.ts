import type { ItemOf } from '../../curriculum/model.ts';
import type { Grade, PlayableKind, ResponseByKind } from '../types.ts';

/** What every kind of question can do. One file a kind; listed once, in `index.ts`. */
export interface QuestionKind<K extends PlayableKind> {
  readonly kind: K;
  /**
   * The response in a value from outside (a component's fields, a row's JSON), checked against the item.
   * Null when it is not a complete response to this item.
   */
  parseResponse(item: ItemOf<K>, value: unknown): ResponseByKind[K] | null;
  grade(item: ItemOf<K>, response: ResponseByKind[K]): Grade;
  /** The chance that a blind response is right, in [0, 1). */
  guessRate(item: ItemOf<K>): number;
  /** The one response that is graded as correct. */
  key(item: ItemOf<K>): ResponseByKind[K];
  /** False for an item that cannot be asked: its key is missing or says nothing. */
  canShow(item: ItemOf<K>): boolean;
}
