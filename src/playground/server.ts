import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LocalDiscord } from '../local-discord/index.ts';
import { Api, type PlaygroundAction, Refusal } from './api.ts';
import { type Asset, loadAssets } from './bundle.ts';
import { DEEDS, isDeed } from './deeds.ts';
import { Directory } from './directory.ts';
import { refusalOf, SECURITY_HEADERS } from './origin.ts';
import { readJson, sendJson, sendProblem, sendText } from './reply.ts';
import { Streams, wireClock, wireMessage } from './stream.ts';
import type { StudyHall } from './study-hall.ts';
import type { Suggestion, WireWorld } from './wire.ts';

export interface PlaygroundOptions {
  readonly discord: LocalDiscord;
  /** Whose people the visitor can be, and whose application answers them. */
  readonly hall: StudyHall;
  /** The page's port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Buttons beside the clock. */
  readonly actions?: readonly PlaygroundAction[];
  /** Commands offered to a newcomer for the first minute. */
  readonly suggestions?: readonly Suggestion[];
  /** Told of what went wrong inside; the page itself gets a short sentence. */
  readonly log?: (message: string, error: unknown) => void;
}

export interface Playground {
  /** Where the page is, `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Ends open connections too; the local Discord goes on. */
  close(): Promise<void>;
}

/** How many messages of a channel the page shows; older ones stay in the local Discord. */
const SHOWN_MESSAGES = 200;

class Site {
  readonly #options: PlaygroundOptions;
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #directory: Directory;
  readonly #streams: Streams;
  readonly #api: Api;
  port = 0;

  constructor(options: PlaygroundOptions, assets: ReadonlyMap<string, Asset>) {
    const { discord, hall, actions = [] } = options;
    this.#options = options;
    this.#assets = assets;
    this.#directory = new Directory(discord);
    this.#streams = new Streams(discord, this.#directory);
    this.#api = new Api({
      discord,
      directory: this.#directory,
      people: hall.people,
      applicationName: hall.application.name,
      actions,
    });
  }

  close(): void {
    this.#streams.close();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, origin, 'content-type': contentType } = request.headers;
    const refusal = refusalOf({ method: request.method, host, origin, contentType }, this.port);
    if (refusal !== null) return sendProblem(response, 403, `refused: ${refusal}`);
    const url = new URL(request.url ?? '/', 'http://playground');
    try {
      if (request.method === 'POST') await this.#post(url.pathname, request, response);
      else await this.#get(url, response);
    } catch (error) {
      if (error instanceof Refusal) return sendProblem(response, 409, error.message);
      this.#options.log?.(`${request.method} ${url.pathname} failed`, error);
      sendProblem(response, 500, 'the playground could not do this; its log says why');
    }
  }

  async #get(url: URL, response: ServerResponse): Promise<void> {
    const asset = this.#assets.get(url.pathname);
    if (asset) return sendText(response, 200, asset.type, asset.body);
    const as = url.searchParams.get('as') ?? '';
    switch (url.pathname) {
      case '/api/world':
        return sendJson(response, 200, this.#world(as));
      case '/api/messages':
        return sendJson(response, 200, this.#messages(as, url.searchParams.get('channel') ?? ''));
      case '/api/stream':
        return this.#streams.add(response, this.#api.person(as));
      case '/file':
        return this.#file(url.searchParams.get('at') ?? '', response);
      default:
        return sendProblem(response, 404, 'there is nothing here');
    }
  }

  async #post(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = path.replace(/^\/api\//, '');
    if (!isDeed(name)) return sendProblem(response, 404, 'there is no such deed');
    const json = await readJson(request);
    if (!json.ok) return sendProblem(response, 400, json.error);
    const body = DEEDS[name].safeParse(json.value);
    if (!body.success) return sendProblem(response, 400, body.error.issues[0]?.message ?? 'wrong body');
    sendJson(response, 200, await this.#api.do(name, body.data));
  }

  /** An unknown member, as after the state was deleted, becomes the first one. */
  #world(as: string): WireWorld {
    const { discord, hall, actions = [], suggestions = [] } = this.#options;
    const me = hall.people.find(({ id }) => id === as) ?? hall.people[0];
    return {
      application: hall.application.name,
      me: me.id,
      members: hall.people.map((person) => this.#directory.member(person)),
      guilds: this.#directory.guildsOf(me),
      clock: wireClock(discord),
      actions: actions.map(({ id, label }) => ({ id, label })),
      suggestions,
    };
  }

  #messages(as: string, channelId: string) {
    const person = this.#api.person(as);
    if (!this.#directory.sees(person, channelId)) return [];
    const messages = this.#options.discord.messages(channelId, person).slice(-SHOWN_MESSAGES);
    return messages.map((message) => wireMessage(message, person, this.#directory));
  }

  /** Passes on a file that the local Discord keeps; `at` is its path there, so no other host can be named. */
  async #file(at: string, response: ServerResponse): Promise<void> {
    const { origin } = new URL(this.#options.discord.apiUrl);
    const address = new URL(at, origin);
    if (address.origin !== origin || !address.pathname.startsWith('/attachments/'))
      return sendProblem(response, 404, 'there is no such file');
    const answer = await fetch(address);
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    response.writeHead(answer.status, { ...SECURITY_HEADERS, 'content-type': type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the playground has no port'));
      else resolve(address.port);
    });
  });
}

/** Opens the page on loopback. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const site = new Site(options, await loadAssets());
  const server = createServer((request, response) => void site.answer(request, response));
  site.port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${site.port}/`,
    close: () =>
      new Promise((resolve) => {
        site.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
