/** The daily question from the first post to the reveal, over days and servers. */
import { expect, test } from 'vitest';
import type { StoredMessage } from '../../src/local-discord/index.ts';
import { byId, dailyHall, give, inDaily, newest } from './support/daily.ts';
import { DAY, HOUR, MINUTE, ownHall } from './support/hall.ts';
import { itemOn, split } from './support/quiz.ts';
import { has, labelsOf, partsOf, seen, tap, textOf } from './support/screen.ts';

test('it comes at its time, once, mentions nobody, and counts answers in batches without a split', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(59 * MINUTE);
  expect(inDaily(hall)).toEqual([]);
  await hall.passAndTick(MINUTE);
  await hall.passAndTick(MINUTE);
  expect(inDaily(hall)).toHaveLength(1);
  const card = newest(hall);
  expect(textOf(card)).toContain('Daily question · Monday');
  expect(card.mentions).toEqual([]);
  expect(textOf(card)).toContain('Nobody has answered yet');
  const before = textOf(card).replace(/^-# Nobody.*$/m, '');

  const edits = () => hall.discord.requests.filter(({ method }) => method === 'PATCH').length;
  for (const who of [hall.mia, hall.tom, hall.zoe]) {
    const verdict = await give(hall, who, card, who !== hall.tom);
    expect(verdict).toMatchObject({ kind: 'message', ephemeral: true });
  }
  await hall.passAndTick(MINUTE);
  expect(edits()).toBe(1);
  const counted = newest(hall);
  expect(textOf(counted)).toContain('3 have answered');
  expect(textOf(counted).replace(/^-# 3 have.*$/m, '')).toBe(before);
  await hall.passAndTick(5 * MINUTE);
  expect(edits()).toBe(1);
});

test('each member has one answer, and the reason at once; a second press is told what was recorded', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  const card = newest(hall);
  const wrong = await seen(give(hall, hall.mia, card, false));
  expect(textOf(wrong)).toMatch(/## ❌ Not/);
  expect(textOf(wrong)).toContain('10 points · 🔥 1 day in a row');
  for (const { why } of itemOn(hall, card).options) expect(textOf(wrong)).toContain(why);
  const again = await seen(give(hall, hall.mia, card, true));
  expect(textOf(again)).toContain('You answered this one before');
  expect(textOf(again)).toMatch(/## ❌ Not/);
  expect(hall.store.answersOf(hall.mia.id)).toMatchObject([{ place: 'daily', correct: false, points: 10 }]);
  expect(textOf(await seen(give(hall, hall.tom, card, true)))).toContain('15 points');
});

test('/daily tells its state before, between and after', async () => {
  const hall = await ownHall();
  const daily = async () => textOf(await seen(hall.mia.command(hall.study, 'daily')));
  expect(await daily()).toContain('An admin sets it up');
  await hall.admin.command(hall.study, 'setup', { channel: hall.daily, time: '09:00', zone: 'UTC' });
  expect(await daily()).toMatch(/no open daily question[\s\S]*The next question comes <t:1795424400:F>/);
  await hall.passAndTick(HOUR);
  const first = newest(hall);
  const stem = itemOn(hall, first).stem;
  expect(await daily()).toMatch(/You have not answered it yet[\s\S]*Nobody has answered so far/);
  await give(hall, hall.mia, first, true);
  expect(await daily()).toMatch(/You answered \*\*[A-D]\*\*: ✅ right[\s\S]*1 member has answered/);
  await hall.passAndTick(DAY);
  const next = await daily();
  expect(next).toContain(itemOn(hall, newest(hall)).stem);
  expect(next).toContain(stem);
  expect(next).toContain(itemOn(hall, first).options.find(({ correct }) => correct)?.why);
});

test('the reveal comes with the next question: key, reason, split, trap, the first right', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  const card = newest(hall);
  const { right, wrong } = split(hall, card);
  const item = itemOn(hall, card);
  await give(hall, hall.tom, card, false);
  hall.pass(MINUTE);
  await give(hall, hall.mia, card, true);
  hall.pass(MINUTE);
  await give(hall, hall.zoe, card, true);
  await hall.passAndTick(DAY);
  expect(inDaily(hall)).toHaveLength(2);

  const revealed = textOf(byId(hall, card.id));
  const key = item.options.find(({ correct }) => correct);
  expect(revealed).toContain(`## The answer: ${right[0]}, ${key?.text}\n${key?.why}`);
  expect(revealed).toMatch(new RegExp(`${right[0]} █+░*\` 2 · 67 % ✅ right`));
  expect(revealed).toMatch(new RegExp(`${wrong[0]} █+░*\` 1 · 33 %`));
  const trap = item.options.find(({ correct }) => !correct)?.why;
  expect(revealed).toContain(`**The commonest trap: ${wrong[0]}.** ${trap}`);
  expect(revealed).toContain('First right answer: mia.');
  expect(has(byId(hall, card.id), /^daily\.answer/)).toBe(false);

  const late = await seen(hall.admin.forge(card.id, `daily.answer|1|1|0`));
  expect(textOf(late)).toContain('This question is closed');
  expect(hall.store.answersOf(hall.admin.id)).toEqual([]);
  expect(hall.store.verify()).toEqual([]);
});

test('no message for all carries the key or the split before the reveal', async () => {
  const hall = await dailyHall();
  const shown: StoredMessage[] = [];
  hall.discord.observe((event) => {
    const isMessage = event.kind === 'messageCreated' || event.kind === 'messageUpdated';
    if (isMessage && event.audience === 'all') shown.push(structuredClone(event.message));
  });
  await hall.passAndTick(HOUR);
  const card = newest(hall);
  const item = itemOn(hall, card);
  for (const [n, who] of [hall.mia, hall.tom, hall.zoe].entries()) {
    await give(hall, who, card, n > 0);
    await hall.passAndTick(MINUTE);
  }
  await seen(hall.mia.command(hall.study, 'leaderboard'));
  await seen(hall.mia.command(hall.study, 'term', { query: 'smtp' }));
  expect(shown.filter(({ id }) => id === card.id).length).toBeGreaterThanOrEqual(4);
  for (const message of shown) {
    const json = JSON.stringify(message);
    for (const { why } of item.options) expect(json).not.toContain(why);
    expect(json).not.toMatch(/█|%|correct|trap|✅/);
  }
  // The buttons differ in nothing but their letter and place.
  const buttons = partsOf(card).filter(({ custom_id }) => custom_id?.startsWith('daily.answer'));
  const looks = buttons.map(({ label: _, custom_id, id: __, ...rest }) => ({
    ...rest,
    id: custom_id?.replace(/\d$/, ''),
  }));
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1);
});

test('the streak grows day by day, and is cheered on its third', async () => {
  const hall = await dailyHall();
  hall.pass(HOUR);
  for (let day = 1; day <= 3; day += 1) {
    await hall.sensei.schedule.tick();
    const verdict = await seen(give(hall, hall.mia, newest(hall), true));
    expect(textOf(verdict)).toContain(`🔥 ${day} day`);
    hall.pass(DAY);
  }
  const third = newest(hall).id;
  await hall.sensei.schedule.tick();
  expect(textOf(byId(hall, third))).toContain('Streaks worth a cheer: 🔥 mia 3 days');
  const stems = inDaily(hall).map((card) => itemOn(hall, card).id);
  expect(new Set(stems).size).toBe(stems.length);
});

test('two servers in two zones get their own, each at its own time', async () => {
  const hall = await dailyHall();
  const other = hall.discord.createGuild({ name: 'Far study hall', owner: hall.admin });
  other.addBot(hall.application);
  const far = other.createChannel({ name: 'daily' }).id;
  await hall.admin.command(far, 'setup', {
    channel: far,
    time: '18:15',
    zone: 'Asia/Kathmandu',
    days: 'weekdays',
  });
  await hall.passAndTick(HOUR);
  expect([inDaily(hall).length, hall.publicIn(far).length]).toEqual([1, 0]);
  await hall.passAndTick(3 * HOUR + 29 * MINUTE);
  expect(hall.publicIn(far)).toHaveLength(0);
  await hall.passAndTick(MINUTE);
  expect([inDaily(hall).length, hall.publicIn(far).length]).toEqual([1, 1]);
  await give(hall, hall.mia, newest(hall), true);
  const nina = hall.member('nina', other);
  await give(hall, nina, newest(hall, far), false);
  await hall.passAndTick(MINUTE);
  expect(textOf(newest(hall))).toContain('1 has answered');
  expect(textOf(newest(hall, far))).toContain('1 has answered');
});

test('a chosen role is the one mention, and a thread opens where it is wished', async () => {
  const hall = await ownHall();
  const role = hall.guild.createRole({ name: 'Learners', mentionable: true }).id;
  const panel = await seen(
    hall.admin.command(hall.study, 'setup', { channel: hall.daily, time: '09:00', zone: 'UTC', role }),
  );
  await tap(hall.admin, panel, 'setup.thread');
  await hall.passAndTick(HOUR);
  expect(newest(hall).mention_roles).toEqual([role]);
  expect(hall.guild.channels.map(({ name }) => name)).toContain('Daily question, Monday 2026-11-23');
  expect(inDaily(hall)).toHaveLength(1);
  await give(hall, hall.mia, newest(hall), true);
  await hall.passAndTick(MINUTE);
  expect(labelsOf(newest(hall))).toContain('A');
});

test('an answer may be revealed after hours instead', async () => {
  const hall = await dailyHall();
  const panel = await seen(hall.admin.command(hall.study, 'setup'));
  await hall.admin.select(panel.id, `setup.reveal|1|${BigInt(hall.daily).toString(36)}`, ['12']);
  await hall.passAndTick(HOUR);
  const card = newest(hall);
  expect(textOf(card)).toContain(`closes <t:${(hall.now + 12 * HOUR) / 1000}:R>`);
  await give(hall, hall.mia, card, true);
  await hall.passAndTick(12 * HOUR - MINUTE);
  expect(textOf(newest(hall))).not.toContain('## The answer');
  await hall.passAndTick(MINUTE);
  expect(textOf(newest(hall))).toContain('## The answer');
});
