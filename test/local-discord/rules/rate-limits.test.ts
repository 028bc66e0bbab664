import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CALLBACK_ROUTE, RateLimits, type RouteKey } from '../../../src/local-discord/rules/index.ts';

const CREATE: RouteKey = 'POST /channels/{channel_id}/messages';
const READ: RouteKey = 'GET /channels/{channel_id}/messages/{message_id}';
const FOLLOW_UP: RouteKey = 'POST /webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL: RouteKey = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const START_MS = 1_700_000_000_250;

let now: number;
let limits: RateLimits;

beforeEach(() => {
  now = START_MS;
  limits = new RateLimits(() => now);
});

const take = (route: RouteKey, major: string, count: number) =>
  Array.from({ length: count }, () => limits.take(route, major).allowed);

describe('buckets', () => {
  it('let five messages into a channel in five seconds', () => {
    expect(take(CREATE, '1', 6)).toEqual([true, true, true, true, true, false]);
    now += 4999;
    expect(take(CREATE, '1', 1)).toEqual([false]);
    now += 1;
    expect(take(CREATE, '1', 1)).toEqual([true]);
  });

  it('are apart for each channel and route', () => {
    take(CREATE, '1', 5);
    expect(take(CREATE, '2', 1)).toEqual([true]);
    expect(take(READ, '1', 1)).toEqual([true]);
  });

  it('are shared by all calls with one webhook token', () => {
    expect(take(FOLLOW_UP, '1/token', 3)).toEqual([true, true, true]);
    expect(take(ORIGINAL, '1/token', 3)).toEqual([true, true, false]);
    expect(take(ORIGINAL, '1/other', 1)).toEqual([true]);
    now += 2000;
    expect(take(ORIGINAL, '1/token', 1)).toEqual([true]);
  });

  it('tell how they stand', () => {
    limits.take(CREATE, '1');
    now += 1500;
    expect(limits.take(CREATE, '1')).toEqual({
      allowed: true,
      headers: {
        'X-RateLimit-Limit': '5',
        'X-RateLimit-Remaining': '3',
        'X-RateLimit-Reset': '1700000005.250',
        'X-RateLimit-Reset-After': '3.500',
        'X-RateLimit-Bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    });
  });

  it('tell when to come back', () => {
    take(CREATE, '1', 5);
    now += 1500;
    expect(limits.take(CREATE, '1')).toMatchObject({
      allowed: false,
      retryAfterSeconds: 3.5,
      headers: { 'Retry-After': '4', 'X-RateLimit-Scope': 'user', 'X-RateLimit-Remaining': '0' },
      body: { message: 'You are being rate limited.', retry_after: 3.5, global: false },
    });
  });

  it('have one name for each kind, whatever the channel', () => {
    const bucket = (route: RouteKey, major: string) =>
      limits.take(route, major).headers['X-RateLimit-Bucket'];
    expect(bucket(CREATE, '1')).toBe(bucket(CREATE, '2'));
    expect(bucket(CREATE, '1')).not.toBe(bucket(READ, '1'));
  });

  it('tell the hour when it differs from the time that passes', () => {
    const own = new RateLimits(
      () => 7000,
      () => START_MS,
    );
    expect(own.take(CREATE, '1').headers['X-RateLimit-Reset']).toBe('1700000005.250');
  });

  it('survive a clock that is set back', () => {
    take(CREATE, '1', 5);
    now -= 60_000;
    expect(take(CREATE, '1', 1)).toEqual([true]);
  });
});

describe('the limit over all routes', () => {
  const spread = (count: number) => Array.from({ length: count }, (_, i) => limits.take(READ, String(i)));

  it('is fifty a second', () => {
    const answers = spread(51);
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(50);
    expect(answers.at(-1)).toMatchObject({
      retryAfterSeconds: 1,
      headers: { 'Retry-After': '1', 'X-RateLimit-Scope': 'global', 'X-RateLimit-Global': 'true' },
      body: { global: true },
    });
    now += 1000;
    expect(spread(1)[0]?.allowed).toBe(true);
  });

  it('does not hold for callbacks', () => {
    spread(50);
    expect(limits.take(CALLBACK_ROUTE, '1/token')).toEqual({ allowed: true, headers: {} });
    expect(take(CALLBACK_ROUTE, '1/token', 200).every(Boolean)).toBe(true);
  });
});

describe('whatever is sent when', () => {
  const sendings = fc.array(fc.record({ waitMs: fc.nat(1200), channel: fc.nat(2) }), { maxLength: 120 });

  it('no channel gets more than five messages in any window that its headers announce', () => {
    fc.assert(
      fc.property(sendings, (all) => {
        let clock = START_MS;
        const own = new RateLimits(() => clock);
        const counts = new Map<string, number>();
        for (const { waitMs, channel } of all) {
          clock += waitMs;
          const answer = own.take(CREATE, String(channel));
          if (!answer.allowed) continue;
          const window = `${channel} ${answer.headers['X-RateLimit-Reset']}`;
          counts.set(window, (counts.get(window) ?? 0) + 1);
        }
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('waiting as told is enough', () => {
    fc.assert(
      fc.property(sendings, (all) => {
        let clock = START_MS;
        const own = new RateLimits(() => clock);
        for (const { waitMs, channel } of all) {
          clock += waitMs;
          const answer = own.take(CREATE, String(channel));
          if (answer.allowed) continue;
          clock += answer.retryAfterSeconds * 1000;
          expect(own.take(CREATE, String(channel)).allowed).toBe(true);
        }
      }),
    );
  });
});
