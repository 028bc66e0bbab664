/** Misbehaviour on demand: the gateway's, and that of single REST requests. */
import type { Gateway } from './gateway/gateway.ts';

/** Which requests a fault meets. */
export interface RestMatch {
  readonly method?: string;
  /** Tested against the path without `/api/v10`; a string must be a part of it. */
  readonly route?: string | RegExp;
  /** How many requests; 1 unless given. */
  readonly times?: number;
}

/** What happens to them. */
export type RestEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** True: the request takes effect, and the answer says otherwise. */
      readonly after?: boolean;
    }
  | {
      readonly kind: 'rateLimit';
      readonly retryAfterSeconds: number;
      readonly scope: 'user' | 'global' | 'shared';
      /** False: without any rate-limit header, as an intermediary might answer. */
      readonly headers?: boolean;
    }
  /** Answered late, by the clock. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Takes no effect and is never answered. */
  | { readonly kind: 'hang' }
  /** Takes effect; the connection is cut instead of an answer. */
  | { readonly kind: 'lostResponse' }
  /** The connection is cut before any effect. */
  | { readonly kind: 'cut' }
  /** Runs code of yours before and after the effect; a test kills a process here. */
  | {
      readonly kind: 'call';
      readonly before?: () => void | Promise<void>;
      readonly after?: () => void | Promise<void>;
    };

interface Rule {
  readonly match: RestMatch;
  readonly effect: RestEffect;
  left: number;
}

function fits({ method, route }: RestMatch, request: { method: string; path: string }): boolean {
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (route === undefined) return true;
  return typeof route === 'string' ? request.path.includes(route) : route.test(request.path);
}

export class Faults {
  readonly #gateway: Gateway;
  #rules: Rule[] = [];

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Closes every gateway connection; without a code the sockets are cut. */
  dropGateway(code?: number): void {
    this.#gateway.drop(code);
  }

  /** From now on the gateway accepts connections and answers nothing, heartbeats included. */
  freezeGateway(): void {
    this.#gateway.freeze();
  }

  /** Answers again, first what has waited. */
  thawGateway(): void {
    this.#gateway.thaw();
  }

  /** The next resumes get "invalid session, not resumable". */
  refuseResume(times = 1): void {
    this.#gateway.refuseResumes(times);
  }

  /** Asks every connection to reconnect (op 7). */
  reconnect(): void {
    this.#gateway.askToReconnect();
  }

  /** Tells every connection that its session is invalid (op 9). */
  invalidSession(resumable: boolean): void {
    this.#gateway.invalidateSessions(resumable);
  }

  /** The next matching REST requests suffer this. Of several that match, the one asked for first goes first. */
  onRest(match: RestMatch, effect: RestEffect): void {
    this.#rules.push({ match, effect, left: match.times ?? 1 });
  }

  /** Forgets all faults of REST and of resumes, and thaws the gateway. */
  clear(): void {
    this.#rules = [];
    this.#gateway.refuseResumes(0);
    if (this.#gateway.frozen) this.#gateway.thaw();
  }

  /** The effect that this request meets, which is thereby used up once. */
  take(request: { method: string; path: string }): RestEffect | null {
    const rule = this.#rules.find(({ match, left }) => left > 0 && fits(match, request));
    if (!rule) return null;
    rule.left -= 1;
    this.#rules = this.#rules.filter(({ left }) => left > 0);
    return rule.effect;
  }
}
