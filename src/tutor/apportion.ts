/**
 * Whole seats by weight, by the method of largest remainders (Hamilton): each gets the whole part of its fair
 * share, and the seats left go to the largest remainders. No one gets more than it can fill; what it cannot
 * fill is shared among the others. What earlier rounds owe counts in the remainder, so that short rounds give
 * the small claimants their turn too.
 */

export interface Claimant {
  /** 0 or more; only the proportions matter. */
  readonly weight: number;
  /** Most seats that it can fill. */
  readonly room: number;
  /** What earlier rounds left it short of, in seats; negative when it had more than its share. */
  readonly owed: number;
}

/** Equal remainders are decided by place in the list; shuffle it first where that matters. */
function round(seats: number, claimants: readonly Claimant[]): number[] {
  const sum = claimants.reduce((total, { weight }) => total + weight, 0);
  const shares = claimants.map(({ weight }) => (sum > 0 ? (seats * weight) / sum : seats / claimants.length));
  const given = shares.map(Math.floor);
  const byRemainder = claimants
    .map(({ owed }, index) => ({ index, remainder: (shares[index] ?? 0) - (given[index] ?? 0) + owed }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = seats - given.reduce((total, n) => total + n, 0);
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return given.map((n, index) => n + (lucky.has(index) ? 1 : 0));
}

/** Seats for each claimant, in their order. They add up to `seats`, or to all the room there is. */
export function apportion(seats: number, claimants: readonly Claimant[]): number[] {
  const given = claimants.map(() => 0);
  let left = seats;
  while (left > 0) {
    const open = claimants.flatMap(({ weight, owed, room }, index) => {
      const rest = room - (given[index] ?? 0);
      return rest > 0 ? [{ index, weight, owed, room: rest }] : [];
    });
    if (open.length === 0) break;
    const wanted = round(left, open);
    open.forEach(({ index, room }, place) => {
      const more = Math.min(room, wanted[place] ?? 0);
      given[index] = (given[index] ?? 0) + more;
      left -= more;
    });
  }
  return given;
}
