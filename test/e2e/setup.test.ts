/** `/setup`: the admin's panel, its selects, its form, and everything that one can type wrongly. */
import { expect, test } from 'vitest';
import type { StoredMessage } from '../../src/local-discord/index.ts';
import { HOUR, sharedHall } from './support/hall.ts';
import { formOf, has, offersOf, pick, press, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { admin, mia, guild, study } = hall;
const setup = (options = {}) => seen(admin.command(study, 'setup', options));
const newChannel = (() => {
  let made = 0;
  return () => {
    made += 1;
    return guild.createChannel({ name: `daily-${made}` }).id;
  };
})();
const planOf = (channelId: string) => hall.store.studyChannel(channelId);

/** A channel that is set up, with its panel. */
async function readyChannel(options = {}): Promise<{ channel: string; panel: StoredMessage }> {
  const channel = newChannel();
  return { channel, panel: await setup({ channel, time: '09:00', zone: 'Europe/London', ...options }) };
}

test('the first panel says what to do; the channel select does it', async () => {
  const asked = await admin.command(study, 'setup');
  expect(asked).toMatchObject({ ephemeral: true });
  const panel = await seen(Promise.resolve(asked));
  expect(textOf(panel)).toContain('No study channel yet');
  const channel = newChannel();
  const chosen = await pick(admin, panel, 'setup.channel', channel);
  expect(textOf(chosen)).toContain(`**Every day at 09:00 in <#${channel}>**, UTC time`);
  await tap(admin, chosen, 'setup.remove');
});

test('all options at once, typed as people type them', async () => {
  const channel = newChannel();
  const role = guild.createRole({ name: 'Learners' }).id;
  const zones = await admin.autocomplete(study, 'setup', { zone: 'lond' }, 'zone');
  expect(zones[0]).toMatchObject({ value: 'Europe/London' });
  const exams = await admin.autocomplete(study, 'setup', { exam: 'mini' }, 'exam');
  expect(exams.map(({ value }) => value)).toEqual(['mini-1', 'mini-0']);
  const options = { channel, time: '7:30 pm', zone: 'london', days: 'mon, wed, fri', exam: 'mini-0', role };
  const text = textOf(await setup(options));
  expect(text).toContain(`at 19:30 in <#${channel}>**, Europe/London time; next <t:1795462200:F>`);
  expect(text).toContain(`Mentions <@&${role}>`);
  expect(text).toContain('Exam: **Mail room (mini-0)**');
  expect(text).toContain('✅ I may post there');
  expect(planOf(channel)).toMatchObject({
    minutes: 19 * 60 + 30,
    zone: 'Europe/London',
    weekdays: 0b0010101,
    outline: 'mini-0',
    roleId: role,
  });
});

test('each control of the panel changes its one thing, in place', async () => {
  const { channel, panel } = await readyChannel();
  const role = guild.createRole({ name: 'Early birds' }).id;
  const steps: [() => Promise<StoredMessage>, object][] = [
    [() => pick(admin, panel, 'setup.hour', String(21 * 60)), { minutes: 21 * 60 }],
    [() => pick(admin, panel, 'setup.days', 'weekdays'), { weekdays: 0b0011111 }],
    [() => pick(admin, panel, 'setup.exam', 'mini-0'), { outline: 'mini-0' }],
    [() => pick(admin, panel, 'setup.reveal', '12'), { revealRule: 12 }],
    [() => pick(admin, panel, 'setup.role', role), { roleId: role }],
    [() => pick(admin, panel, 'setup.role'), { roleId: null }],
    [() => tap(admin, panel, 'setup.thread'), { thread: true }],
  ];
  let expected = {};
  for (const [step, change] of steps) {
    const shown = await step();
    expect(shown.id).toBe(panel.id);
    expected = { ...expected, ...change };
    expect(planOf(channel)).toMatchObject(expected);
  }
});

test('time, zone and days in a form, which comes filled in', async () => {
  const { channel, panel } = await readyChannel({ days: 'weekends' });
  const form = await formOf(press(admin, panel, 'setup.timeform'));
  expect(JSON.stringify(form.components)).toContain('"value":"09:00"');
  const saved = await seen(admin.submit(form, { time: '6am', zone: 'Asia/Kathmandu', days: 'daily' }));
  expect(saved.id).toBe(panel.id);
  expect(planOf(channel)).toMatchObject({ minutes: 360, zone: 'Asia/Kathmandu', weekdays: 127 });
  expect(offersOf(saved, 'setup.hour')).toContain('360');
});

test.each([
  [{ time: '25:00' }, /09:00/],
  [{ time: 'noonish' }, /09:00/],
  [{ zone: 'Atlantis' }, /I know no time zone \*\*Atlantis\*\*/],
  [{ zone: 'CST' }, /I know no time zone \*\*CST\*\*/],
  [{ days: 'someday' }, /mon/],
  [{ exam: '999-9' }, /I know no exam \*\*999-9\*\*/],
  [{ time: '10:00', zone: 'Europe/Paris', days: 'never' }, /mon/],
])('%j changes nothing and says what to type', async (options, line) => {
  const { channel } = await readyChannel();
  const before = [planOf(channel), hall.store.guild(guild.id)];
  expect(textOf(await setup({ channel, ...options }))).toMatch(line);
  expect([planOf(channel), hall.store.guild(guild.id)]).toEqual(before);

  const fresh = newChannel();
  await setup({ channel: fresh, ...options });
  expect(planOf(fresh)).toBeNull();
});

test('a wrong form changes nothing', async () => {
  const { channel, panel } = await readyChannel();
  const before = planOf(channel);
  const form = await formOf(press(admin, panel, 'setup.timeform'));
  const answer = await admin.submit(form, { time: 'late', zone: 'Europe/Paris', days: 'daily' });
  expect(answer).toMatchObject({ ephemeral: true });
  expect(textOf(await seen(Promise.resolve(answer)))).toContain('09:00');
  expect(planOf(channel)).toEqual(before);
});

test('only who may manage the server is offered the command, or can use its panel', async () => {
  await expect(mia.command(study, 'setup')).rejects.toThrow();
  const { channel, panel } = await readyChannel();
  const before = planOf(channel);
  const ids = JSON.stringify(panel.components).match(/setup\.[a-z]+\|1[^"]*/g) ?? [];
  expect(ids.length).toBeGreaterThan(8);
  // Somebody with a changed client sends them all from a message that they do see.
  const seat = await seen(mia.command(study, 'help'));
  for (const id of ids) {
    await (await mia.forge(seat.id, id, ['0'])).settled();
    const refused = hall.newestFor(mia, study);
    expect([id, textOf(refused)]).toEqual([id, expect.stringContaining('Manage Server')]);
    mia.dismiss(refused.id);
  }
  expect(planOf(channel)).toEqual(before);
});

test('a missing permission is named where it must be given', async () => {
  const channel = newChannel();
  guild.setPermissions(channel, hall.application.botUser.id, {
    deny: ['SendMessages', 'ReadMessageHistory'],
  });
  const panel = await setup({ channel });
  expect(textOf(panel)).toContain(`❌ I may not post in <#${channel}> yet`);
  expect(textOf(panel)).toContain('allow **Send Messages and Read Message History**');
  expect(textOf(await tap(admin, panel, 'setup.post'))).toContain('a permission lacks');
  guild.setPermissions(channel, hall.application.botUser.id, {});
  expect(textOf(await setup({ channel }))).not.toContain(`may not post in <#${channel}>`);
});

test('a deleted channel is told, and can be removed', async () => {
  const { channel } = await readyChannel();
  guild.deleteChannel(channel);
  const panel = await setup();
  expect(textOf(panel)).toContain('❌ This channel no longer exists');
  const id = `setup.remove|1|${BigInt(channel).toString(36)}`;
  expect(textOf(await seen(admin.forge(panel.id, id)))).toContain(
    `Removed: no more daily questions in <#${channel}>`,
  );
  expect(planOf(channel)).toBeNull();
});

test('posting now: once a day and no more; removed, it posts no more', async () => {
  const { channel, panel } = await readyChannel();
  const posted = await tap(admin, panel, 'setup.post');
  expect(textOf(posted)).toContain(`✅ Posted in <#${channel}>`);
  expect(hall.publicIn(channel)).toHaveLength(1);
  expect(textOf(await tap(admin, posted, 'setup.post'))).toContain('one a day, never two');
  expect(textOf(await tap(admin, posted, 'setup.remove'))).toContain('Removed');
  await hall.passAndTick(30 * HOUR);
  expect(hall.publicIn(channel)).toHaveLength(1);
  expect(textOf(hall.publicIn(channel)[0] ?? posted)).toContain('## The answer');
  await seen(admin.forge(posted.id, `setup.post|1|${BigInt(channel).toString(36)}`));
  const late = hall.newestFor(admin, study);
  expect(textOf(late)).toContain('not a study channel any more');
  expect(has(late, 'setup.post')).toBe(false);
});

test('the admin of one server cannot touch another’s channel', async () => {
  const { channel } = await readyChannel();
  const before = planOf(channel);
  const mallory = hall.discord.createUser({ username: 'mallory' });
  const elsewhere = hall.discord.createGuild({ name: 'Elsewhere', owner: mallory });
  elsewhere.addBot(hall.application);
  const seat = await seen(mallory.command(elsewhere.createChannel({ name: 'own' }).id, 'setup'));
  for (const action of ['post', 'remove', 'timeform', 'hour', 'role']) {
    const outcome = await mallory.forge(seat.id, `setup.${action}|1|${BigInt(channel).toString(36)}`, ['60']);
    await outcome.settled();
    const told = hall.newestFor(mallory, seat.channel_id);
    expect([action, textOf(told)]).toEqual([action, expect.stringContaining('not a study channel any more')]);
  }
  expect(planOf(channel)).toEqual(before);
  expect(hall.publicIn(channel)).toEqual([]);
});
