/**
 * Who may speak to the playground: its own page on this machine and nobody else. A page from elsewhere could
 * otherwise reach it through the visitor's browser, by a form or fetch (cross-site request forgery) or by a
 * name that is made to resolve to 127.0.0.1 (DNS rebinding).
 */

/** The parts of a request that decide. Header values as Node gives them, undefined when absent. */
export interface Caller {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly contentType: string | undefined;
}

export type Refusal = 'foreign host' | 'foreign origin' | 'missing origin' | 'not JSON' | 'method';

const NAMES = ['127.0.0.1', 'localhost'] as const;

/** Why a request is refused, or null when it is the page's own. `port` is the port that the server listens on. */
export function refusalOf(caller: Caller, port: number): Refusal | null {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  if (caller.host === undefined || !hosts.includes(caller.host.toLowerCase())) return 'foreign host';
  // The page's origin is the very host it was asked by: 127.0.0.1 may not act for localhost.
  const own = `http://${caller.host.toLowerCase()}`;
  if (caller.origin !== undefined && caller.origin !== own) return 'foreign origin';
  if (caller.method === 'GET' || caller.method === 'HEAD') return null;
  if (caller.method !== 'POST') return 'method';
  if (caller.origin === undefined) return 'missing origin';
  const mediaType = caller.contentType?.split(';')[0]?.trim().toLowerCase();
  return mediaType === 'application/json' ? null : 'not JSON';
}

/** Sent with every answer: nothing from elsewhere runs in the page, and nothing may frame it. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
