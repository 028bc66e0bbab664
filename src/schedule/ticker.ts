/**
 * The minute's tick. What is due stands in the database, so a tick that is missed costs a minute and no more.
 *
 * node-cron (observed with 4.6.0) is used as it is safe: on `Etc/UTC`, since in a zone with summer time a minute
 * rule is silent for an hour when the clock is turned back; with `noOverlap`, and with a timeout of our own,
 * since a job that hangs would block it for ever; watched, since after the system's clock is set back it waits
 * for the minute that it had in mind; and in a process on UTC, since it cuts milliseconds off by local time: in
 * the hour that the process's zone lives twice, that is an hour ago, and its timer spins until the hour is over.
 */
import cron, { type ScheduledTask } from 'node-cron';

/** A tick that takes longer (ms) is given up, before the next minute but one begins. */
export const TICK_TIMEOUT_MS = 50_000;
/** Without a tick for so long (ms, by a clock that nobody sets) the timer is made anew. */
const SILENCE_MS = 90_000;
const WATCH_MS = 30_000;

/** A minute that was missed is nobody's news: what was due in it still is. */
const QUIET = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/** One run; it should stop taking on work once `signal` is aborted. */
export type Tick = (signal: AbortSignal) => Promise<void>;

export interface Ticker {
  /** Ticks every minute from now on, and sets the process's zone to UTC. */
  start(): void;
  /** No more ticks, for good; resolves when the last one has ended. */
  stop(): Promise<void>;
  /** Ticks now, after the tick that is under way, if any; nothing once stopped. Never rejects. */
  tick(): Promise<void>;
}

export interface TickerOptions {
  readonly tick: Tick;
  /** Told of a tick that threw or took too long. */
  readonly onError: (error: unknown) => void;
  readonly timeoutMs?: number;
}

export function createTicker({ tick, onError, timeoutMs = TICK_TIMEOUT_MS }: TickerOptions): Ticker {
  let running: Promise<void> | null = null;
  let lastTick = performance.now();
  let task: ScheduledTask | null = null;
  let watch: NodeJS.Timeout | null = null;
  let stopped = false;

  function run(): Promise<void> {
    lastTick = performance.now();
    const current = withTimeout(tick, timeoutMs)
      .catch(onError)
      .finally(() => {
        if (running === current) running = null;
      });
    running = current;
    return current;
  }
  /** The minute's own tick: left out while another is under way. */
  const scheduled = async (): Promise<void> => {
    if (running === null) await run();
  };
  const arm = (): void => {
    void task?.destroy();
    task = cron.schedule('* * * * *', scheduled, { timezone: 'Etc/UTC', noOverlap: true, logger: QUIET });
  };
  const revive = (): void => {
    if (performance.now() - lastTick < SILENCE_MS) return;
    arm();
    void scheduled();
  };
  return {
    start() {
      if (task !== null || stopped) return;
      process.env.TZ = 'UTC';
      lastTick = performance.now();
      arm();
      watch = setInterval(revive, WATCH_MS);
      watch.unref();
    },
    async stop() {
      stopped = true;
      if (watch !== null) clearInterval(watch);
      await task?.destroy();
      task = null;
      while (running !== null) await running;
    },
    async tick() {
      while (running !== null) await running;
      if (!stopped) await run();
    },
  };
}

/** @throws Error when the time is up; whatever the tick still does is not waited for. */
async function withTimeout(tick: Tick, timeoutMs: number): Promise<void> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new Error(`A tick was given up after ${timeoutMs} ms.`));
    }, timeoutMs);
    timer.unref();
  });
  try {
    await Promise.race([tick(abort.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
