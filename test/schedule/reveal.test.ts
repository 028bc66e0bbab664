import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { CHANNEL, GUILD, HOUR, MINUTE, makeWorld, utc, type World } from './world.ts';

const ANN = '300000000000000001';
const BEN = '300000000000000002';
const TODAY = '2026-11-23';
const NINE = utc(`${TODAY} 08:00`);

let interactions = 0;

function answer(world: World, date: string, userId: string, correct = true): string {
  interactions += 1;
  const dailyId = world.store.dailyOf(CHANNEL, date as CivilDate)?.id ?? 0;
  const given = { dailyId, userId, chosen: [correct ? 0 : 1], correct, at: world.clock.now };
  return world.store.recordDailyAnswer({ ...given, interactionId: String(interactions) }).kind;
}

/** A set of three, answered and done. */
function finishSet(world: World, userId: string): void {
  const { session } = world.store.startSession({
    userId,
    guildId: GUILD,
    channelId: CHANNEL,
    place: 'quiz',
    topic: 'all',
    outline: '220-1201',
    difficulty: null,
    items: ['a', 'b', 'c'].map((id) => ({ itemId: `core1/${id}`, revision: 1, seed: 's' })),
    at: world.clock.now,
  });
  for (const { position } of session.items) {
    interactions += 1;
    const where = { sessionId: session.id, userId, position, guildId: GUILD, channelId: CHANNEL };
    const given = { chosen: [0], correct: true, at: world.clock.now, interactionId: String(interactions) };
    world.store.recordQuizAnswer({ ...where, ...given });
  }
}

async function posted(): Promise<World> {
  const world = makeWorld(NINE - MINUTE);
  world.setUp();
  for (const [userId, displayName] of [
    [ANN, 'Ann'],
    [BEN, 'Ben'],
  ] as const)
    world.store.sawMember({ guildId: GUILD, userId, displayName, at: 0 });
  await world.runTo(NINE);
  return world;
}

describe('the reveal', () => {
  it('comes with the next question: key, split and who was first', async () => {
    const world = await posted();
    world.clock.now += HOUR;
    answer(world, TODAY, BEN, false);
    answer(world, TODAY, ANN);
    await world.runTo(NINE + 24 * HOUR - MINUTE);
    expect(world.outbox.messages[0]?.revealed).toBeNull();
    await world.runTo(NINE + 24 * HOUR);
    expect(world.outbox.messages[0]?.revealed).toEqual({
      answered: 2,
      right: 1,
      byOption: new Map([
        [0, 1],
        [1, 1],
      ]),
      firstRight: 'Ann',
      cheers: [],
    });
    expect(world.outbox.messages[1]?.revealed).toBeNull();
    expect(answer(world, TODAY, '5')).toBe('closed');
    await world.runTo(NINE + 30 * HOUR);
    expect(world.outbox.edits.filter(({ what }) => what === 'reveal')).toHaveLength(1);
  });

  it('is tried again after a refusal, and given up when the message is gone', async () => {
    const world = await posted();
    world.clock.now = NINE + 24 * HOUR - MINUTE;
    world.outbox.forbid(CHANNEL);
    await world.runTo(NINE + 24 * HOUR);
    expect(world.outbox.messages[0]?.revealed).toBeNull();
    world.outbox.allow(CHANNEL);
    await world.runTo(NINE + 26 * HOUR);
    expect(world.outbox.messages[0]?.revealed).not.toBeNull();
    world.outbox.messages.splice(0);
    await world.runTo(NINE + 49 * HOUR);
    const second = world.store.dailyOf(CHANNEL, '2026-11-24' as CivilDate);
    expect(second?.revealState).toBe('failed');
  });

  it('comes although the channel was removed from the plan', async () => {
    const world = await posted();
    world.store.removeStudyChannel(CHANNEL, world.clock.now);
    await world.runTo(NINE + 25 * HOUR);
    expect(world.outbox.messages).toHaveLength(1);
    expect(world.outbox.messages[0]?.revealed).not.toBeNull();
  });

  it('cheers a streak on the day that it reached, even if the member has gone on since', async () => {
    const world = await posted();
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      await world.runTo(utc(`${day} 08:00`));
      answer(world, day, ANN);
    }
    await world.runTo(utc('2026-11-26 07:30'));
    finishSet(world, ANN);
    await world.runTo(utc('2026-11-26 08:00'));
    const cheers = world.outbox.messages.map(({ revealed }) => revealed?.cheers);
    expect(cheers).toEqual([[], [], [{ name: 'Ann', days: 3 }], undefined]);
  });
});

describe('the count on the card', () => {
  it('takes one edit for many answers', async () => {
    const world = await posted();
    for (let n = 0; n < 20; n += 1) answer(world, TODAY, `70${n}`);
    await world.runTo(NINE + 2 * MINUTE);
    expect(world.outbox.messages[0]?.answers).toBe(20);
    expect(world.outbox.edits).toHaveLength(1);
  });

  it('is edited seldom on an older card', async () => {
    const world = await posted();
    for (let n = 0; n < 300; n += 1) {
      answer(world, TODAY, `8${n}`);
      await world.runTo(world.clock.now + MINUTE);
    }
    const edits = world.outbox.edits.length;
    expect(edits).toBeGreaterThan(60);
    expect(edits).toBeLessThan(90);
    await world.runTo(NINE + 24 * HOUR - MINUTE);
    expect(world.outbox.messages[0]?.answers).toBe(300);
  });

  it('that covers a reveal made elsewhere leads to another reveal', async () => {
    const world = await posted();
    const daily = world.store.dailyOf(CHANNEL, TODAY as CivilDate);
    await world.runTo(NINE + 24 * HOUR);
    expect(world.outbox.edits.map(({ what }) => what)).toEqual(['reveal']);
    world.store.confirmCount(daily?.id ?? 0, 1, world.clock.now);
    await world.runTo(NINE + 24 * HOUR + MINUTE);
    expect(world.outbox.edits.map(({ what }) => what)).toEqual(['reveal', 'reveal']);
    expect(answer(world, TODAY, BEN)).toBe('closed');
  });

  it('stops when the message was deleted', async () => {
    const world = await posted();
    world.outbox.messages.splice(0);
    answer(world, TODAY, ANN);
    await world.runTo(NINE + 5 * MINUTE);
    expect(world.store.dailyOf(CHANNEL, TODAY as CivilDate)?.revealState).toBe('failed');
  });
});
