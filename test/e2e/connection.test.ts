/** The connection to Discord, broken in every way that it breaks, while members go on pressing. */
import { expect, test } from 'vitest';
import { StartError } from '../../src/sensei.ts';
import { dailyHall, inDaily } from './support/daily.ts';
import { DAY, type Hall, HOUR, MINUTE, ownHall, READY_WITHIN_MS, sharedHall } from './support/hall.ts';
import { answer, READING_MS, split, walk } from './support/quiz.ts';
import { press, seen, textOf } from './support/screen.ts';

/** Discord's answer to a token that it does not know, and its gateway's. */
const REFUSED_TOKEN = 0;

const hall = await sharedHall();
const { study } = hall;
/** Questions of the first difficulty take one letter each. */
const quiz = (where: Hall, who = where.mia) =>
  seen(who.command(where.study, 'quiz', { questions: 3, difficulty: 1 }));

test('every command is acknowledged within a second', async () => {
  await hall.admin.command(study, 'setup', { channel: hall.daily, time: '09:00', zone: 'UTC' });
  const typed: [string, object][] = [
    ['term', { query: 'smtp' }],
    ['term', { query: 'no such thing' }],
    ['quiz', { questions: 50 }],
    ['daily', {}],
    ['progress', {}],
    ['leaderboard', {}],
    ['guide', {}],
    ['me', {}],
    ['setup', {}],
    ['help', {}],
  ];
  for (const [command, options] of typed) {
    const { ackMs, kind } = await hall.admin.command(study, command, options as Record<string, string>);
    expect([command, kind]).not.toEqual([command, 'failed']);
    expect([command, ackMs < 1_000]).toEqual([command, true]);
  }
});

test('a dropped gateway is resumed, and presses meanwhile are answered', async () => {
  const message = await quiz(hall);
  hall.pass(READING_MS);
  hall.discord.faults.dropGateway();
  const verdict = await seen(press(hall.mia, message, split(hall, message).right[0] ?? ''));
  expect(textOf(verdict)).toContain('✅ Right');
  expect(hall.store.answersOf(hall.mia.id)).toHaveLength(1);
});

test('asked to reconnect (op 7), it does, and a quiz goes on', async () => {
  hall.discord.faults.reconnect();
  const result = await walk(hall, hall.tom, await quiz(hall, hall.tom));
  expect(textOf(result)).toContain('## 3 of 3');
});

test(
  'after a refused resume it begins anew, and old buttons work',
  async () => {
    const message = await quiz(hall, hall.zoe);
    hall.discord.faults.refuseResume();
    const connected = hall.connectedAgain();
    hall.discord.faults.dropGateway();
    await connected;
    expect(textOf(await answer(hall, hall.zoe, message))).toContain('✅ Right');
  },
  READY_WITHIN_MS,
);

test.each([
  ['an error 500', { kind: 'status', status: 500 }],
  ['a cut connection', { kind: 'cut' }],
] as const)('an acknowledgement that meets %s is sent again', async (_, effect) => {
  hall.discord.faults.onRest({ method: 'POST', route: '/callback' }, effect);
  expect((await hall.mia.command(study, 'help')).kind).toBe('message');
});

test('a lost answer to an acknowledgement is no harm: it was done', async () => {
  const who = hall.member();
  const message = await quiz(hall, who);
  hall.pass(READING_MS);
  hall.discord.faults.onRest({ method: 'POST', route: '/callback' }, { kind: 'lostResponse' });
  const verdict = await seen(press(who, message, split(hall, message).right[0] ?? ''));
  expect(textOf(verdict)).toContain('✅ Right');
  // The client tries once more, and is told that it was done.
  await hall.quiet();
  expect(hall.store.answersOf(who.id)).toHaveLength(1);
});

test('an acknowledgement that never gets through leaves the answer safe', async () => {
  const who = hall.member();
  const message = await quiz(hall, who);
  hall.pass(READING_MS);
  hall.discord.faults.onRest(
    { method: 'POST', route: '/callback', times: 12 },
    { kind: 'status', status: 500 },
  );
  const silent = press(who, message, split(hall, message).right[0] ?? '');
  await expect.poll(() => hall.store.answersOf(who.id).length).toBe(1);
  await hall.quiet();
  hall.discord.faults.clear();
  // Discord's trouble is no error of ours: the log's error lines are checked to be none after each test.
  hall.pass(4_000);
  expect((await silent).kind).toBe('failed');
  const again = await seen(press(who, message, split(hall, message).wrong[0] ?? ''));
  expect(textOf(again)).toContain('was answered already');
  expect(hall.store.answersOf(who.id)).toHaveLength(1);
});

test('a guild that is unavailable for a while gets its question afterwards', async () => {
  const own = await dailyHall();
  own.guild.setUnavailable(true);
  await own.passAndTick(HOUR);
  own.guild.setUnavailable(false);
  await own.heard();
  for (let n = 0; n < 4; n += 1) await own.passAndTick(5 * MINUTE);
  expect(inDaily(own)).toHaveLength(1);
  await own.passAndTick(DAY);
  expect(inDaily(own)).toHaveLength(2);
});

test('thrown out and invited back: what was set up goes on', async () => {
  const own = await dailyHall();
  own.guild.removeBot(own.application);
  await own.passAndTick(2 * HOUR);
  await own.passAndTick(DAY);
  expect(inDaily(own)).toEqual([]);
  own.guild.addBot(own.application);
  await own.heard();
  await own.passAndTick(DAY);
  expect(inDaily(own)).toHaveLength(1);
});

test('a token that is revoked ends the process once, with a reason', async () => {
  const reasons: string[] = [];
  const own = await ownHall({ onFatal: (reason) => reasons.push(reason) });
  await walk(own, own.mia, await quiz(own));
  own.discord.faults.onRest({ method: 'GET', route: '/members/' }, { kind: 'status', status: 401 });
  await own.mia.command(own.study, 'leaderboard');
  await expect.poll(() => reasons).toEqual([expect.stringContaining('401')]);
  expect(own.kept.expectErrors('the connection to Discord is lost for good')).toHaveLength(1);
});

test('a gateway that closes for good ends the process too', async () => {
  const reasons: string[] = [];
  const own = await ownHall({ onFatal: (reason) => reasons.push(reason) });
  own.discord.faults.dropGateway(4004);
  await expect.poll(() => reasons).toEqual(['gateway closed with 4004']);
  expect(own.kept.expectErrors('the connection to Discord is lost for good')).toHaveLength(1);
});

test('a wrong token is told to the operator in words', async () => {
  const own = await ownHall({ empty: true });
  const onFatal = () => expect.unreachable('the words would never be printed');
  await expect(own.start({ token: 'AAAA.BBBB.CCCC', onFatal })).rejects.toThrow(StartError);
  expect(own.expectComplaints(REFUSED_TOKEN)).toHaveLength(1);
});
