/** The daily question when Discord, the network, the clock or the server's admins stand in its way. */
import { expect, test } from 'vitest';
import type { RestEffect } from '../../src/local-discord/index.ts';
import { byId, dailyHall, give, inDaily, newest } from './support/daily.ts';
import { DAY, type Hall, HOUR, MINUTE, SECOND } from './support/hall.ts';
import { seen, textOf } from './support/screen.ts';

const ALREADY_ACKNOWLEDGED = 40060;
const POSTS = { method: 'POST', route: /^\/channels\/\d+\/messages$/ };
const bot = (hall: Hall) => hall.application.botUser.id;
const panel = async (hall: Hall) => textOf(await seen(hall.admin.command(hall.study, 'setup')));

/** Sees to it that the posting of nine o'clock meets this, and lets an hour pass after it. */
async function nineOClock(hall: Hall, effect: RestEffect, times: number): Promise<void> {
  hall.discord.faults.onRest({ ...POSTS, times }, effect);
  await hall.passAndTick(HOUR);
  for (let n = 0; n < 12; n += 1) await hall.passAndTick(5 * MINUTE);
}

test.each([
  ['a rate limit', { kind: 'rateLimit', retryAfterSeconds: 0.3, scope: 'user' }, 1],
  [
    'a rate limit without headers',
    { kind: 'rateLimit', retryAfterSeconds: 0.3, scope: 'shared', headers: false },
    2,
  ],
  ['one error 500', { kind: 'status', status: 500 }, 1],
  ['errors 502 for as long as the client tries, and again', { kind: 'status', status: 502 }, 9],
  ['a connection cut before the effect', { kind: 'cut' }, 1],
  ['a lost response', { kind: 'lostResponse' }, 1],
  ['every response lost', { kind: 'lostResponse' }, 4],
  ['an error 500 after the effect, each time', { kind: 'status', status: 500, after: true }, 4],
  ['silence', { kind: 'hang' }, 1],
] as [string, RestEffect, number][])('%s: the question stands there once', async (_, effect, times) => {
  const hall = await dailyHall();
  await nineOClock(hall, effect, times);
  expect(inDaily(hall)).toHaveLength(1);
  await give(hall, hall.mia, newest(hall), true);
  expect(hall.store.answersOf(hall.mia.id)).toHaveLength(1);
  expect(await panel(hall)).toMatch(/Last: ✅ posted/);
  await hall.passAndTick(DAY);
  expect(inDaily(hall)).toHaveLength(2);
});

test('an error while revealing is tried again', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  const first = newest(hall);
  hall.discord.faults.onRest({ method: 'PATCH', route: first.id, times: 4 }, { kind: 'status', status: 503 });
  await hall.passAndTick(DAY);
  expect(textOf(byId(hall, first.id))).not.toContain('## The answer');
  await hall.passAndTick(MINUTE);
  expect(textOf(byId(hall, first.id))).toContain('## The answer');
});

test('a permission taken is told once, and mended by giving it back', async () => {
  const hall = await dailyHall();
  hall.guild.setPermissions(hall.daily, bot(hall), { deny: ['SendMessages'] });
  await hall.heard();
  await hall.passAndTick(HOUR);
  await hall.passAndTick(HOUR);
  expect(inDaily(hall)).toEqual([]);
  expect(await panel(hall)).toContain('allow **Send Messages**');
  hall.guild.setPermissions(hall.daily, bot(hall), {});
  await hall.heard();
  await hall.passAndTick(HOUR);
  expect(inDaily(hall)).toHaveLength(1);
  expect(textOf(newest(hall))).toContain('A little late today');
  expect(await panel(hall)).toMatch(/✅ posted late/);
});

test('admins are told once, where Discord speaks to the server, and nobody by DM', async () => {
  const hall = await dailyHall();
  hall.guild.setSystemChannel(hall.study);
  hall.guild.setPermissions(hall.daily, bot(hall), { deny: ['SendMessages'] });
  await hall.heard();
  await hall.passAndTick(HOUR);
  await hall.passAndTick(HOUR);
  const told = hall.discord.messages(hall.study).map(textOf);
  expect(told.filter((text) => text.includes('I lack **Send Messages** there'))).toHaveLength(1);
  expect(hall.admin.dmChannels()).toEqual([]);
});

