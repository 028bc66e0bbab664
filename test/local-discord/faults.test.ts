import { type Client, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeOf, type Hall, login, onAsk, openHall, registerAsk, textChannel } from './bot.ts';

let hall: Hall;
let client: Client<true>;

beforeEach(async () => {
  hall = await openHall();
  client = await login(hall, { enforceNonce: true });
});

afterEach(async () => {
  await client.destroy();
  await hall.close();
});

const send = () => textChannel(client, hall.channelId).send('daily');
const messages = () => hall.discord.messages(hall.channelId);
const statuses = () =>
  hall.discord.requests.filter(({ method }) => method === 'POST').map(({ status }) => status);
const POSTS = { method: 'POST', route: /^\/channels\/\d+\/messages$/ };

describe('a request that meets', () => {
  test('three 500s succeeds at the fourth attempt', async () => {
    hall.discord.faults.onRest({ ...POSTS, times: 3 }, { kind: 'status', status: 500 });
    await send();
    expect(statuses()).toEqual([500, 500, 500, 200]);
    expect(messages()).toHaveLength(1);
  });

  test('a 500 after the effect posts once, thanks to the nonce', async () => {
    hall.discord.faults.onRest(POSTS, { kind: 'status', status: 500, after: true });
    await send();
    expect(statuses()).toEqual([500, 200]);
    expect(messages()).toHaveLength(1);
  });

  test('a lost response posts once, thanks to the nonce', async () => {
    hall.discord.faults.onRest(POSTS, { kind: 'lostResponse' });
    await send();
    expect(statuses()).toEqual([0, 200]);
    expect(messages()).toHaveLength(1);
  });

  test('a cut connection is sent again', async () => {
    hall.discord.faults.onRest(POSTS, { kind: 'cut' });
    await send();
    expect(messages()).toHaveLength(1);
  });

  test('no answer is given up and sent again', async () => {
    const impatient = await login(hall, { rest: { timeout: 1_000 } });
    hall.discord.faults.onRest(POSTS, { kind: 'hang' });
    await textChannel(impatient, hall.channelId).send('daily');
    await impatient.destroy();
    expect(statuses()).toEqual([0, 200]);
    expect(messages()).toHaveLength(1);
  });

  test('a slow answer waits by the clock', async () => {
    hall.discord.clock.freeze();
    hall.discord.faults.onRest(POSTS, { kind: 'slow', ms: 60_000 });
    const sent = send();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(messages()).toEqual([]);
    await vi.waitFor(() => {
      hall.discord.clock.advance(60_000);
      expect(messages()).toHaveLength(1);
    });
    await sent;
  });

  test.each(['user', 'shared', 'global'] as const)('a 429 of scope %s is waited for', async (scope) => {
    hall.discord.faults.onRest(POSTS, { kind: 'rateLimit', retryAfterSeconds: 0.2, scope });
    const before = performance.now();
    await send();
    expect(performance.now() - before).toBeGreaterThan(200);
    expect(messages()).toHaveLength(1);
  });

  test('a 429 without headers is repeated at once', async () => {
    hall.discord.faults.onRest(
      { ...POSTS, times: 3 },
      { kind: 'rateLimit', retryAfterSeconds: 30, scope: 'user', headers: false },
    );
    await send();
    expect(statuses()).toEqual([429, 429, 429, 200]);
  });

  test('code of the test’s runs before and after the effect', async () => {
    const seen: number[] = [];
    const look = () => {
      seen.push(messages().length);
    };
    hall.discord.faults.onRest(POSTS, { kind: 'call', before: look, after: look });
    await send();
    expect(seen).toEqual([0, 1]);
  });

  test('faults asked for and cleared does not suffer them', async () => {
    hall.discord.faults.onRest(POSTS, { kind: 'status', status: 500 });
    hall.discord.faults.clear();
    await send();
    expect(statuses()).toEqual([200]);
  });

  test('none of it is a complaint', async () => {
    hall.discord.faults.onRest(POSTS, { kind: 'status', status: 403, body: { code: 50013, message: 'No' } });
    expect(
      await codeOf(client.rest.post(Routes.channelMessages(hall.channelId), { body: { content: 'x' } })),
    ).toBe(50013);
    expect(hall.discord.complaints).toEqual([]);
  });
});

test('an answer to an interaction that is lost is repeated, refused as doubled, and no complaint', async () => {
  await registerAsk(client);
  hall.discord.faults.onRest({ route: '/callback' }, { kind: 'lostResponse' });
  const code = onAsk(client, (interaction) => codeOf(interaction.reply('once')));
  expect((await hall.mia.command(hall.channelId, 'ask')).kind).toBe('message');
  expect(await code).toBe(40060);
  expect(hall.discord.complaints).toEqual([]);
});

test('an interaction replayed after a dropped connection can be too late, and that is no complaint', async () => {
  await registerAsk(client);
  hall.discord.clock.freeze();
  const code = onAsk(client, (interaction) => codeOf(interaction.reply('stale')));
  hall.discord.faults.freezeGateway();
  const outcome = hall.mia.command(hall.channelId, 'ask');
  hall.discord.clock.advance(3_000);
  expect((await outcome).kind).toBe('failed');
  hall.discord.faults.thawGateway();
  expect(await code).toBe(10062);
  expect(hall.discord.complaints).toEqual([]);
});

describe('rate limits', () => {
  test('hold the sixth message of five seconds back, and discord.js waits by itself', async () => {
    const before = performance.now();
    for (let n = 0; n < 6; n += 1) await send();
    expect(performance.now() - before).toBeGreaterThan(4_000);
    expect(statuses()).toEqual([200, 200, 200, 200, 200, 200]);
    expect(hall.discord.complaints).toEqual([]);
  });

  test('end early when the clock is moved, for whoever asks', async () => {
    const post = () =>
      fetch(`${hall.discord.apiUrl}/v10/channels/${hall.channelId}/messages`, {
        method: 'POST',
        body: JSON.stringify({ content: 'x' }),
        headers: {
          Authorization: `Bot ${hall.application.token}`,
          'User-Agent': 'DiscordBot (https://example.org, 1)',
          'Content-Type': 'application/json',
        },
      });
    for (let n = 0; n < 5; n += 1)
      expect((await post()).headers.get('X-RateLimit-Remaining')).toBe(String(4 - n));
    const refused = await post();
    expect([refused.status, refused.headers.get('X-RateLimit-Scope')]).toEqual([429, 'user']);
    expect(hall.discord.complaints).toMatchObject([{ status: 429 }]);
    hall.discord.clock.advance(5_000);
    expect((await post()).status).toBe(200);
  });
});
