/** A database, channels and a clock that the test moves; schedulers come and go. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { nextOccurrence } from '../../src/calendar/occurrence.ts';
import { postDue } from '../../src/schedule/daily.ts';
import type { Desk, Round } from '../../src/schedule/desk.ts';
import { revealDue, updateCounts } from '../../src/schedule/reveal.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { ChannelOutbox } from './channel-outbox.ts';

export const GUILD = '100000000000000001';
export const CHANNEL = '200000000000000001';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`);

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

export interface World {
  readonly clock: { now: number };
  readonly outbox: ChannelOutbox;
  readonly store: Store;
  /** Errors that the schedule logged; a test that expects one takes it out. */
  readonly errors: unknown[];
  /** The channel's question comes at `time` (`09:00`). */
  setUp(settings?: {
    time?: string;
    zone?: string;
    channelId?: string;
    weekdays?: number;
    guildId?: string;
  }): void;
  /** One round of the scheduler. */
  round(): Promise<void>;
  /** One round of another scheduler, with a connection of its own. */
  roundElsewhere(): Promise<void>;
  /** One round elsewhere that hangs in a call, until its process is gone. */
  crash(): Promise<void>;
  /** Rounds every minute up to and including an instant. */
  runTo(until: number): Promise<void>;
  dates(channelId?: string): string[];
}

export function makeWorld(now: number): World {
  const folder = mkdtempSync(join(tmpdir(), 'sensei-schedule-'));
  const path = join(folder, 'sensei.db');
  const clock = { now };
  const outbox = new ChannelOutbox(() => clock.now);
  const errors: unknown[] = [];
  const store = openStore(path, { nextDue: nextOccurrence });
  const desk: Desk = {
    store,
    outbox,
    chooseItem: (_, { daily, seed }) => ({
      itemId: `core1/${daily.localDate}`,
      revision: 1,
      seed,
      outline: '220-1201',
    }),
    newSeed: () => 'seed',
    now: () => clock.now,
    log: { info: () => undefined, warn: () => undefined, error: (problem: unknown) => errors.push(problem) },
  };
  closers.push(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
    expect(errors).toEqual([]);
  });
  let rounds = 0;
  const newRound = (): Round => {
    rounds += 1;
    return { owner: `round-${rounds}`, signal: new AbortController().signal };
  };
  const run = async (round: Round, on: Desk = desk): Promise<void> => {
    await postDue(on, round);
    await revealDue(on, round);
    await updateCounts(on, round);
  };
  return {
    clock,
    outbox,
    store,
    errors,
    setUp({
      time = '09:00',
      zone = 'Europe/Berlin',
      channelId = CHANNEL,
      weekdays = 127,
      guildId = GUILD,
    } = {}) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const settings = { channelId, guildId, zone, weekdays, minutes: hours * 60 + minutes };
      const rest = { outline: null, roleId: null, revealRule: 'next', thread: false } as const;
      store.saveStudyChannel({ ...settings, ...rest, now: clock.now });
    },
    round: () => run(newRound()),
    async roundElsewhere() {
      const other = openStore(path, { nextDue: nextOccurrence });
      await run(newRound(), { ...desk, store: other });
      other.close();
    },
    async crash() {
      const dying = openStore(path, { nextDue: nextOccurrence });
      const ended = await Promise.race([run(newRound(), { ...desk, store: dying }), settled()]);
      expect(ended).toBe('still waiting');
      dying.close();
    },
    async runTo(until) {
      while (clock.now < until) {
        clock.now = Math.min(until, clock.now + MINUTE);
        await run(newRound());
      }
    },
    dates: (channelId = CHANNEL) =>
      outbox.in(channelId).map(({ dailyId }) => store.daily(dailyId)?.localDate ?? 'unknown'),
  };
}

/** Resolves once everything that can go on without time passing has done so. */
async function settled(): Promise<'still waiting'> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return 'still waiting';
}

export const stateOf = (world: World, date: string, channelId = CHANNEL) =>
  world.store.dailyOf(channelId, date as CivilDate)?.state;
