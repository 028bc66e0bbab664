/** The page's news: one long answer a page (Server-Sent Events), seen with its member's eyes. */
import type { ServerResponse } from 'node:http';
import type { LocalDiscord, LocalEvent, Person } from '../local-discord/index.ts';
import type { Directory } from './directory.ts';
import { SECURITY_HEADERS } from './origin.ts';
import { authorName, renderMessage, summary } from './render/message.ts';
import type { WireClock, WireEvent, WireMessage } from './wire.ts';

type Message = ReturnType<LocalDiscord['messages']>[number];

/** How much of a message a screen reader is told at once. */
const WORDS = 400;

/** A message, drawn for one member. */
export function wireMessage(message: Message, person: Person, directory: Directory): WireMessage {
  const context = directory.context(person, message.channel_id);
  return {
    id: message.id,
    channelId: message.channel_id,
    author: authorName(message, context),
    words: summary(message, context, WORDS),
    html: renderMessage(message, context).markup,
  };
}

export function wireClock(discord: LocalDiscord): WireClock {
  return { now: discord.clock.now(), frozen: discord.clock.state === 'frozen' };
}

/** A comment line this often keeps a silent connection from being taken for dead. */
const BEAT_MS = 25_000;

export class Streams {
  readonly #discord: LocalDiscord;
  readonly #directory: Directory;
  readonly #readers = new Map<ServerResponse, Person>();
  readonly #stop: () => void;
  readonly #beat: NodeJS.Timeout;
  #stale = false;

  constructor(discord: LocalDiscord, directory: Directory) {
    this.#discord = discord;
    this.#directory = directory;
    this.#stop = discord.observe((event) => this.#hear(event));
    this.#beat = setInterval(() => {
      for (const response of this.#readers.keys()) response.write(':\n\n');
    }, BEAT_MS).unref();
  }

  /** Keeps the answer open and writes to it what the member sees, until the page goes. */
  add(response: ServerResponse, person: Person): void {
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(':\n\n');
    this.#readers.set(response, person);
    response.on('close', () => this.#readers.delete(response));
  }

  close(): void {
    this.#stop();
    clearInterval(this.#beat);
    for (const response of this.#readers.keys()) response.end();
  }

  #hear(event: LocalEvent): void {
    switch (event.kind) {
      case 'messageCreated':
      case 'messageUpdated': {
        const fresh = event.kind === 'messageCreated';
        this.#tell(event, (person) => ({
          kind: 'message',
          fresh,
          message: wireMessage(event.message, person, this.#directory),
        }));
        return;
      }
      case 'messageDeleted': {
        const { channelId, messageId } = event;
        this.#tell(event, () => ({ kind: 'gone', channelId, messageId }));
        return;
      }
      case 'guild':
      case 'channel':
      case 'commands':
        this.#tellLater();
        return;
      case 'clock':
        this.#tell(null, () => ({ kind: 'clock', clock: wireClock(this.#discord) }));
        return;
      case 'interaction':
      case 'complaint':
        return;
    }
  }

  /** Many commands and channels change at once; the pages are told once. */
  #tellLater(): void {
    if (this.#stale) return;
    this.#stale = true;
    setImmediate(() => {
      this.#stale = false;
      this.#directory.refresh();
      this.#tell(null, () => ({ kind: 'world' }));
    });
  }

  #tell(about: { channelId: string; audience: string } | null, make: (person: Person) => WireEvent): void {
    for (const [response, person] of this.#readers) {
      if (about && !this.#concerns(about, person)) continue;
      response.write(`data: ${JSON.stringify(make(person))}\n\n`);
    }
  }

  #concerns({ channelId, audience }: { channelId: string; audience: string }, person: Person): boolean {
    return audience === person.id || (audience === 'all' && this.#directory.sees(person, channelId));
  }
}
