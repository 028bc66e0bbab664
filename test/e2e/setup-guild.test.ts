/** What a study channel's settings mean for the server, and which channel is meant when none is named. */
import { expect, test } from 'vitest';
import { sharedHall } from './support/hall.ts';
import { seen, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { admin, mia, guild, study } = hall;
const setup = (options = {}) => seen(admin.command(study, 'setup', options));
const [first, second] = ['morning', 'evening'].map((name) => guild.createChannel({ name }).id) as [
  string,
  string,
];

test('members live by the zone of the only study channel', async () => {
  await setup({ channel: first, zone: 'Asia/Kathmandu' });
  expect(textOf(await seen(mia.command(study, 'me')))).toContain('this server’s, **Asia/Kathmandu**');
});

test('without a name the only study channel is meant', async () => {
  expect(textOf(await setup({ time: '10:00' }))).toContain(`at 10:00 in <#${first}>`);
});

test('a second study channel in another zone leaves the server’s zone alone', async () => {
  await setup({ channel: second, zone: 'Europe/Paris' });
  expect(hall.store.studyChannel(second)?.zone).toBe('Europe/Paris');
  expect(hall.store.guild(guild.id).zone).toBe('Asia/Kathmandu');
});

test('with several, one has to be named, and nothing changes until it is', async () => {
  const before = [first, second].map((channel) => hall.store.studyChannel(channel));
  expect(textOf(await setup({ time: '11:00' }))).toContain('Which channel?');
  expect([first, second].map((channel) => hall.store.studyChannel(channel))).toEqual(before);
});
