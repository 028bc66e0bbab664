/** What the playground's page does over HTTP, without a browser. */
import { request } from 'node:http';
import type { WireEvent, WireMessage, WireWorld } from '../../src/playground/wire.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request with exactly these headers; unlike fetch it lets a test name another host. */
export function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One page, being one member. */
export class Visitor {
  readonly url: string;
  readonly as: string;
  readonly #heard: WireEvent[] = [];
  readonly #waiting: (() => void)[] = [];
  #end = new AbortController();

  constructor(url: string, as: string) {
    this.url = url;
    this.as = as;
  }

  async post(deed: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await ask(new URL(`/api/${deed}`, this.url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(this.url).origin },
      body: JSON.stringify({ as: this.as, ...body }),
    });
    return { status: answer.status, body: JSON.parse(answer.text) as Record<string, unknown> };
  }

  async world(): Promise<WireWorld> {
    const answer = await ask(new URL(`/api/world?as=${this.as}`, this.url).href);
    return JSON.parse(answer.text) as WireWorld;
  }

  async messages(channelId: string): Promise<readonly WireMessage[]> {
    const answer = await ask(new URL(`/api/messages?as=${this.as}&channel=${channelId}`, this.url).href);
    return JSON.parse(answer.text) as readonly WireMessage[];
  }

  /** Starts to follow the stream; resolves when it is open. */
  async follow(): Promise<void> {
    const response = await fetch(new URL(`/api/stream?as=${this.as}`, this.url), {
      signal: this.#end.signal,
    });
    void this.#read(response).catch(() => {});
  }

  get heard(): readonly WireEvent[] {
    return this.#heard;
  }

  /** The first event heard, or to be heard, that fits. */
  async hear(fits: (event: WireEvent) => boolean): Promise<WireEvent> {
    for (;;) {
      const found = this.#heard.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  leave(): void {
    this.#end.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        if (part.startsWith('data: ')) this.#heard.push(JSON.parse(part.slice('data: '.length)) as WireEvent);
      }
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
