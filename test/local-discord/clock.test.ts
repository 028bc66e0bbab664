import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { LocalClock } from '../../src/local-discord/index.ts';
import {
  compareSnowflakes,
  makeSnowflake,
  shardOf,
  snowflakeTime,
} from '../../src/local-discord/snowflake.ts';

test('a frozen clock moves only when told', () => {
  const clock = new LocalClock();
  clock.freeze();
  const before = clock.now();
  clock.advance(60_000);
  expect(clock.now()).toBe(before + 60_000);
  clock.set(before);
  expect(clock.now()).toBe(before);
});

test('a resumed clock goes on from where it stood', () => {
  const clock = new LocalClock();
  clock.set(Date.UTC(2030, 0, 1));
  clock.freeze();
  clock.resume();
  expect(clock.now() - Date.UTC(2030, 0, 1)).toBeLessThan(1_000);
});

test('timers fire in order, also those that are set while firing', () => {
  const clock = new LocalClock();
  clock.freeze();
  const fired: string[] = [];
  clock.setTimeout(() => fired.push('second'), 200);
  clock.setTimeout(() => {
    fired.push('first');
    clock.setTimeout(() => fired.push('at once'), 0);
  }, 100);
  const cancel = clock.setTimeout(() => fired.push('never'), 150);
  cancel();
  clock.advance(99);
  expect(fired).toEqual([]);
  clock.advance(101);
  expect(fired).toEqual(['first', 'second', 'at once']);
});

test('a running clock fires timers in real time', async () => {
  const clock = new LocalClock();
  const fired = vi.fn();
  clock.setTimeout(fired, 20);
  await vi.waitFor(() => expect(fired).toHaveBeenCalledOnce());
});

test('elapsed time never runs backwards', () => {
  const clock = new LocalClock();
  clock.freeze();
  fc.assert(
    fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), (move) => {
      const before = clock.elapsed();
      clock.advance(move);
      expect(clock.elapsed()).toBeGreaterThanOrEqual(before + Math.max(0, move));
    }),
  );
});

const instants = fc.integer({ min: Date.UTC(2015, 2, 1), max: Date.UTC(2060, 0, 1) });

test('ids have 17 to 19 digits, tell their time and are ordered by it', () => {
  fc.assert(
    fc.property(instants, instants, fc.nat(), (a, b, counter) => {
      const [first, second] = [makeSnowflake(a, counter), makeSnowflake(b, counter)];
      expect(first).toMatch(/^\d{17,19}$/);
      expect(snowflakeTime(first)).toBe(a);
      expect(Math.sign(compareSnowflakes(first, second))).toBe(Math.sign(a - b));
      expect(shardOf(first, 7)).toBe(Number((BigInt(first) >> 22n) % 7n));
    }),
  );
});

test('before Discord’s ids had 17 digits there are none', () => {
  expect(() => makeSnowflake(Date.UTC(2015, 0, 10), 1)).toThrow(RangeError);
});
