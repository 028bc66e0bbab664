/**
 * One slip of a typing hand, recognized and weighed. The weights rank candidates that are all one slip away: a
 * swap or a doubled letter hardly ever makes another word, a replaced letter often does, and fingers that miss
 * hit a neighbouring key.
 */

/** How well a word matches one that it is a slip of, 0 to 1. */
const WEIGHT = { swapped: 0.93, doubled: 0.93, missing: 0.9, neighbour: 0.91, extra: 0.87, replaced: 0.86 };
/** People seldom miss the first letter. */
const FIRST_LETTER = 0.95;

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two keys touch on a QWERTY keyboard. */
export function areNeighbours(a: string, b: string): boolean {
  const [rowA, columnA] = keyOf(a);
  const [rowB, columnB] = keyOf(b);
  if (rowA < 0 || rowB < 0) return false;
  return Math.abs(rowA - rowB) <= 1 && Math.abs(columnA - columnB) <= 1;
}

function keyOf(letter: string): [row: number, column: number] {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  return [row, ROWS[row]?.indexOf(letter) ?? -1];
}

/** 1 for equal words, the slip's weight where `typed` is one slip away from `meant`, 0 otherwise. */
export function slipWeight(typed: string, meant: string): number {
  if (typed === meant) return 1;
  const difference = typed.length - meant.length;
  if (Math.abs(difference) > 1) return 0;
  const start = commonStart(typed, meant);
  const weight = difference === 0 ? sameLength(typed, meant, start) : oneLonger(typed, meant, start);
  return start === 0 ? weight * FIRST_LETTER : weight;
}

function commonStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

function sameLength(typed: string, meant: string, at: number): number {
  if (typed.slice(at + 1) === meant.slice(at + 1)) {
    return areNeighbours(typed[at] ?? '', meant[at] ?? '') ? WEIGHT.neighbour : WEIGHT.replaced;
  }
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return swapped && typed.slice(at + 2) === meant.slice(at + 2) ? WEIGHT.swapped : 0;
}

function oneLonger(typed: string, meant: string, at: number): number {
  if (typed.length < meant.length) return typed.slice(at) === meant.slice(at + 1) ? WEIGHT.missing : 0;
  if (typed.slice(at + 1) !== meant.slice(at)) return 0;
  return typed[at] === typed[at - 1] ? WEIGHT.doubled : WEIGHT.extra;
}
