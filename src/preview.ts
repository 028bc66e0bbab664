/** `sensei content preview`: the cards of terms and questions as Discord shows them, new with every save. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asset } from './playground/index.ts';
import { refusalOf, SECURITY_HEADERS } from './playground/origin.ts';
import { sendJson, sendProblem, sendText } from './playground/reply.ts';
import { loadPreviewAssets } from './preview/assets.ts';
import { entryView, listView, type Preview, readPreview } from './preview/content.ts';
import { watchContent } from './preview/watch.ts';

export interface PreviewOptions {
  readonly contentDir: string;
  /** On 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Told of what went wrong inside; the page itself gets a short sentence. */
  readonly log?: (message: string, error: unknown) => void;
}

export interface OpenPreview {
  /** Where the page is, `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Content and pages that follow it; read again only when a file changed. */
class Site {
  readonly #options: PreviewOptions;
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #pages = new Set<ServerResponse>();
  readonly #unwatch: () => void;
  #preview: Preview;
  port = 0;

  constructor(options: PreviewOptions, assets: ReadonlyMap<string, Asset>) {
    this.#options = options;
    this.#assets = assets;
    this.#preview = readPreview(options.contentDir);
    this.#unwatch = watchContent(options.contentDir, () => this.#reload());
  }

  close(): void {
    this.#unwatch();
    for (const page of this.#pages) page.end();
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const { host, origin, 'content-type': contentType } = request.headers;
    const refusal = refusalOf({ method: request.method, host, origin, contentType }, this.port);
    if (refusal !== null) sendProblem(response, 403, `refused: ${refusal}`);
    else if (request.method === 'POST') sendProblem(response, 405, 'the preview changes nothing');
    else this.#get(new URL(request.url ?? '/', 'http://preview'), response);
  }

  #get({ pathname, searchParams }: URL, response: ServerResponse): void {
    const asset = this.#assets.get(pathname);
    if (asset) sendText(response, 200, asset.type, asset.body);
    else if (pathname === '/api/entries') sendJson(response, 200, listView(this.#preview));
    else if (pathname === '/api/entry') this.#entry(searchParams.get('key') ?? '', response);
    else if (pathname === '/api/stream') this.#follow(response);
    else sendProblem(response, 404, 'there is nothing here');
  }

  #entry(key: string, response: ServerResponse): void {
    try {
      const view = entryView(this.#preview, key);
      if (view) sendJson(response, 200, view);
      else sendProblem(response, 404, 'there is no such entry');
    } catch (error) {
      this.#options.log?.(`the cards of ${key} could not be drawn`, error);
      sendProblem(response, 500, 'the cards could not be drawn; the terminal says why');
    }
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(':\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  /** A file that is caught half-written shows as findings until its next save. */
  #reload(): void {
    try {
      this.#preview = readPreview(this.#options.contentDir);
    } catch (error) {
      this.#options.log?.('the content could not be read', error);
      return;
    }
    for (const page of this.#pages) page.write('data: changed\n\n');
  }
}

/** Opens the page on 127.0.0.1 for this machine's own browser. Rejects when the port is taken. */
export async function startPreview(options: PreviewOptions): Promise<OpenPreview> {
  const site = new Site(options, await loadPreviewAssets());
  const server = createServer((request, response) => site.answer(request, response));
  try {
    site.port = await listen(server, options.port ?? 0);
  } catch (error) {
    site.close();
    throw error;
  }
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      site.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${site.port}/`, close };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });
}
