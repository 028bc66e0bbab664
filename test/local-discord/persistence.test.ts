import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachmentBuilder, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Hall, login, onAsk, openHall, registerAsk, textChannel } from './bot.ts';

let folder: string;
let stateFile: string;
const closing: (() => unknown)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-discord-'));
  stateFile = join(folder, 'state.json');
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Hall> {
  const hall = await openHall({ stateFile });
  closing.push(hall.close);
  return hall;
}

const identity = ({ application, guild, channelId, mia }: Hall) => [application, guild.id, channelId, mia.id];

test('a restart finds the same server, messages, commands and tokens', async () => {
  const first = await open();
  const client = await login(first);
  await registerAsk(client);
  const file = new AttachmentBuilder(Buffer.from('kept'), { name: 'kept.txt' });
  await textChannel(client, first.channelId).send({ content: 'public', files: [file] });
  onAsk(client, (interaction) => interaction.reply({ content: 'private', flags: MessageFlags.Ephemeral }));
  await first.mia.command(first.channelId, 'ask');
  const before = first.discord.messages(first.channelId, first.mia);
  await client.destroy();
  await first.close();
  closing.pop();

  const second = await open();
  expect(identity(second)).toEqual(identity(first));
  const after = second.discord.messages(second.channelId, second.mia);
  expect(after.map(({ id, content }) => [id, content])).toEqual(
    before.map(({ id, content }) => [id, content]),
  );
  expect(second.discord.messages(second.channelId, second.tom)).toHaveLength(1);
  expect(second.discord.commandsFor(second.guild.id, second.mia).map(({ name }) => name)).toEqual(['ask']);
  expect(await (await fetch(after[0]?.attachments[0]?.url ?? '')).text()).toBe('kept');
  const again = await login(second);
  closing.push(() => again.destroy());
  expect(again.user.id).toBe(first.application.botUser.id);
});

test('the clock goes on where it was set', async () => {
  const first = await open();
  first.discord.clock.freeze();
  first.discord.clock.set(Date.UTC(2027, 0, 1));
  await first.close();
  closing.pop();
  const second = await open();
  expect(second.discord.clock.now()).toBe(Date.UTC(2027, 0, 1));
  expect(second.discord.clock.state).toBe('frozen');
});

test('a change is written soon, whole, and without leaving anything beside', async () => {
  const { mia, channelId } = await open();
  mia.say(channelId, 'written');
  await vi.waitFor(() => expect(readFileSync(stateFile, 'utf8')).toContain('written'));
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test('a file of another version is refused', async () => {
  writeFileSync(stateFile, JSON.stringify({ version: 99 }));
  await expect(openHall({ stateFile })).rejects.toThrow('another version');
});
