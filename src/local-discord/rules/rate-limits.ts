import { createHash } from 'node:crypto';
import { LIMITS } from './limits.ts';
import { CALLBACK_ROUTE, type RouteKey } from './routes.ts';

/** The request may go on; the headers go into whatever is answered. */
export interface Allowed {
  readonly allowed: true;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request is answered 429 with these headers and this body. */
export interface Limited {
  readonly allowed: false;
  /** Exact, with fractions; the Retry-After header is rounded up to whole seconds. */
  readonly retryAfterSeconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly message: string; readonly retry_after: number; readonly global: boolean };
}

interface Pace {
  readonly limit: number;
  readonly windowSeconds: number;
}

interface Window {
  resetAtMs: number;
  used: number;
}

const { globalPerSecond, messageCreates, webhook, other } = LIMITS.rate;
const GLOBAL: Pace = { limit: globalPerSecond, windowSeconds: 1 };
const WEBHOOK_PREFIX = '/webhooks/{webhook_id}/{webhook_token}';
/** Expired windows are swept when more than this many are held. */
const SWEEP_ABOVE = 1000;

/** All calls with one webhook token share a bucket, as measured for follow-ups and @original. */
function bucketOf(route: RouteKey): { readonly name: string; readonly pace: Pace } {
  if (route.includes(WEBHOOK_PREFIX)) return { name: WEBHOOK_PREFIX, pace: webhook };
  if (route === 'POST /channels/{channel_id}/messages') return { name: route, pace: messageCreates };
  return { name: route, pace: other };
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms)) / 1000;

function sayNo(afterSeconds: number, scope: 'user' | 'global', headers: Record<string, string>): Limited {
  const global = scope === 'global';
  return {
    allowed: false,
    retryAfterSeconds: afterSeconds,
    headers: {
      ...headers,
      'Retry-After': String(Math.ceil(afterSeconds)),
      'X-RateLimit-Scope': scope,
      ...(global && { 'X-RateLimit-Global': 'true' }),
    },
    body: { message: 'You are being rate limited.', retry_after: afterSeconds, global },
  };
}

/** The limits of one bot: one bucket for each route and major id, and one for all. */
export class RateLimits {
  readonly #now: () => number;
  readonly #wall: () => number;
  readonly #windows = new Map<string, Window>();
  #global: Window = { resetAtMs: 0, used: 0 };

  /**
   * @param now milliseconds by which the windows pass
   * @param wall milliseconds since 1970, for the Reset header; the same as now unless it is told
   */
  constructor(now: () => number, wall: () => number = now) {
    this.#now = now;
    this.#wall = wall;
  }

  /**
   * Counts one request.
   * @param major the channel, guild, or webhook id with its token; '' when the route has none
   */
  take(route: RouteKey, major: string): Allowed | Limited {
    // Answers to interactions count nowhere: they have three seconds.
    if (route === CALLBACK_ROUTE) return { allowed: true, headers: {} };
    const now = this.#now();
    this.#global = this.#current(this.#global, GLOBAL, now);
    if (this.#global.used >= GLOBAL.limit) return sayNo(seconds(this.#global.resetAtMs - now), 'global', {});
    this.#global.used += 1;
    return this.#takeFrom(route, major, now);
  }

  #takeFrom(route: RouteKey, major: string, now: number): Allowed | Limited {
    const { name, pace } = bucketOf(route);
    const key = `${name} ${major}`;
    const window = this.#current(this.#windows.get(key), pace, now);
    this.#windows.set(key, window);
    this.#sweep(now);
    const full = window.used >= pace.limit;
    if (!full) window.used += 1;
    const headers = headersOf(name, pace, window, now, this.#wall());
    return full ? sayNo(seconds(window.resetAtMs - now), 'user', headers) : { allowed: true, headers };
  }

  /** The window that holds now; a clock set back opens a new one. */
  #current(window: Window | undefined, { windowSeconds }: Pace, now: number): Window {
    const left = (window?.resetAtMs ?? 0) - now;
    if (window && left > 0 && left <= windowSeconds * 1000) return window;
    return { resetAtMs: now + windowSeconds * 1000, used: 0 };
  }

  #sweep(now: number): void {
    if (this.#windows.size <= SWEEP_ABOVE) return;
    for (const [key, { resetAtMs }] of this.#windows) if (resetAtMs <= now) this.#windows.delete(key);
  }
}

function headersOf(
  name: string,
  pace: Pace,
  window: Window,
  now: number,
  wall: number,
): Record<string, string> {
  const left = seconds(window.resetAtMs - now);
  return {
    'X-RateLimit-Limit': String(pace.limit),
    'X-RateLimit-Remaining': String(pace.limit - window.used),
    'X-RateLimit-Reset': (wall / 1000 + left).toFixed(3),
    'X-RateLimit-Reset-After': left.toFixed(3),
    'X-RateLimit-Bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
  };
}
