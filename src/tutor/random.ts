/**
 * Randomness from a seed: the same seed gives the same order on every machine, so that an order need not be
 * stored. Not for secrets.
 */

/** Uniform in [0, 1) with 32 bits; `Math.random` fits too. */
export type Random = () => number;

const TWO_32 = 0x1_0000_0000;

/** MurmurHash3's 32-bit finalizer (Austin Appleby, public domain): every input bit reaches every output bit. */
function mix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, from a basis of one's own for each of the four lanes. */
function lane(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h ^ text.length);
}

/**
 * sfc32, "Small Fast Counter" by Chris Doty-Humphrey (PractRand, public domain), seeded with 128 bits made
 * from the text. The first twelve outputs are dropped, as PractRand's own seeding does.
 */
export function seededRandom(seed: string): Random {
  let a = lane(seed, 0x811c9dc5);
  let b = lane(seed, mix32(a ^ 0x9e3779b9));
  let c = lane(seed, mix32(b ^ 0x85ebca6b));
  let counter = 1;
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return (out >>> 0) / TWO_32;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

/** A whole number from 0 to `bound` − 1 (bound 1 to 2³²), without the bias of a plain remainder. */
export function integerBelow(bound: number, random: Random): number {
  const limit = TWO_32 - (TWO_32 % bound);
  for (;;) {
    const drawn = Math.floor(random() * TWO_32);
    if (drawn < limit) return drawn % bound;
  }
}

/** The items in a random order (Fisher and Yates); every order is equally likely. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = integerBelow(last + 1, random);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
