/** The list of messages of the channel that is open: fetched once, then kept up by the stream. */
import type { WireEvent, WireMessage } from '../wire.ts';
import type { App } from './app.ts';
import { byId, el, fromMarkup } from './dom.ts';
import { keepFocus } from './focus.ts';
import { drawTimes, type PageClock } from './times.ts';

/** This close to the end counts as the end. */
const NEAR_PX = 120;

/** The channel's messages as this member sees them; none while the playground does not answer. */
async function fetchMessages(as: string, channel: string): Promise<readonly WireMessage[]> {
  try {
    const response = await fetch(`/api/messages?${new URLSearchParams({ as, channel })}`);
    return response.ok ? ((await response.json()) as readonly WireMessage[]) : [];
  } catch {
    // The stream notices the same, says so above, and loads again once the playground is back.
    return [];
  }
}

export class MessageList {
  readonly #app: App;
  readonly #clock: PageClock;
  readonly #list = byId('messages');
  readonly #log = byId('log');
  /** What came while the list was being fetched; null when it is not. */
  #waiting: WireEvent[] | null = null;
  #round = 0;
  #atBottom = true;

  constructor(app: App, clock: PageClock) {
    this.#app = app;
    this.#clock = clock;
    this.#keepPlace();
    app.on('place', () => void this.load());
    app.on('event', (event) => this.receive(event));
  }

  /** Fetches the open channel anew. A later call overtakes an earlier one. */
  async load(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#waiting = [];
    const { channelId, world } = this.#app;
    const messages = await fetchMessages(world.me, channelId);
    if (round !== this.#round) return;
    this.#list.replaceChildren(...messages.map((message) => this.#item(message)));
    this.#drawStart();
    this.toEnd();
    const waiting = this.#waiting;
    this.#waiting = null;
    for (const event of waiting) this.receive(event);
  }

  receive(event: WireEvent): void {
    if (this.#waiting) {
      this.#waiting.push(event);
      return;
    }
    if (event.kind === 'gone') this.#remove(event.messageId);
    if (event.kind === 'message' && event.message.channelId === this.#app.channelId) {
      this.#put(event.message, event.fresh);
    }
  }

  /** The message's element, while it is shown. */
  find(messageId: string): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
  }

  /** To the last message, and on with what follows: whoever says something wants to see what comes of it. */
  toEnd(): void {
    this.#atBottom = true;
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** A line below the last message that is no message: a command on its way, or one that nobody answered. */
  note(words: string, tone: 'pending' | 'failed'): HTMLElement {
    const line = el('li', { class: `note is-${tone}`, role: tone === 'failed' ? 'alert' : 'status' }, words);
    this.#list.append(line);
    line.scrollIntoView({ block: 'nearest' });
    return line;
  }

  #drawStart(): void {
    const channels = this.#app.guild?.channels ?? [];
    const channel = channels.find(({ id }) => id === this.#app.channelId);
    const parent = channels.find(({ id }) => id === channel?.parentId);
    const name = channel?.name ?? '';
    byId('channel-start').replaceChildren(
      el('p', { class: 'start-title' }, parent ? name : `Welcome to #${name}!`),
      el(
        'p',
        { class: 'start-words' },
        parent ? `A thread of #${parent.name}.` : `This is the start of the #${name} channel.`,
      ),
    );
    this.#log.setAttribute('aria-label', `Messages in ${name}`);
  }

  #item(message: WireMessage): HTMLElement {
    const item = el('li', { class: 'message-item' }, fromMarkup(message.html));
    drawTimes(item, this.#clock.now());
    return item;
  }

  #put(message: WireMessage, fresh: boolean): void {
    const old = this.find(message.id);
    if (!old) {
      // An old message that was changed, too far up to be shown.
      if (!fresh) return;
      this.#list.append(this.#item(message));
      this.#app.announce(`${message.author}: ${message.words}`);
      return;
    }
    const concerned = old.contains(document.activeElement) || old.getAttribute('aria-busy') === 'true';
    const item = old.closest('li');
    if (!item) return;
    keepFocus(item, () => item.replaceChildren(...this.#item(message).childNodes));
    if (concerned || fresh) this.#app.announce(`${message.author}: ${message.words}`);
  }

  #remove(messageId: string): void {
    const item = this.find(messageId)?.closest('li');
    if (!item) return;
    const near = item.nextElementSibling ?? item.previousElementSibling;
    const held = item.contains(document.activeElement);
    item.remove();
    if (held) (near?.querySelector<HTMLElement>('.message') ?? byId('log')).focus();
  }

  /** A reader at the bottom stays at the bottom, whatever grows; one further up is left in peace. */
  #keepPlace(): void {
    const log = this.#log;
    let before = log.scrollTop;
    log.addEventListener('scroll', () => {
      const { scrollTop } = log;
      const near = log.scrollHeight - scrollTop - log.clientHeight < NEAR_PX;
      // What grew before the browser told of the scrolling takes nobody away from the bottom; moving up does.
      this.#atBottom = near || (this.#atBottom && scrollTop >= before);
      before = scrollTop;
    });
    const sizes = new ResizeObserver(() => {
      if (this.#atBottom) log.scrollTop = log.scrollHeight;
    });
    sizes.observe(log);
    sizes.observe(this.#list);
  }
}
