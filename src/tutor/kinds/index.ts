/** Every kind of question that can be asked, listed once. */
import type { Item, ItemOf } from '../../curriculum/model.ts';
import type { Grade, PlayableKind, ResponseByKind } from '../types.ts';
import type { QuestionKind } from './kind.ts';
import { multiple } from './multiple.ts';
import { single } from './single.ts';

export type { QuestionKind } from './kind.ts';

export const QUESTION_KINDS: { readonly [K in PlayableKind]: QuestionKind<K> } = { single, multiple };

/** An item of a listed kind. */
export type PlayableItem = ItemOf<PlayableKind>;
export type Response = ResponseByKind[PlayableKind];

function isListed(item: Item): item is PlayableItem {
  return item.kind in QUESTION_KINDS;
}

/** True for an item that can be asked: its kind is listed and its key makes sense. */
export function playableItem(item: Item): item is PlayableItem {
  return isListed(item) && questionKind(item).canShow(item);
}

/** The kind of an item, ready for that item. The kinds so far share the type of their response. */
function questionKind(item: PlayableItem): QuestionKind<PlayableKind> {
  return QUESTION_KINDS[item.kind] as QuestionKind<PlayableKind>;
}

/** The response in a value from outside, or null when it is not a complete response to this item. */
export function parseResponse(item: PlayableItem, value: unknown): Response | null {
  return questionKind(item).parseResponse(item, value);
}

/** @param response one that `parseResponse` gave for this item. */
export function gradeResponse(item: PlayableItem, response: Response): Grade {
  return questionKind(item).grade(item, response);
}

/** The chance that a blind response is right. */
export function guessRate(item: PlayableItem): number {
  return questionKind(item).guessRate(item);
}

/** The one response that is graded as correct. */
export function keyOf(item: PlayableItem): Response {
  return questionKind(item).key(item);
}
