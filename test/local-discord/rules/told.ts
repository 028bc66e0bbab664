import type { ErrorTree, Refusal } from '../../../src/local-discord/rules/index.ts';

/** A refusal in short: `path CODE` for each fault of a 50035, otherwise `status code`. Empty when accepted. */
export function told(refusal: Refusal | null): string[] {
  if (refusal === null) return [];
  const { code, errors } = refusal.body;
  return code === 50035 && errors ? leaves(errors, []) : [`${refusal.status} ${code}`];
}

function leaves({ _errors, ...fields }: ErrorTree, path: readonly string[]): string[] {
  const own = (_errors ?? []).map(({ code }) => `${path.join('.')} ${code}`);
  const inner = Object.entries(fields as Record<string, ErrorTree>);
  return [...own, ...inner.flatMap(([field, held]) => leaves(held, [...path, field]))];
}

/** A body that breaks one rule, its neighbour that just does not, and what the former is told. */
export interface Pair {
  readonly rule: string;
  readonly breaks: unknown;
  readonly holds: unknown;
  readonly tells: readonly string[];
}

/** `length` copies made by index. */
export function times<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
