/** Answers REST requests: authorisation, limits, rules, route, and the faults that were asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { RequestRecord } from '../events.ts';
import type { Faults } from '../faults.ts';
import { applicationByToken, isObject } from '../gateway/identify.ts';
import { interactionByToken } from '../interactions/interactions.ts';
import { checkRequest, RateLimits } from '../rules/index.ts';
import type { ApplicationRecord } from '../world/records.ts';
import { fileNames } from './attachments.ts';
import type { Backend } from './call.ts';
import { Refused, type Reply, refuse } from './reply.ts';
import { type RequestBody, readBody } from './request-body.ts';
import { findRoute, type Match, majorOf } from './router.ts';
import { type Outgoing, suffer } from './suffer.ts';

/** A request, read and matched. */
interface Incoming {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly match: Match | 'wrongMethod' | null;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  readonly read: () => Promise<RequestBody>;
}

/** Refusals that a fault in the life of an interaction can bring about; a wrong body is none of them. */
const EXCUSED: ReadonlySet<number> = new Set([
  Code.UnknownInteraction,
  Code.InteractionHasAlreadyBeenAcknowledged,
  Code.UnknownWebhook,
  Code.InvalidWebhookToken,
]);

/** Older ones are forgotten. */
const REQUESTS_KEPT = 10_000;

export class RestServer {
  readonly #backend: Backend;
  readonly #faults: Faults;
  readonly #limits = new Map<string, RateLimits>();
  readonly #requests: RequestRecord[] = [];

  constructor(backend: Backend, faults: Faults) {
    this.#backend = backend;
    this.#faults = faults;
  }

  get requests(): readonly RequestRecord[] {
    return this.#requests;
  }

