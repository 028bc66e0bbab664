import { describe, expect, it } from 'vitest';
import { type Caller, refusalOf } from '../../src/playground/origin.ts';

const PORT = 4321;
const GET: Caller = { method: 'GET', host: `127.0.0.1:${PORT}`, origin: undefined, contentType: undefined };
const POST: Caller = {
  method: 'POST',
  host: `localhost:${PORT}`,
  origin: `http://localhost:${PORT}`,
  contentType: 'application/json; charset=utf-8',
};

describe('refusalOf', () => {
  it('lets the page in', () => {
    expect(refusalOf(GET, PORT)).toBeNull();
    expect(refusalOf(POST, PORT)).toBeNull();
    expect(refusalOf({ ...GET, host: `LOCALHOST:${PORT}` }, PORT)).toBeNull();
  });

  it.each([
    ['a name made to resolve here', { host: `evil.example:${PORT}` }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no port', { host: '127.0.0.1' }],
    ['a name that begins like ours', { host: `127.0.0.1:${PORT}.evil.example` }],
    ['no host', { host: undefined }],
  ])('refuses %s', (_, change) => {
    expect(refusalOf({ ...GET, ...change }, PORT)).toBe('foreign host');
  });

  it.each(['https://evil.example', 'null', `https://localhost:${PORT}`, `http://127.0.0.1:${PORT}`])(
    'refuses a request that comes from %s',
    (origin) => {
      expect(refusalOf({ ...POST, origin }, PORT)).toBe('foreign origin');
      expect(refusalOf({ ...GET, host: `localhost:${PORT}`, origin }, PORT)).toBe('foreign origin');
    },
  );

  it('changes nothing for a form, for a request without an origin, or by another method', () => {
    expect(refusalOf({ ...POST, contentType: 'text/plain' }, PORT)).toBe('not JSON');
    expect(refusalOf({ ...POST, contentType: 'application/x-www-form-urlencoded' }, PORT)).toBe('not JSON');
    expect(refusalOf({ ...POST, contentType: undefined }, PORT)).toBe('not JSON');
    expect(refusalOf({ ...POST, origin: undefined }, PORT)).toBe('missing origin');
    expect(refusalOf({ ...POST, method: 'PUT' }, PORT)).toBe('method');
  });
});
