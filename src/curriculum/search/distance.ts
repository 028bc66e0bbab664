/**
 * Typing slips counted: inserted, left out and replaced characters, and two neighbours swapped. This is the
 * "optimal string alignment" form of the Damerau–Levenshtein distance (each part of a word is edited once),
 * which is what one slip of a hand looks like.
 */

/** Whether `b` is at most `limit` slips away from `a`. */
export function within(a: string, b: string, limit: number): boolean {
  return slips(a, b, limit) <= limit;
}

/**
 * The number of slips between two words, in UTF-16 units; any number above `limit` means only "more than that",
 * which lets the count stop early.
 */
export function slips(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, above, before);
    if (Math.min(...current) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function nextRow(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  before: readonly number[],
): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    let least = Math.min(
      at(above, column) + 1,
      at(current, column - 1) + 1,
      at(above, column - 1) + (same ? 0 : 1),
    );
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) least = Math.min(least, at(before, column - 2) + 1);
    current.push(least);
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
