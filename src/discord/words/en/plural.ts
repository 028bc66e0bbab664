/** How English counts and lists. */
export const plural = new Intl.PluralRules('en');

/** `count(3, 'day', 'days')` → "3 days". */
export function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === 'one' ? one : other}`;
}

export const LETTERS = 'ABCDEFGHIJ';
export const listOf = new Intl.ListFormat('en', { type: 'conjunction' });
export const choiceOf = new Intl.ListFormat('en', { type: 'disjunction' });
