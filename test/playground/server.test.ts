import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/index.ts';
import {
  openStudyHall,
  type Playground,
  type StudyHall,
  startPlayground,
} from '../../src/playground/index.ts';
import { ask, Visitor } from './visitor.ts';

let discord: LocalDiscord;
let hall: StudyHall;
let playground: Playground;

beforeAll(async () => {
  discord = await startLocalDiscord();
  hall = openStudyHall(discord, 'Tutor');
  playground = await startPlayground({
    discord,
    hall,
    actions: [
      { id: 'greet', label: 'Greet', run: async () => 'Greeted.' },
      { id: 'break', label: 'Break', run: async () => Promise.reject(new Error('secret detail')) },
    ],
    suggestions: [{ label: 'Look', command: 'look', options: { name: 'SMTP' } }],
  });
});

afterAll(async () => {
  await playground.close();
  await discord.close();
});

const at = (path: string): string => new URL(path, playground.url).href;

describe('the page', () => {
  it.each([
    ['/', 'text/html'],
    ['/page.js', 'text/javascript'],
    ['/page.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await ask(at(path));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.text.length).toBeGreaterThan(50);
  });

  it('asks for nothing from elsewhere and forbids it', async () => {
    const page = await ask(at('/'));
    const style = await ask(at('/page.css'));
    expect(page.text + style.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|url\(|@import/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('knows nothing else', async () => {
    expect((await ask(at('/package.json'))).status).toBe(404);
    expect((await ask(at('/..%2fserver.ts'))).status).toBe(404);
  });
});

describe('strangers', () => {
  const own = (): string => new URL(playground.url).host;

  it('are refused under another name, with pages and data alike', async () => {
    for (const path of ['/', '/page.js', '/api/world', '/api/stream', '/file']) {
      expect(
        (await ask(at(path), { headers: { host: `evil.example:${new URL(playground.url).port}` } })).status,
      ).toBe(403);
      expect((await ask(at(path), { headers: { host: own(), origin: 'https://evil.example' } })).status).toBe(
        403,
      );
    }
  });

  it('cannot act through a visitor’s browser', async () => {
    const before = discord.clock.now();
    const body = JSON.stringify({ kind: 'advance', ms: 86_400_000 });
    const json = { 'content-type': 'application/json' };
    const tries = [
      { ...json },
      { ...json, origin: 'null' },
      { ...json, origin: 'https://evil.example' },
      { 'content-type': 'text/plain', origin: new URL(playground.url).origin },
    ];
    for (const headers of tries) {
      expect((await ask(at('/api/clock'), { method: 'POST', headers, body })).status).toBe(403);
    }
    expect(discord.clock.now() - before).toBeLessThan(60_000);
  });

  it('get no file but the local Discord’s attachments', async () => {
    for (const path of [
      '/api/v10/users/@me',
      '//127.0.0.1:1/attachments/1',
      'http://127.0.0.1:1/attachments/',
      '',
      '/attachments/../api/v10/gateway',
    ]) {
      expect((await ask(at(`/file?at=${encodeURIComponent(path)}`))).status, path).toBe(404);
    }
  });
});

describe('what is asked for', () => {
  it('must be a known deed with a fitting body', async () => {
    const visitor = new Visitor(playground.url, hall.people[0].id);
    expect((await visitor.post('rob', {})).status).toBe(404);
    expect((await visitor.post('press', { messageId: 'x', customId: 'y' })).status).toBe(400);
    expect(
      (await visitor.post('say', { channelId: hall.channels.study, content: 'x'.repeat(2001) })).status,
    ).toBe(400);
    expect((await new Visitor(playground.url, '1').post('dismiss', { messageId: '1' })).status).toBe(409);
    const headers = { 'content-type': 'application/json', origin: new URL(playground.url).origin };
    const broken = await ask(at('/api/say'), { method: 'POST', headers, body: '{' });
    expect([broken.status, broken.text]).toEqual([400, '{"error":"the body is not JSON"}']);
  });

  it('is a world with the hall, its people and what the page may set off', async () => {
    const world = await new Visitor(playground.url, hall.people[1].id).world();
    expect(world.me).toBe(hall.people[1].id);
    expect(world.guilds[0]?.channels.map(({ name }) => name)).toEqual([
      'welcome',
      'study',
      'daily-question',
      'general',
    ]);
    expect(world.members.map(({ admin }) => admin)).toEqual([true, false, false, false]);
    expect(world.actions).toEqual([
      { id: 'greet', label: 'Greet' },
      { id: 'break', label: 'Break' },
    ]);
    expect(world.suggestions).toHaveLength(1);
  });

  it('is an action, whose failure is told without its inside', async () => {
    const visitor = new Visitor(playground.url, hall.people[0].id);
    expect((await visitor.post('action', { id: 'greet' })).body).toEqual({ text: 'Greeted.' });
    const broken = await visitor.post('action', { id: 'break' });
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toContain('secret');
    expect((await visitor.post('action', { id: 'none' })).status).toBe(409);
  });
});

describe('the stream', () => {
  it('carries what members say to all who see the channel, drawn and escaped', async () => {
    const [mira, jonas] = hall.people.map((person) => new Visitor(playground.url, person.id));
    if (!mira || !jonas) throw new Error('the hall has people');
    await jonas.follow();
    await mira.post('say', { channelId: hall.channels.general, content: '<b>hello</b> **all**' });
    const event = await jonas.hear(({ kind }) => kind === 'message');
    expect(event).toMatchObject({
      fresh: true,
      message: { author: 'Mira Okafor', words: '<b>hello</b> all' },
    });
    expect(event.kind === 'message' && event.message.html).toContain(
      '&lt;b&gt;hello&lt;/b&gt; <strong>all</strong>',
    );
    expect(await jonas.messages(hall.channels.general)).toHaveLength(1);
    jonas.leave();
  });

  it('hides a channel, its messages and its news from those who may not see it', async () => {
    const [, jonas, priya] = hall.people;
    hall.guild.setPermissions(hall.channels.daily, jonas.id, { deny: ['ViewChannel'] });
    const kept = new Visitor(playground.url, jonas.id);
    const other = new Visitor(playground.url, priya.id);
    await Promise.all([kept.follow(), other.follow()]);
    await other.post('say', { channelId: hall.channels.daily, content: 'not for Jonas' });
    await other.hear(({ kind }) => kind === 'message');
    await other.post('say', { channelId: hall.channels.study, content: 'for all' });
    await kept.hear(({ kind }) => kind === 'message');
    expect(JSON.stringify(kept.heard)).not.toContain('not for Jonas');
    expect(await kept.messages(hall.channels.daily)).toEqual([]);
    expect((await kept.world()).guilds[0]?.channels.map(({ name }) => name)).not.toContain('daily-question');
    hall.guild.setPermissions(hall.channels.daily, jonas.id, {});
    await kept.hear(({ kind }) => kind === 'world');
    kept.leave();
    other.leave();
  });

  it('tells of the clock, which the page can move and give back', async () => {
    const visitor = new Visitor(playground.url, hall.people[0].id);
    await visitor.follow();
    const day = 86_400_000;
    await visitor.post('clock', { kind: 'advance', ms: day });
    const moved = await visitor.hear(({ kind }) => kind === 'clock');
    expect(moved.kind === 'clock' && moved.clock.now - Date.now()).toBeGreaterThan(day - 60_000);
    await visitor.post('clock', { kind: 'set', at: Date.parse('2027-03-28T00:59:00Z') });
    expect(new Date(discord.clock.now()).toISOString()).toMatch(/^2027-03-28T00:59/);
    await visitor.post('clock', { kind: 'real' });
    expect(Math.abs(discord.clock.now() - Date.now())).toBeLessThan(1000);
    visitor.leave();
  });
});
