import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRequest, REFUSALS, ROUTES } from '../../../src/local-discord/rules/index.ts';
import { told } from './told.ts';

const described = JSON.parse(
  readFileSync(new URL('../../../src/local-discord/rules/openapi.json', import.meta.url), 'utf8'),
) as { requests: Record<string, { body?: unknown }> };

describe('routes', () => {
  it('are those of the description, each once', () => {
    expect(Object.keys(described.requests)).toEqual([...ROUTES]);
    expect(new Set(ROUTES).size).toBe(ROUTES.length);
  });

  it('are refused as a mistake of the caller when unknown', () => {
    expect(() => checkRequest('GET /nothing', undefined)).toThrow(RangeError);
  });

  const withBody = ROUTES.filter((route) => described.requests[route]?.body !== undefined);

  it.each(withBody)('%s refuses a body of the wrong shape', (route) => {
    expect(checkRequest(route, 'text')?.body.code).toBe(50035);
  });

  it.each(withBody)('%s refuses a field that Discord does not know', (route) => {
    const body = route.startsWith('PUT /applications') ? [{ name: 'a', zzz: 1 }] : { zzz: 1 };
    const codes = told(checkRequest(route, body));
    const known = route.endsWith('/callback') ? 'type BASE_TYPE_REQUIRED' : 'zzz UNKNOWN_FIELD';
    expect(codes.some((one) => one.endsWith(known))).toBe(true);
  });

  it('takes no notice of a body where none is described', () => {
    expect(checkRequest('POST /channels/{channel_id}/typing', {})).toBeNull();
    expect(checkRequest('POST /channels/{channel_id}/typing', undefined)).toBeNull();
  });
});

describe('query parameters', () => {
  const list = 'GET /channels/{channel_id}/messages';
  const cases = [
    [list, { limit: '100', before: '175928847299117063' }, []],
    [list, { limit: '1' }, []],
    [list, { limit: '101' }, ['limit NUMBER_TYPE_MAX']],
    [list, { limit: '0' }, ['limit NUMBER_TYPE_MIN']],
    [list, { limit: 'ten' }, ['limit NUMBER_TYPE_COERCE']],
    [list, { before: 'yesterday' }, ['before NUMBER_TYPE_COERCE']],
    [list, { page: '2' }, ['page UNKNOWN_FIELD']],
    ['GET /guilds/{guild_id}', { with_counts: 'true' }, []],
    ['GET /guilds/{guild_id}', { with_counts: 'maybe' }, ['with_counts BOOLEAN_TYPE_CONVERT']],
    ['GET /applications/{application_id}/entitlements', { sku_ids: ['1', '2'] }, []],
  ] as const;

  it.each(cases)('%s %o', (route, query, tells) => {
    expect(told(checkRequest(route, undefined, query))).toEqual(tells);
  });
});

describe('bodies other than messages and commands', () => {
  const cases = [
    ['PUT /channels/{channel_id}/permissions/{overwrite_id}', { type: 0, allow: '1024', deny: '0' }, []],
    [
      'PUT /channels/{channel_id}/permissions/{overwrite_id}',
      { type: 2, allow: 'all' },
      ['type BASE_TYPE_CHOICES', 'allow NUMBER_TYPE_COERCE'],
    ],
    [
      'POST /channels/{channel_id}/messages/{message_id}/threads',
      { name: 'Talk', auto_archive_duration: 60 },
      [],
    ],
    [
      'POST /channels/{channel_id}/messages/{message_id}/threads',
      { auto_archive_duration: 61 },
      ['name BASE_TYPE_REQUIRED', 'auto_archive_duration BASE_TYPE_CHOICES'],
    ],
    ['POST /channels/{channel_id}/messages/bulk-delete', { messages: ['1', '2'] }, []],
    [
      'POST /channels/{channel_id}/messages/bulk-delete',
      { messages: ['1'] },
      ['messages BASE_TYPE_BAD_LENGTH'],
    ],
    ['POST /users/@me/channels', { recipient_id: '80351110224678912' }, []],
    ['POST /guilds/{guild_id}/roles', { name: 'Learner', permissions: '0', mentionable: true }, []],
    ['PATCH /guilds/{guild_id}/members/@me', { nick: 'Sensei' }, []],
  ] as const;

  it.each(cases)('%s %o', (route, body, tells) => {
    expect(told(checkRequest(route, body))).toEqual(tells);
  });
});

describe('refusals without a form', () => {
  it('carry the codes of the documentation', () => {
    const codes = Object.values(REFUSALS).map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [500, 0],
      [400, 50006],
      [400, 50109],
      [413, 40005],
      [400, 30032],
    ]);
  });
});
