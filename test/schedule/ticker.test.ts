import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTicker, type Tick, type Ticker } from '../../src/schedule/ticker.ts';

const MINUTE = 60_000;
const started: Ticker[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-01T04:30:10Z') });
});
afterEach(async () => {
  const stopped = Promise.all(started.splice(0).map((ticker) => ticker.stop()));
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  await stopped;
  vi.useRealTimers();
});

function watched(tick: Tick = async () => undefined) {
  const at: number[] = [];
  const errors: unknown[] = [];
  const ticker = createTicker({
    tick: async (signal) => {
      at.push(Date.now());
      await tick(signal);
    },
    onError: (error) => errors.push(error),
  });
  started.push(ticker);
  return { ticker, at, errors };
}

const largestGap = (times: readonly number[]): number =>
  Math.max(...times.slice(1).map((time, n) => time - (times[n] ?? 0)));

describe('the ticker', () => {
  it('ticks every minute through the hour that New York lives twice', async () => {
    process.env.TZ = 'America/New_York';
    const { ticker, at } = watched();
    ticker.start();
    await vi.advanceTimersByTimeAsync(4 * 60 * MINUTE);
    expect(at).toHaveLength(240);
    expect(largestGap(at)).toBeLessThanOrEqual(MINUTE + 1_000);
  });

  it('goes on within two minutes after the system’s clock was set back half an hour', async () => {
    const { ticker, at } = watched();
    ticker.start();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const before = at.length;
    vi.setSystemTime(Date.now() - 30 * MINUTE);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(at.length).toBeGreaterThan(before);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(at.length).toBeGreaterThanOrEqual(before + 10);
  });

  it('goes on after the clock was set forward a day', async () => {
    const { ticker, at } = watched();
    ticker.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    vi.setSystemTime(Date.now() + 24 * 60 * MINUTE);
    const before = at.length;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(at.length).toBeGreaterThanOrEqual(before + 9);
  });

  it('gives a tick up that hangs, says so, and goes on', async () => {
    const signals: AbortSignal[] = [];
    const { ticker, at, errors } = watched((signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    ticker.start();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(at).toHaveLength(5);
    expect(String(errors[0])).toContain('given up after 50000 ms');
    expect(signals[0]?.aborted).toBe(true);
  });

  it('survives a tick that throws', async () => {
    const { ticker, at, errors } = watched(async () => {
      throw new Error('no');
    });
    ticker.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(at).toHaveLength(3);
    expect(errors).toHaveLength(3);
  });

  it('never runs two ticks at once: an asked-for one waits for the one under way', async () => {
    let under = 0;
    let most = 0;
    const { ticker, at } = watched(async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 40_000));
      under -= 1;
    });
    ticker.start();
    const asked = [ticker.tick(), ticker.tick(), ticker.tick()];
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    await Promise.all(asked);
    expect(most).toBe(1);
    expect(at.length).toBeGreaterThanOrEqual(3);
  });

  it('ticks no more once stopped, and waits for the last one', async () => {
    let ended = false;
    const { ticker, at } = watched(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      ended = true;
    });
    ticker.start();
    await vi.advanceTimersByTimeAsync(MINUTE);
    const stopping = ticker.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopping;
    expect(ended).toBe(true);
    const before = at.length;
    ticker.start();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    await ticker.tick();
    expect(at).toHaveLength(before);
  });
});
