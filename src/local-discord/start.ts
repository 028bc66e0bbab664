/** Puts the parts together behind one port of this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { LocalClock } from './clock.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { LocalDiscord } from './local-discord.ts';
import { keepState, loadState } from './persistence.ts';
import { RestServer } from './rest/server.ts';
import { World } from './world/world.ts';

export interface LocalDiscordOptions {
  /** 0, the default, takes any that is free. Only this machine can connect. */
  readonly port?: number;
  readonly clock?: LocalClock;
  /** A JSON file: read if it exists, written shortly after each change and when closing. */
  readonly stateFile?: string;
  /** How often clients are told to beat, in real time; 41,250 as on Discord, unless a test is in a hurry. */
  readonly heartbeatIntervalMs?: number;
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local Discord has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Serves an uploaded file. */
function serveFile(world: World, path: string, response: ServerResponse): void {
  const file = world.files.get(path.split('/')[3] ?? '');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const headers = {
    'Content-Type': file.contentType,
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  };
  response.writeHead(200, headers).end(Buffer.from(file.base64, 'base64'));
}

function answer(world: World, rest: RestServer, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', world.origin);
  if (url.pathname.startsWith('/attachments/')) {
    serveFile(world, url.pathname, response);
    return;
  }
  rest.handle(request, response, url).catch((error: unknown) => {
    // A bug of this package: it must not look like an answer of Discord's.
    world.complain({
      where: `${request.method} ${url.pathname}`,
      status: 500,
      code: 0,
      message: String(error),
    });
    if (!response.headersSent) response.writeHead(500);
    response.end(JSON.stringify({ code: 0, message: `local Discord: ${String(error)}` }));
  });
}

/** Starts a Discord on this machine. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const server = createServer();
  const origin = await listen(server, options.port ?? 0);
  const state = options.stateFile ? loadState(options.stateFile, origin) : null;
  const clock = options.clock ?? new LocalClock();
  if (state && !options.clock) clock.restore(state.clock);
  const world = new World(clock, origin);
  if (state) world.restore(state);

  const gateway = new Gateway(world, options.heartbeatIntervalMs);
  const interactions = new Interactions(world);
  const faults = new Faults(gateway);
  const backend = { world, gateway, interactions };
  const rest = new RestServer(backend, faults);
  const sockets = new WebSocketServer({ noServer: true });
  server.on('request', (request, response) => answer(world, rest, request, response));
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (connected) =>
      gateway.accept(connected, request.url ?? '/'),
    );
  });
  const stopKeeping = options.stateFile ? keepState(options.stateFile, world) : () => {};

  const close = async () => {
    stopKeeping();
    gateway.close();
    clock.close();
    sockets.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return new LocalDiscord(backend, faults, rest, close);
}
