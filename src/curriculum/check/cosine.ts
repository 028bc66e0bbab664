/** Texts that share their rarer words: TF-IDF cosine over all pairs that have anything in common. */

export interface LikePair {
  /** Numbers of two texts, the earlier first. */
  readonly a: number;
  readonly b: number;
  /** 0 to 1. */
  readonly cosine: number;
}

/** All pairs of at least `least`. */
export function cosines(texts: readonly (readonly string[])[], least: number): LikePair[] {
  const vectors = weigh(texts);
  const postings = new Map<string, { text: number; weight: number }[]>();
  return vectors.flatMap((vector, b) => {
    const dots = new Map<number, number>();
    for (const [word, weight] of vector) {
      const held = postings.get(word) ?? [];
      for (const { text, weight: other } of held) dots.set(text, (dots.get(text) ?? 0) + weight * other);
      postings.set(word, held);
      held.push({ text: b, weight });
    }
    return [...dots].filter(([, cosine]) => cosine >= least).map(([a, cosine]) => ({ a, b, cosine }));
  });
}

/** Unit vectors. */
function weigh(texts: readonly (readonly string[])[]): Map<string, number>[] {
  const spread = new Map<string, number>();
  for (const word of texts.flatMap((words) => [...new Set(words)]))
    spread.set(word, (spread.get(word) ?? 0) + 1);
  return texts.map((words) => {
    const vector = new Map<string, number>();
    for (const word of words) {
      const rarity = Math.log(1 + texts.length / (spread.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + rarity);
    }
    const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
    return new Map([...vector].map(([word, weight]) => [word, weight / length]));
  });
}
