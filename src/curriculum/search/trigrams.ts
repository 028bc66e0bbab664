/**
 * The last resort of the look-up: spellings that share the most three-letter pieces with what was typed, however
 * many slips lie between. Likeness is Dice's coefficient over the pieces.
 */

export interface TrigramIndex {
  /** The likeness (0 to 1) of each text that shares at least `least` with the query, by the text's number. */
  like(query: string, least: number): { readonly text: number; readonly likeness: number }[];
}

export function buildTrigrams(texts: readonly string[]): TrigramIndex {
  const postings = new Map<string, number[]>();
  const sizes = texts.map((text, number) => {
    const pieces = piecesOf(text);
    for (const piece of pieces) {
      const held = postings.get(piece);
      if (held) held.push(number);
      else postings.set(piece, [number]);
    }
    return pieces.size;
  });
  const shared = new Uint16Array(texts.length);
  return {
    like: (query, least) => {
      const pieces = piecesOf(query);
      const touched: number[] = [];
      for (const piece of pieces) countIn(postings.get(piece) ?? [], shared, touched);
      const found = touched.map((text) => {
        const likeness = (2 * (shared[text] ?? 0)) / (pieces.size + (sizes[text] ?? 0));
        shared[text] = 0;
        return { text, likeness };
      });
      return found.filter(({ likeness }) => likeness >= least);
    },
  };
}

function countIn(posting: readonly number[], shared: Uint16Array, touched: number[]): void {
  for (const text of posting) {
    const count = shared[text] ?? 0;
    if (count === 0) touched.push(text);
    shared[text] = count + 1;
  }
}

/** `smtp` gives `^sm`, `smt`, `mtp`, `tp$`: beginnings and ends count as pieces of their own. */
function piecesOf(text: string): Set<string> {
  const marked = `^${text}$`;
  const pieces = new Set<string>();
  for (let index = 0; index + 3 <= marked.length; index++) pieces.add(marked.slice(index, index + 3));
  return pieces;
}
