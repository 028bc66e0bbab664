/** What a fault that was asked for makes of an answer. */
import type { LocalClock } from '../clock.ts';
import type { RestEffect } from '../faults.ts';
import type { Reply } from './reply.ts';

/** An answer on its way out. */
export interface Outgoing extends Reply {
  readonly headers: Readonly<Record<string, string>>;
}

function limitedBy({ retryAfterSeconds, scope, headers }: RestEffect & { kind: 'rateLimit' }): Outgoing {
  const global = scope === 'global';
  const told = {
    Via: '1.1 google',
    'Retry-After': String(retryAfterSeconds),
    'X-RateLimit-Scope': scope,
    ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
  };
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global },
    headers: headers === false ? {} : told,
  };
}

function saidInstead({ status, body, headers }: RestEffect & { kind: 'status' }): Outgoing {
  return { status, body: body ?? { message: `${status}: asked for`, code: 0 }, headers: headers ?? {} };
}

/**
 * Serves a request with the fault around it; without one, just serves it.
 * @returns the answer, or what becomes of the connection instead of one
 */
export async function suffer(
  effect: RestEffect | null,
  clock: LocalClock,
  serve: () => Outgoing,
): Promise<Outgoing | 'cut' | 'hang'> {
  switch (effect?.kind) {
    case undefined:
      return serve();
    case 'status':
      if (effect.after) serve();
      return saidInstead(effect);
    case 'rateLimit':
      return limitedBy(effect);
    case 'slow':
      await new Promise<void>((resolve) => clock.setTimeout(resolve, effect.ms));
      return serve();
    case 'hang':
    case 'cut':
      return effect.kind;
    case 'lostResponse':
      serve();
      return 'cut';
    case 'call': {
      await effect.before?.();
      const answer = serve();
      await effect.after?.();
      return answer;
    }
  }
}
