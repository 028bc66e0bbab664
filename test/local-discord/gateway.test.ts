import { createInflate, inflateSync } from 'node:zlib';
import { Events, GatewayIntentBits, Status } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { clientFor, type Hall, login, onAsk, once, openHall, registerAsk } from './bot.ts';

let hall: Hall;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  hall = await openHall();
  closing.push(hall.close);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function connected(...args: Parameters<typeof login>) {
  const client = await login(...args);
  closing.push(() => client.destroy());
  return client;
}

/** A raw connection past its HELLO. */
async function rawSocket(path = '/?v=10&encoding=json'): Promise<WebSocket> {
  const socket = new WebSocket(hall.discord.apiUrl.replace('http', 'ws').replace('/api', path));
  closing.push(() => socket.terminate());
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', (code) => resolve(code)));

describe('login', () => {
  test('brings the guild with its channels, roles and the bot itself', async () => {
    const client = await connected(hall);
    const guild = client.guilds.cache.get(hall.guild.id);
    expect(guild?.available).toBe(true);
    expect(guild?.channels.cache.has(hall.channelId)).toBe(true);
    expect(guild?.members.me?.permissionsIn(hall.channelId).has('SendMessages')).toBe(true);
    expect(client.user.username).toBe('Echo');
  });

  test('is refused for a token of nobody', async () => {
    const client = clientFor(hall);
    await expect(client.login('nobody')).rejects.toThrow();
    expect(hall.discord.complaints[0]).toMatchObject({ status: 401 });
  });

  test('is refused for privileged intents that are switched off, and closes with 4014', async () => {
    const client = clientFor(hall, { intents: [GatewayIntentBits.MessageContent] });
    await expect(client.login(hall.application.token)).rejects.toThrow('disallowed intents');
    expect(hall.discord.complaints).toMatchObject([{ where: 'gateway', code: 4014 }]);
  });

  test('of a shard gets only the guilds on it', async () => {
    const { guild } = hall;
    const shard = Number((BigInt(guild.id) >> 22n) % 2n);
    const client = await connected(hall, { shards: [1 - shard], shardCount: 2 });
    expect(client.guilds.cache.size).toBe(0);
    const other = await connected(hall, { shards: [shard], shardCount: 2 });
    expect(other.guilds.cache.size).toBe(1);
  });

  test('with a guild in an outage is ready without it, and hears when it is back', async () => {
    hall.guild.setUnavailable(true);
    const client = await connected(hall, { waitGuildTimeout: 50 });
    expect(client.guilds.cache.get(hall.guild.id)?.available).toBe(false);
    const back = once(client, Events.GuildAvailable);
    hall.guild.setUnavailable(false);
    await back;
    expect(client.guilds.cache.get(hall.guild.id)?.available).toBe(true);
  });
});

describe('a lost connection', () => {
  test('is resumed, and what was missed is replayed in order', async () => {
    const client = await connected(hall);
    const names: string[] = [];
    client.on(Events.ChannelCreate, ({ name }) => names.push(name));
    const resumed = once(client, Events.ShardResume);
    hall.discord.faults.dropGateway();
    hall.guild.createChannel({ name: 'one' });
    hall.guild.createChannel({ name: 'two' });
    await resumed;
    expect(names).toEqual(['one', 'two']);
  });

  test('with 4000 is resumed too', async () => {
    const client = await connected(hall);
    const resumed = once(client, Events.ShardResume);
    hall.discord.faults.dropGateway(4000);
    await resumed;
  });

  test('whose resume is refused leads to a new session', async () => {
    const client = await connected(hall);
    const ready = once(client, Events.ShardReady);
    hall.discord.faults.refuseResume();
    hall.discord.faults.dropGateway();
    await ready;
    expect(client.ws.status).toBe(Status.Ready);
  });

  test('over three minutes old cannot be resumed', async () => {
    const client = await connected(hall);
    const ready = once(client, Events.ShardReady);
    hall.discord.faults.dropGateway();
    await new Promise((resolve) => setImmediate(resolve));
    await vi.waitFor(() => expect(client.ws.shards.first()?.status).not.toBe(Status.Ready));
    hall.discord.clock.advance(200_000);
    await ready;
  });

  test('with 4004 ends the client for good', async () => {
    const client = await connected(hall);
    client.on(Events.ShardError, () => {});
    const gone = once(client, Events.ShardDisconnect);
    hall.discord.faults.dropGateway(4004);
    expect((await gone)[0]).toMatchObject({ code: 4004 });
  });
});

test('a client whose heartbeats go unanswered leaves, and resumes when the gateway thaws', async () => {
  const quick = await openHall({ heartbeatIntervalMs: 400 });
  closing.push(quick.close);
  const client = await connected(quick);
  const names: string[] = [];
  client.on(Events.ChannelCreate, ({ name }) => names.push(name));
  const reconnecting = once(client, Events.ShardReconnecting);
  quick.discord.faults.freezeGateway();
  await reconnecting;
  quick.guild.createChannel({ name: 'meanwhile' });
  const resumed = once(client, Events.ShardResume);
  quick.discord.faults.thawGateway();
  await resumed;
  expect(names).toEqual(['meanwhile']);
});

test('a client that does not beat is closed with 4009', async () => {
  const quick = await openHall({ heartbeatIntervalMs: 50 });
  closing.push(quick.close);
  const socket = new WebSocket(quick.discord.apiUrl.replace('http', 'ws').replace('/api', '/?v=10'));
  expect(await closeCode(socket)).toBe(4009);
});

describe('compression', () => {
  const identify = (fields: object) =>
    JSON.stringify({ op: 2, d: { token: hall.application.token, intents: 1, properties: {}, ...fields } });

  test('as one zlib stream, when the address asks for it', async () => {
    const socket = new WebSocket(
      hall.discord.apiUrl.replace('http', 'ws').replace('/api', '/?v=10&compress=zlib-stream'),
    );
    closing.push(() => socket.terminate());
    const inflate = createInflate();
    const payloads: { op: number; t: string | null }[] = [];
    // Each payload ends in a flush, so that each chunk that comes out is one payload.
    inflate.on('data', (chunk) => payloads.push(JSON.parse(String(chunk))));
    socket.on('message', (data: Buffer) => inflate.write(data));
    socket.on('open', () => socket.send(identify({})));
    await vi.waitFor(() =>
      expect(payloads.map(({ op, t }) => t ?? op)).toEqual([10, 'READY', 'GUILD_CREATE']),
    );
  });

  test('of each payload alone, when IDENTIFY asks for it', async () => {
    const socket = await rawSocket();
    const first = new Promise<Buffer>((resolve) => socket.once('message', resolve));
    socket.send(identify({ compress: true }));
    expect(JSON.parse(inflateSync(await first).toString())).toMatchObject({ t: 'READY' });
  });
});

describe('told by the gateway', () => {
  test('to reconnect, the client resumes', async () => {
    const client = await connected(hall);
    const resumed = once(client, Events.ShardResume);
    hall.discord.faults.reconnect();
    await resumed;
  });

  test('that its session is invalid but resumable, it resumes', async () => {
    const client = await connected(hall);
    hall.discord.faults.invalidSession(true);
    const created = once(client, Events.ChannelCreate);
    hall.guild.createChannel({ name: 'later' });
    await created;
    expect(hall.discord.complaints).toEqual([]);
  });

  test('that its session is invalid, it identifies anew', async () => {
    const client = await connected(hall);
    const ready = once(client, Events.ShardReady);
    hall.discord.faults.invalidSession(false);
    await ready;
  });

  test('nothing at all, a frozen gateway delivers when it thaws', async () => {
    const client = await connected(hall);
    const created = once(client, Events.ChannelCreate);
    hall.discord.faults.freezeGateway();
    const { id } = hall.guild.createChannel({ name: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(client.channels.cache.has(id)).toBe(false);
    hall.discord.faults.thawGateway();
    await created;
    expect(client.channels.cache.has(id)).toBe(true);
  });
});

describe('misuse closes with Discord’s code', () => {
  test.each([
    ['nonsense', 'no JSON', 4002],
    ['more than 4096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4096) }), 4002],
    ['an unknown opcode', JSON.stringify({ op: 99, d: null }), 4001],
    ['a presence before identifying', JSON.stringify({ op: 3, d: {} }), 4003],
    ['a token of nobody', JSON.stringify({ op: 2, d: { token: 'x', intents: 1, properties: {} } }), 4004],
    [
      'a resume with a token of nobody',
      JSON.stringify({ op: 6, d: { token: 'x', session_id: 'y', seq: 1 } }),
      4004,
    ],
  ])('%s', async (_what, text, code) => {
    const socket = await rawSocket();
    const closed = closeCode(socket);
    socket.send(text);
    expect(await closed).toBe(code);
    expect(hall.discord.complaints).toMatchObject([{ where: 'gateway', code }]);
  });

  test.each([
    ['a shard beyond the count', { shard: [2, 2] }, 4010],
    ['unknown intents', { intents: 1 << 30 }, 4013],
  ])('%s', async (_what, fields, code) => {
    const socket = await rawSocket();
    const closed = closeCode(socket);
    const d = { token: hall.application.token, intents: 1, properties: {}, ...fields };
    socket.send(JSON.stringify({ op: 2, d }));
    expect(await closed).toBe(code);
  });

  test('another version', async () => {
    const socket = new WebSocket(hall.discord.apiUrl.replace('http', 'ws').replace('/api', '/?v=9'));
    expect(await closeCode(socket)).toBe(4012);
  });

  test('identifying twice', async () => {
    const socket = await rawSocket();
    const closed = closeCode(socket);
    const identify = JSON.stringify({
      op: 2,
      d: { token: hall.application.token, intents: 1, properties: {} },
    });
    socket.send(identify);
    socket.send(identify);
    expect(await closed).toBe(4005);
  });

  test('more than 120 sends in a minute', async () => {
    const socket = await rawSocket();
    const closed = closeCode(socket);
    for (let sent = 0; sent <= 120; sent += 1) socket.send(JSON.stringify({ op: 1, d: null }));
    expect(await closed).toBe(4008);
  });
});

describe('events', () => {
  test('come only for the intents that were asked for', async () => {
    const client = await connected(hall, { intents: [GatewayIntentBits.GuildMessages] });
    const seen: string[] = [];
    client.on(Events.ChannelCreate, () => seen.push('channel'));
    client.on(Events.Raw, ({ t }: { t: string }) => seen.push(t));
    hall.guild.createChannel({ name: 'unheard' });
    hall.guild.removeMember(hall.tom);
    hall.mia.say(hall.channelId, 'hello');
    await vi.waitFor(() => expect(seen).toEqual(['MESSAGE_CREATE']));
  });

  test('of messages carry no content of others without the privileged intent', async () => {
    const client = await connected(hall, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    });
    const heard = once(client, Events.MessageCreate);
    hall.mia.say(hall.channelId, 'secret');
    expect((await heard)[0]).toMatchObject({ content: '' });
  });

  test('tell of a deleted channel, a changed role, and being thrown out', async () => {
    const client = await connected(hall);
    const deleted = once(client, Events.ChannelDelete);
    hall.guild.deleteChannel(hall.channelId);
    expect((await deleted)[0]).toMatchObject({ id: hall.channelId });
    const role = once(client, Events.GuildRoleUpdate);
    hall.guild.setRolePermissions(hall.guild.id, ['ViewChannel']);
    await role;
    const out = once(client, Events.GuildDelete);
    hall.guild.removeBot(hall.application);
    expect((await out)[0]).toMatchObject({ id: hall.guild.id });
  });

  test('reach two processes with one token; the second answer is refused', async () => {
    const first = await connected(hall);
    const second = await connected(hall);
    await registerAsk(first);
    const results = [first, second].map((client) =>
      onAsk(client, (interaction) => interaction.reply('mine')).then(
        () => 'won',
        (error: { code: number }) => error.code,
      ),
    );
    expect((await hall.mia.command(hall.channelId, 'ask')).kind).toBe('message');
    expect((await Promise.all(results)).map(String).sort()).toEqual(['40060', 'won']);
    expect(hall.discord.messages(hall.channelId)).toHaveLength(1);
  });
});
