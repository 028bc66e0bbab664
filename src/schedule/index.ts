/** What Sensei does by itself: every minute, whatever the due table says. */
import { randomUUID } from 'node:crypto';
import { type Posted, postDue, postNow } from './daily.ts';
import type { Desk, Round } from './desk.ts';
import { revealDue, updateCounts } from './reveal.ts';
import { createTicker } from './ticker.ts';

export interface Schedule {
  start(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** Does now all that is due; for after the clock was moved. */
  tick(): Promise<void>;
  /** Posts today's question of a study channel now, at an admin's wish. */
  postNow(channelId: string): Promise<Posted | 'already-posted'>;
  /** Looks at the due table soon, after a setting was changed. */
  nudge(): void;
}

export function createSchedule(desk: Desk): Schedule {
  const scheduler = randomUUID();
  let rounds = 0;
  const newRound = (signal: AbortSignal): Round => {
    rounds += 1;
    return { owner: `${scheduler}/${rounds}`, signal };
  };
  const ticker = createTicker({
    onError: (error) => desk.log.error({ err: error }, 'a tick of the schedule failed'),
    async tick(signal) {
      const round = newRound(signal);
      await postDue(desk, round);
      await revealDue(desk, round);
      await updateCounts(desk, round);
    },
  });
  return {
    start: ticker.start,
    stop: ticker.stop,
    tick: ticker.tick,
    async postNow(channelId) {
      const posted = await postNow(desk, newRound(new AbortController().signal), channelId);
      void ticker.tick();
      return posted;
    },
    nudge: () => void ticker.tick(),
  };
}

export { type ChooseItem, createChooser } from './choice.ts';
export type { Posted } from './daily.ts';
export type { Desk } from './desk.ts';
export type * from './outbox.ts';
