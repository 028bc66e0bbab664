/** What the acting parts of the schedule work with. */
import type { Logger } from 'pino';
import type { Store } from '../store/index.ts';
import type { ChooseItem } from './choice.ts';
import type { Outbox } from './outbox.ts';

export interface Desk {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly chooseItem: ChooseItem;
  /** A fresh seed for a shuffle, unguessable. */
  readonly newSeed: () => string;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** One run over the due table. */
export interface Round {
  /** Names its claims; no two rounds share one. */
  readonly owner: string;
  readonly signal: AbortSignal;
}

/** After so long (ms) a claim may be taken over: longer than a tick can last. */
export const LEASE_MS = 90_000;

/** Calls to Discord under way at the same time. */
const CONCURRENCY = 5;

/**
 * Works through what `claim` hands out, a few at a time, until there is nothing more or the round is over. A
 * failure inside one piece of work is that piece's own.
 */
export async function workThrough<Work>(
  { signal }: Round,
  claim: () => Work | null,
  work: (claimed: Work) => Promise<unknown>,
): Promise<void> {
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const claimed = claim();
      if (claimed === null) return;
      await work(claimed);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** Waits (ms) before the next attempt, by the attempts made; the last one repeats. */
const BACKOFF_MS = [5_000, 15_000, 45_000, 120_000, 300_000, 600_000] as const;

/** What Discord asked for, or longer after several attempts; an hour at most. */
export function retryDelay(attempts: number, afterMs: number): number {
  const own = BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0];
  return Math.min(Math.max(own, afterMs), 3_600_000);
}