  /** Serves one request under `/api/v10`. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const incoming = incomingOf(request, url);
    const body = await incoming.read().catch((thrown: unknown) => asRefused(thrown));
    const effect = this.#faults.take(incoming);
    if (effect) this.#disturb(incoming);
    const answer = await suffer(effect, this.#backend.world.clock, () => this.#serve(incoming, body));
    this.#note(incoming, body, answer);
    if (answer === 'cut') request.socket.resetAndDestroy();
    else if (answer !== 'hang') send(response, answer);
  }

  #serve(incoming: Incoming, body: RequestBody | Refused): Outgoing {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const match = matched(incoming);
      const me = this.#authorise(match, incoming);
      headers = this.#takeLimit(match, me);
      if (body instanceof Refused) throw body;
      return { ...this.#run(match, me, incoming, body), headers };
    } catch (thrown) {
      return this.#refuse(incoming, asRefused(thrown), headers);
    }
  }

  #authorise({ route, params }: Match, { authorization, userAgent }: Incoming): ApplicationRecord | null {
    if (!userAgent?.startsWith('DiscordBot (')) throw refuse.noUserAgent();
    if (route.auth === 'none') return null;
    const { world } = this.#backend;
    if (route.auth === 'token') return world.applications.get(params.webhook_id ?? '') ?? null;
    const application = authorization?.startsWith('Bot ')
      ? applicationByToken(world, authorization)
      : undefined;
    if (!application) throw refuse.unauthorized();
    return application;
  }

  /** Counts the request; each bot has limits of its own. Returns the headers that tell of them. */
  #takeLimit({ key, params }: Match, me: ApplicationRecord | null): Readonly<Record<string, string>> {
    const id = me?.id ?? '';
    const { clock } = this.#backend.world;
    // Waiting clients wait in real time, so that the windows must pass even while the clock stands still.
    const limits =
      this.#limits.get(id) ??
      new RateLimits(
        () => clock.elapsed(),
        () => clock.now(),
      );
    this.#limits.set(id, limits);
    const taken = limits.take(key, majorOf(params));
    if (taken.allowed) return taken.headers;
    const { message, retry_after, global } = taken.body;
    const refusal = { status: 429, body: { code: 0, message, retry_after, global } };
    throw new Limited(refusal, taken.headers);
  }

  #run(
    { key, route, params }: Match,
    me: ApplicationRecord | null,
    { query }: Incoming,
    body: RequestBody,
  ): Reply {
    if (route.check === 'first') {
      const files = fileNames({ body: body.json, uploads: body.uploads });
      const refusal = checkRequest(key, withoutFields(body.json, route.ignores), query, { files });
      if (refusal) throw new Refused(refusal);
    }
    return route.handle({
      ...this.#backend,
      route: key,
      query,
      body: body.json,
      uploads: body.uploads,
      param: (name) => {
        const value = params[name];
        if (value === undefined) throw new TypeError(`${key} has no ${name}`);
        return value;
      },
      get me() {
        if (!me) throw new TypeError(`${key} knows no bot`);
        return me;
      },
    });
  }

  #refuse(incoming: Incoming, refused: Refused, headers: Readonly<Record<string, string>>): Outgoing {
    const { status, body } = refused.refusal;
    const excused = EXCUSED.has(body.code) && this.#isDisturbed(incoming);
    if (refused.fault === 'bot' && !excused) {
      const { code, message, errors } = body;
      const where =
        typeof incoming.match === 'object' && incoming.match
          ? incoming.match.key
          : `${incoming.method} ${incoming.path}`;
      this.#backend.world.complain({ where, status, code, message, ...(errors ? { errors } : {}) });
    }
    if (refused instanceof Limited) return { status, body, headers: refused.headers };
    const wait = refused.retryAfterSeconds;
    if (wait === null) return { status, body, headers };
    return {
      status,
      body: { ...body, retry_after: wait },
      headers: { ...headers, 'Retry-After': String(Math.ceil(wait)) },
    };
  }

  #interactionOf({ match }: Incoming) {
    if (typeof match !== 'object' || !match) return undefined;
    const token = match.params.interaction_token ?? match.params.webhook_token;
    return token === undefined ? undefined : interactionByToken(this.#backend.world, token);
  }

  #disturb(incoming: Incoming): void {
    const record = this.#interactionOf(incoming);
    if (record) record.disturbed = true;
  }

  /** A repeated or late answer is no complaint when a fault made it so. */
  #isDisturbed(incoming: Incoming): boolean {
    return this.#interactionOf(incoming)?.disturbed ?? false;
  }

  #note(
    { method, path, query, match }: Incoming,
    body: RequestBody | Refused,
    answer: Outgoing | 'cut' | 'hang',
  ): void {
    const search = new URLSearchParams(query).toString();
    if (this.#requests.length >= REQUESTS_KEPT) this.#requests.shift();
    this.#requests.push({
      at: this.#backend.world.clock.now(),
      method,
      path: search ? `${path}?${search}` : path,
      route: typeof match === 'object' && match ? match.key : null,
      status: typeof answer === 'string' ? 0 : answer.status,
      body: body instanceof Refused ? undefined : body.json,
    });
  }
}

/** The body without what Discord ignores in it. */
function withoutFields(body: unknown, ignored: readonly string[] = []): unknown {
  if (ignored.length === 0 || !isObject(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !ignored.includes(field)));
}

/** A refusal by a rate limit, with its headers. */
class Limited extends Refused {
  readonly headers: Readonly<Record<string, string>>;

  constructor(refusal: Refused['refusal'], headers: Readonly<Record<string, string>>) {
    super(refusal);
    this.headers = headers;
  }
}

/** Refusals pass; anything else is a bug of ours and goes on. */
function asRefused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  throw thrown;
}

function matched({ match }: Incoming): Match {
  if (match === null) throw refuse.unknownRoute();
  if (match === 'wrongMethod') throw refuse.wrongMethod();
  return match;
}

function incomingOf(request: IncomingMessage, url: URL): Incoming {
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/^\/api\/v10/, '');
  return {
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    match: findRoute(method, path),
    authorization: request.headers.authorization,
    userAgent: request.headers['user-agent'],
    read: () => readBody(request),
  };
}

function send(response: ServerResponse, { status, body, headers }: Outgoing): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = text ? { 'Content-Type': 'application/json' } : {};
  response.writeHead(status, { ...headers, ...type, Date: new Date().toUTCString() }).end(text);
}