test('a day on which a permission lacked costs no streak', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  await give(hall, hall.mia, newest(hall), true);
  hall.guild.setPermissions(hall.daily, bot(hall), { deny: ['ViewChannel'] });
  await hall.heard();
  await hall.passAndTick(DAY);
  await hall.passAndTick(12 * HOUR);
  hall.guild.setPermissions(hall.daily, bot(hall), {});
  await hall.heard();
  await hall.passAndTick(12 * HOUR);
  expect(inDaily(hall)).toHaveLength(2);
  const verdict = textOf(await seen(give(hall, hall.mia, newest(hall), true)));
  expect(verdict).toContain('🔥 2 days in a row');
  const why = textOf(await seen(hall.mia.command(hall.study, 'progress')));
  expect(why).toContain('2 freezes left');
});

test('a deleted channel is told in the panel, and others go on', async () => {
  const hall = await dailyHall();
  const second = hall.guild.createChannel({ name: 'second' }).id;
  await hall.admin.command(hall.study, 'setup', { channel: second, time: '09:00' });
  hall.guild.deleteChannel(hall.daily);
  await hall.passAndTick(HOUR);
  expect(hall.publicIn(second)).toHaveLength(1);
  expect(await panel(hall)).toContain('This channel no longer exists');
});

test('a card that a moderator deleted is not counted on, and the next question comes', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  const first = newest(hall);
  await give(hall, hall.mia, first, true);
  hall.guild.deleteMessage(first.id);
  await hall.passAndTick(MINUTE);
  await hall.passAndTick(DAY);
  expect(inDaily(hall)).toHaveLength(1);
  expect(newest(hall).id).not.toBe(first.id);
});

test('after a short absence it comes late; after a long one it is skipped, and nobody’s streak suffers', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  await give(hall, hall.mia, newest(hall), true);

  await hall.passAndTick(DAY + 3 * HOUR);
  expect(inDaily(hall)).toHaveLength(2);
  expect(textOf(newest(hall))).toContain('A little late today');
  await give(hall, hall.mia, newest(hall), true);

  await hall.passAndTick(DAY + 7 * HOUR);
  expect(inDaily(hall)).toHaveLength(2);
  expect(await panel(hall)).toContain('Last: skipped');

  await hall.passAndTick(DAY - 10 * HOUR);
  expect(inDaily(hall)).toHaveLength(3);
  const verdict = textOf(await seen(give(hall, hall.mia, newest(hall), true)));
  expect(verdict).toContain('🔥 3 days in a row');
  const progress = await seen(hall.mia.command(hall.study, 'progress'));
  const why = textOf(await seen(hall.mia.press(progress.id, 'progress.why|1')));
  expect(why).toContain('2026-11-25 · exempt: Sensei itself missed it');
});

test('weeks away leave no backlog: one question, today’s', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(30 * DAY + HOUR);
  expect(inDaily(hall)).toHaveLength(1);
  expect(textOf(newest(hall))).toContain('Wednesday');
});

test('the clock set back a day brings no second question', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  hall.discord.clock.set(hall.now - DAY);
  for (let n = 0; n < 50; n += 1) await hall.passAndTick(30 * MINUTE);
  const dates = inDaily(hall).map((card) => /Daily question · (\w+)/.exec(textOf(card))?.[1]);
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates).toContain('Monday');
});

test('two processes on one database: one question, one reveal, one count', async () => {
  const hall = await dailyHall();
  const other = await hall.start();
  hall.pass(HOUR);
  const both = () => Promise.all([hall.sensei.schedule.tick(), other.schedule.tick()]);
  await both();
  await both();
  expect(inDaily(hall)).toHaveLength(1);
  // Both hear of the press: it counts once, and only one of them can answer it.
  await give(hall, hall.mia, newest(hall), true);
  expect(hall.store.answersOf(hall.mia.id)).toHaveLength(1);
  hall.pass(DAY);
  await both();
  expect(inDaily(hall)).toHaveLength(2);
  expect(textOf(inDaily(hall)[0] ?? newest(hall))).toContain('First right answer: mia.');
  expect(hall.expectComplaints(ALREADY_ACKNOWLEDGED)).toHaveLength(1);
  hall.pass(30 * SECOND);
  await both();
  expect(hall.store.verify()).toEqual([]);
});
