import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/index.ts';
import {
  openStudyHall,
  type Playground,
  type StudyHall,
  startPlayground,
} from '../../src/playground/index.ts';
import type { WireEvent } from '../../src/playground/wire.ts';
import { startBot } from './bot.ts';
import { ask, Visitor } from './visitor.ts';

let discord: LocalDiscord;
let hall: StudyHall;
let playground: Playground;
let bot: Client<true>;
let admin: Visitor;
let member: Visitor;

beforeAll(async () => {
  discord = await startLocalDiscord();
  hall = openStudyHall(discord, 'Tutor');
  playground = await startPlayground({ discord, hall });
  bot = await startBot(discord.apiUrl, hall.application.token);
  admin = new Visitor(playground.url, hall.people[0].id);
  member = new Visitor(playground.url, hall.people[1].id);
  await Promise.all([admin.follow(), member.follow()]);
});

afterAll(async () => {
  admin.leave();
  member.leave();
  await bot.destroy();
  await playground.close();
  await discord.close();
});

const says = (words: string) => (event: WireEvent) =>
  event.kind === 'message' && event.message.words.includes(words);

/** The message with these words, once it has come by the stream. */
async function message(words: string) {
  const event = await member.hear(says(words));
  if (event.kind !== 'message') throw new Error('says() finds messages alone');
  return event.message;
}

async function look(name: string) {
  const answer = await member.post('command', {
    channelId: hall.channels.study,
    command: 'look',
    options: { name },
  });
  expect(answer).toEqual({ status: 200, body: { kind: 'done' } });
  return message(name);
}

describe('a member of the study hall', () => {
  it('is offered the commands that are theirs', async () => {
    const names = async (visitor: Visitor) =>
      (await visitor.world()).guilds[0]?.commands.map(({ name }) => name).sort();
    expect(await names(admin)).toEqual(['Explain', 'look', 'secret', 'silent']);
    expect(await names(member)).toEqual(['Explain', 'look', 'silent']);
  });

  it('gets suggestions while typing', async () => {
    const typed = {
      channelId: hall.channels.study,
      command: 'look',
      options: { name: 'sm' },
      focused: 'name',
    };
    expect((await member.post('autocomplete', typed)).body).toEqual({
      choices: [
        { name: 'SMTP', value: 'smtp' },
        { name: 'SMB', value: 'smb' },
      ],
    });
  });

  it('reads a private answer that nobody else sees', async () => {
    const { html, id } = await look('POP3');
    expect(html).toContain('<h2>POP3</h2>');
    expect(html).toContain('Only you can see this');
    expect(JSON.stringify(admin.heard)).not.toContain('POP3');
    expect((await admin.messages(hall.channels.study)).map((each) => each.id)).not.toContain(id);
  });

  it('presses a button and sees the message change in place', async () => {
    const { id } = await look('IMAP');
    expect((await member.post('press', { messageId: id, customId: 'go' })).body).toEqual({ kind: 'done' });
    const changed = await member.hear(
      (event) => says('Gone on')(event) && event.kind === 'message' && !event.fresh,
    );
    expect(changed).toMatchObject({ message: { id } });
  });

  it('fills a form in, which nobody else can send', async () => {
    const { id } = await look('LDAP');
    const opened = (await member.post('press', { messageId: id, customId: 'ask' })).body;
    expect(opened).toMatchObject({ kind: 'modal' });
    expect(opened.html).toContain('Tell us');
    const filled = { modalId: opened.modalId, values: { why: 'it <matters>' } };
    expect((await admin.post('submit', filled)).status).toBe(409);
    expect((await member.post('submit', filled)).body).toEqual({ kind: 'done' });
    expect((await message('Because')).html).toContain('it &lt;matters&gt;');
    expect((await member.post('submit', filled)).status).toBe(409);
  });

  it('uses a message’s menu and dismisses the answer', async () => {
    const { id } = await look('DNS');
    expect((await member.post('menu', { messageId: id, command: 'Explain' })).body).toEqual({ kind: 'done' });
    const answer = await message(`Explained ${id}`);
    await member.post('dismiss', { messageId: answer.id });
    await member.hear((event) => event.kind === 'gone' && event.messageId === answer.id);
  });

  it('is told when the bot does not answer in three seconds', async () => {
    const sent = discord.requests.length;
    const asked = member.post('command', { channelId: hall.channels.study, command: 'silent', options: {} });
    discord.clock.freeze();
    await expect
      .poll(() =>
        discord
          .snapshot()
          .interactions.some(({ state, commandName }) => state === 'waiting' && commandName === 'silent'),
      )
      .toBe(true);
    discord.clock.advance(3_000);
    expect((await asked).body).toEqual({ kind: 'failed' });
    discord.clock.resume();
    expect(discord.requests.length).toBe(sent);
  });

  it('cannot send what the client would not', async () => {
    const body = { channelId: hall.channels.study, command: 'look', options: {} };
    const answer = await member.post('command', body);
    expect(answer.status).toBe(409);
    expect(answer.body.error).toContain('name');
    expect((await member.post('command', { ...body, command: 'secret' })).status).toBe(409);
  });

  it('sees the pictures that the bot uploads', async () => {
    const channel = await bot.channels.fetch(hall.channels.general);
    if (!channel?.isSendable()) throw new Error('the bot may write there');
    await channel.send({
      files: [{ attachment: Buffer.from('<svg/>'), name: 'a.svg', description: 'A chart' }],
      content: 'Look',
    });
    const { html } = await message('Look');
    const source = /src="([^"]+)"|href="(\/file[^"]+)"/.exec(html);
    const path = (source?.[1] ?? source?.[2] ?? '').replaceAll('&amp;', '&');
    const file = await ask(new URL(path, playground.url).href);
    expect([file.status, file.text]).toEqual([200, '<svg/>']);
    expect(file.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('and the bot did nothing wrong', () => {
    expect(discord.complaints).toEqual([]);
  });
});
