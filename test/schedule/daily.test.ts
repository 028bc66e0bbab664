/** The daily question, exactly once, whatever happens. */
import { describe, expect, it } from 'vitest';
import { postNow } from '../../src/schedule/daily.ts';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { CHANNEL, GUILD, HOUR, MINUTE, makeWorld, stateOf, utc, type World } from './world.ts';

const OTHER = '200000000000000002';
const ANN = '300000000000000001';
const TODAY = '2026-11-23';
/** 09:00 in Berlin. */
const NINE = utc(`${TODAY} 08:00`);

function worldAt(now: number, settings: Parameters<World['setUp']>[0] = {}): World {
  const world = makeWorld(now);
  world.setUp(settings);
  return world;
}

describe('on an ordinary day', () => {
  it('posts at the time, once, and says so in the panel', async () => {
    const world = worldAt(NINE - 5 * MINUTE);
    await world.runTo(NINE - MINUTE);
    expect(world.outbox.calls).toBe(0);
    await world.runTo(NINE + HOUR);
    expect(world.outbox.calls).toBe(1);
    expect(world.dates()).toEqual([TODAY]);
    expect(world.store.studyChannel(CHANNEL)?.lastResult).toEqual({ kind: 'posted', reason: null, at: NINE });
  });

  it('posts on the days of the week that were set, around midnight', async () => {
    const world = worldAt(utc('2026-11-20 12:00'), {
      time: '23:59',
      zone: 'Asia/Kathmandu',
      weekdays: 0b11111,
    });
    await world.runTo(utc('2026-11-24 18:30'));
    expect(world.dates()).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
  });

  it('serves many channels in many zones in one round, each by its own clock', async () => {
    const world = makeWorld(utc(`${TODAY} 00:00`));
    const zones = ['Pacific/Kiritimati', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Honolulu'];
    for (const [n, zone] of zones.entries()) world.setUp({ zone, channelId: `40${n}` });
    await world.runTo(utc(`${TODAY} 23:59`));
    const due = zones.map((_, n) => world.store.daily(world.outbox.in(`40${n}`)[0]?.dailyId ?? 0)?.dueAt);
    expect(due).toEqual(['19:00', '03:15', '14:00', '19:00'].map((time) => utc(`${TODAY} ${time}`)));
  });
});

describe('after a crash', () => {
  it('between claim and post, another round posts the same question once the lease is over', async () => {
    const world = worldAt(NINE - MINUTE);
    world.clock.now = NINE;
    world.outbox.next(CHANNEL, { kind: 'crash-before' });
    await world.crash();
    expect(world.outbox.messages).toEqual([]);
    const item = world.store.dailyOf(CHANNEL, TODAY as CivilDate)?.item;
    await world.runTo(NINE + 10 * MINUTE);
    expect(world.dates()).toEqual([TODAY]);
    expect(world.outbox.messages[0]?.itemId).toBe(item?.itemId);
  });

  it.each([
    ['within the memory of the nonce', 2 * MINUTE],
    ['an hour later', HOUR],
    ['long after it was too late to post', 10 * HOUR],
  ])('between post and commit, the message is found and adopted %s', async (_, later) => {
    const world = worldAt(NINE - MINUTE);
    world.clock.now = NINE;
    world.outbox.next(CHANNEL, { kind: 'crash-after' });
    await world.crash();
    world.clock.now = NINE + later;
    await world.round();
    expect(world.dates()).toEqual([TODAY]);
    const daily = world.store.dailyOf(CHANNEL, TODAY as CivilDate);
    expect(daily).toMatchObject({ state: 'posted', messageId: world.outbox.messages[0]?.id, postedAt: NINE });
    expect(daily?.late).toBe(false);
  });

  it('before anything was sent, and too late to do so, the date is exempt', async () => {
    const world = worldAt(NINE - MINUTE);
    world.store.sawMember({ guildId: GUILD, userId: ANN, displayName: 'Ann', at: 0 });
    world.clock.now = NINE;
    world.outbox.next(CHANNEL, { kind: 'crash-before' });
    await world.crash();
    world.clock.now = NINE + 7 * HOUR;
    await world.round();
    expect(world.outbox.messages).toEqual([]);
    expect(stateOf(world, TODAY)).toBe('skipped');
    expect(world.store.streakEvents(ANN)).toEqual([{ kind: 'exempt', date: TODAY }]);
  });
});

function settings(world: World) {
  const channel = world.store.studyChannel(CHANNEL);
  if (channel === null) throw new Error('no study channel');
  return channel;
}

describe('two schedulers on one database', () => {
  it('post each question once between them', async () => {
    const world = makeWorld(NINE - MINUTE);
    const channels = Array.from({ length: 30 }, (_, n) => String(500 + n));
    for (const channelId of channels) world.setUp({ channelId });
    world.clock.now = NINE;
    await Promise.all([world.round(), world.roundElsewhere(), world.round(), world.roundElsewhere()]);
    expect(channels.map((channelId) => world.outbox.in(channelId).length)).toEqual(channels.map(() => 1));
    expect(world.outbox.calls).toBe(30);
  });
});

describe('when the clock moves', () => {
  it('back by half an hour, there is no second question, and others come at the next tick', async () => {
    const world = worldAt(NINE - MINUTE);
    await world.runTo(NINE);
    world.clock.now = NINE - 30 * MINUTE;
    world.setUp({ channelId: OTHER, time: '08:31' });
    await world.runTo(NINE - 29 * MINUTE);
    expect(world.outbox.in(OTHER)).toHaveLength(1);
    await world.runTo(NINE + 30 * MINUTE);
    expect(world.dates()).toEqual([TODAY]);
  });

  it('back while a claim is held, the next round takes it over', async () => {
    const world = worldAt(NINE - MINUTE);
    world.clock.now = NINE;
    world.outbox.next(CHANNEL, { kind: 'crash-before' });
    await world.crash();
    world.clock.now = NINE - 30 * MINUTE;
    await world.round();
    expect(world.dates()).toEqual([TODAY]);
  });

  it('forward by a day, the day between is skipped and later ones come as ever', async () => {
    const world = worldAt(NINE - MINUTE);
    await world.runTo(NINE);
    world.clock.now = utc('2026-11-25 08:00');
    await world.round();
    expect(world.dates()).toEqual([TODAY, '2026-11-25']);
    expect(stateOf(world, '2026-11-24')).toBe('skipped');
    world.clock.now = utc('2026-11-24 09:00');
    await world.runTo(utc('2026-11-26 08:00'));
    expect(world.dates()).toEqual([TODAY, '2026-11-25', '2026-11-26']);
  });

  it('over five days of downtime, one question comes, and the others are exempt', async () => {
    const world = worldAt(utc('2026-11-18 09:00'));
    world.store.sawMember({ guildId: GUILD, userId: ANN, displayName: 'Ann', at: 0 });
    world.clock.now = NINE + HOUR;
    await world.round();
    await world.round();
    expect(world.dates()).toEqual([TODAY]);
    expect(world.store.studyChannel(CHANNEL)?.lastResult?.kind).toBe('late');
    expect(world.store.streakEvents(ANN)).toHaveLength(4);
  });
});

describe('when an admin changes the zone at 08:59 for 09:00', () => {
  it('to one where it is earlier, today’s question comes at its 09:00', async () => {
    const world = worldAt(utc(`${TODAY} 12:00`), { zone: 'America/New_York' });
    await world.runTo(utc(`${TODAY} 13:59`));
    world.setUp({ zone: 'America/Los_Angeles' });
    await world.runTo(utc('2026-11-24 17:00'));
    expect(world.dates()).toEqual([TODAY, '2026-11-24']);
    expect(world.outbox.messages.map(({ at }) => at)).toEqual([
      utc(`${TODAY} 17:00`),
      utc('2026-11-24 17:00'),
    ]);
  });

  it('to one where it is later, nothing is posted after the fact', async () => {
    const world = worldAt(utc(`${TODAY} 15:00`), { zone: 'America/Los_Angeles' });
    await world.runTo(utc(`${TODAY} 16:59`));
    world.setUp({ zone: 'America/New_York' });
    await world.runTo(utc('2026-11-24 14:00'));
    expect(world.outbox.messages.map(({ at }) => at)).toEqual([utc('2026-11-24 14:00')]);
  });

  it('just after it was posted, there is no second one that date', async () => {
    const world = worldAt(utc(`${TODAY} 13:00`), { zone: 'America/New_York' });
    await world.runTo(utc(`${TODAY} 14:00`));
    world.setUp({ zone: 'America/Los_Angeles' });
    await world.runTo(utc('2026-11-24 17:00'));
    expect(world.dates()).toEqual([TODAY, '2026-11-24']);
  });
});

describe('where the clocks change', () => {
  it.each([
    ['America/New_York', '02:30', '2026-03-07', '2026-03-08 07:30'],
    ['America/Havana', '00:30', '2026-03-07', '2026-03-08 05:30'],
    ['Africa/Cairo', '00:00', '2026-04-23', '2026-04-23 22:00'],
    ['America/Santiago', '00:00', '2026-09-05', '2026-09-06 04:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-03', '2026-10-03 15:45'],
  ])('a time that does not exist comes later the same date (%s %s)', async (zone, time, eve, at) => {
    const world = worldAt(utc(`${eve} 14:00`), { zone, time });
    await world.runTo(utc(at) + 2 * HOUR);
    expect(world.outbox.messages.at(-1)?.at).toBe(utc(at));
    await world.runTo(utc(at) + 49 * HOUR);
    expect(new Set(world.dates()).size).toBe(world.dates().length);
  });

  it.each([
    ['America/New_York', '01:30', '2026-11-01 05:30'],
    ['Europe/Berlin', '02:30', '2026-10-25 00:30'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04 14:45'],
  ])('a time that comes twice is served the first time (%s %s)', async (zone, time, at) => {
    const world = worldAt(utc(at) - HOUR, { zone, time });
    await world.runTo(utc(at) + 3 * HOUR);
    expect(world.outbox.messages.map((message) => message.at)).toEqual([utc(at)]);
  });

  it('a leap year has a question on each of its 366 dates', async () => {
    const world = worldAt(utc('2027-12-31 12:00'), { zone: 'America/New_York', time: '02:30' });
    for (let at = utc('2028-01-01 00:00'); at < utc('2029-01-01 05:00'); at += 3 * HOUR) {
      world.clock.now = at;
      await world.round();
    }
    const dates = world.dates();
    expect(dates).toHaveLength(366);
    expect(new Set(dates).size).toBe(366);
    expect(dates).toContain('2028-02-29');
  });
});

describe('what Discord can do', () => {
  it('a rate limit or an error is tried again with the same question, and only once it works', async () => {
    const world = worldAt(NINE - MINUTE);
    world.outbox.next(
      CHANNEL,
      { kind: 'retry', afterMs: 90_000 },
      { kind: 'retry', afterMs: 0 },
      { kind: 'throw' },
    );
    await world.runTo(NINE + MINUTE);
    expect(world.outbox.calls).toBe(1);
    await world.runTo(NINE + 10 * MINUTE);
    expect(world.dates()).toEqual([TODAY]);
    expect(world.outbox.calls).toBe(4);
    expect(world.errors.splice(0)).toHaveLength(1);
  });

  it('a lost response leads to no second message', async () => {
    const world = worldAt(NINE - MINUTE);
    world.outbox.next(CHANNEL, { kind: 'lost-response' });
    await world.runTo(NINE + 10 * MINUTE);
    expect(world.dates()).toEqual([TODAY]);
    expect(stateOf(world, TODAY)).toBe('posted');
  });

  it('a lost response is looked for even when it is too late to post', async () => {
    const world = worldAt(NINE - MINUTE);
    world.outbox.next(CHANNEL, { kind: 'lost-response' });
    await world.runTo(NINE);
    expect(stateOf(world, TODAY)).toBe('due');
    world.clock.now = NINE + 10 * HOUR;
    await world.round();
    expect(stateOf(world, TODAY)).toBe('posted');
  });

  it('a deleted channel pauses, is told once, and hurts no other', async () => {
    const world = worldAt(NINE - MINUTE);
    world.setUp({ channelId: OTHER });
    world.outbox.deleteChannel(CHANNEL);
    await world.runTo(NINE + 48 * HOUR);
    expect(world.outbox.told).toEqual([{ guildId: GUILD, channelId: CHANNEL, kind: 'gone', missing: [] }]);
    expect(world.store.studyChannel(CHANNEL)).toMatchObject({
      paused: { reason: 'gone' },
      nextDueAt: null,
      lastResult: { kind: 'failed', reason: 'gone' },
    });
    expect(world.dates(OTHER)).toHaveLength(3);
  });

  it('a lost permission pauses and heals within the hour, and today’s question still comes', async () => {
    const world = worldAt(NINE - MINUTE);
    world.outbox.forbid(CHANNEL);
    await world.runTo(NINE + 2 * HOUR);
    expect(world.outbox.calls).toBe(1);
    expect(world.outbox.told).toMatchObject([{ kind: 'forbidden', missing: ['Send Messages'] }]);
    expect(settings(world)).toMatchObject({
      paused: { reason: 'forbidden', detail: 'Send Messages' },
      lastResult: { kind: 'failed', reason: 'forbidden' },
    });
    world.outbox.allow(CHANNEL);
    await world.runTo(NINE + 3 * HOUR);
    expect(world.dates()).toEqual([TODAY]);
    expect(settings(world)).toMatchObject({ paused: null, lastResult: { kind: 'late' } });
    await world.runTo(NINE + 24 * HOUR);
    expect(world.dates()).toEqual([TODAY, '2026-11-24']);
  });

  it('a permission that stays away for days costs no streak and leaves no backlog', async () => {
    const world = worldAt(NINE - MINUTE);
    world.store.sawMember({ guildId: GUILD, userId: ANN, displayName: 'Ann', at: 0 });
    world.outbox.forbid(CHANNEL);
    await world.runTo(NINE + 2 * 24 * HOUR + HOUR);
    world.outbox.allow(CHANNEL);
    await world.runTo(NINE + 2 * 24 * HOUR + 3 * HOUR);
    expect(world.dates()).toEqual(['2026-11-25']);
    expect(world.outbox.told).toHaveLength(1);
    expect(world.store.streakEvents(ANN)).toEqual([
      { kind: 'exempt', date: TODAY },
      { kind: 'exempt', date: '2026-11-24' },
    ]);
  });

  it('setting the channel up again resumes it at once', async () => {
    const world = worldAt(NINE - MINUTE);
    world.outbox.forbid(CHANNEL);
    await world.runTo(NINE);
    world.outbox.allow(CHANNEL);
    world.setUp();
    await world.runTo(NINE + MINUTE);
    expect(world.dates()).toEqual([TODAY]);
  });
});

describe('postNow', () => {
  const round = (owner: string) => ({ owner, signal: new AbortController().signal });
  const desk = (world: World) => ({
    store: world.store,
    outbox: world.outbox,
    chooseItem: () => ({ itemId: 'core1/now', revision: 1, seed: 's', outline: '220-1201' }),
    newSeed: () => 's',
    now: () => world.clock.now,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });

  it('posts at once and leaves the timetable’s own question of today out', async () => {
    const world = worldAt(NINE - HOUR);
    expect(await postNow(desk(world), round('a'), CHANNEL)).toBe('posted');
    expect(await postNow(desk(world), round('b'), CHANNEL)).toBe('already-posted');
    await world.runTo(NINE + MINUTE);
    expect(world.dates()).toEqual([TODAY]);
  });

  it('says in one word why not', async () => {
    const world = worldAt(NINE - HOUR);
    expect(await postNow(desk(world), round('a'), OTHER)).toBe('gone');
    expect(await postNow({ ...desk(world), chooseItem: () => null }, round('b'), CHANNEL)).toBe(
      'no-question',
    );
    world.outbox.forbid(CHANNEL);
    expect(await postNow(desk(world), round('c'), CHANNEL)).toBe('forbidden');
    world.outbox.allow(CHANNEL);
    world.outbox.next(CHANNEL, { kind: 'retry', afterMs: 0 });
    expect(await postNow(desk(world), round('d'), CHANNEL)).toBe('failed');
    world.clock.now += MINUTE;
    expect(await postNow(desk(world), round('e'), CHANNEL)).toBe('posted');
    expect(world.outbox.messages).toHaveLength(1);
  });
});
