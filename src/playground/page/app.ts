/** What all parts of the page share: the world as one member sees it, where they are, and how to act. */
import type { WireClock, WireEvent, WireGuild, WireOutcome, WireWorld } from '../wire.ts';
import { byId } from './dom.ts';

/** The news that parts of the page listen for. */
export interface News {
  /** The world was fetched anew. */
  world: WireWorld;
  /** Another channel or another member: messages must be fetched. */
  place: string;
  clock: WireClock;
  event: WireEvent;
}

type Listener<K extends keyof News> = (news: News[K]) => void;

/** How long an announcement stays in the page. */
const SPOKEN_MS = 2_000;

/** Remembers who the visitor was across reloads; the channel lives in the address's fragment. */
const MEMBER_KEY = 'playground-member';

export class App {
  world: WireWorld;
  channelId: string;
  /** Channels with messages that came while another was open. */
  readonly unread = new Set<string>();
  #round = 0;
  #spoken: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: { [K in keyof News]: Listener<K>[] } = { world: [], place: [], clock: [], event: [] };

  constructor(world: WireWorld) {
    this.world = world;
    this.channelId = this.#wantedChannel();
  }

  get guild(): WireGuild | undefined {
    return (
      this.world.guilds.find(({ channels }) => channels.some(({ id }) => id === this.channelId)) ??
      this.world.guilds[0]
    );
  }

  on<K extends keyof News>(name: K, listener: Listener<K>): void {
    this.#listeners[name].push(listener);
  }

  emit<K extends keyof News>(name: K, news: News[K]): void {
    for (const listener of this.#listeners[name]) listener(news);
  }

  /** Goes to a channel; one that the member cannot see changes nothing. */
  open(channelId: string): void {
    if (!this.#channels().some(({ id }) => id === channelId)) return;
    this.channelId = channelId;
    this.unread.delete(channelId);
    history.replaceState(null, '', `#${channelId}`);
    this.emit('place', channelId);
  }

  /** Continues as another member. */
  async become(memberId: string): Promise<void> {
    localStorage.setItem(MEMBER_KEY, memberId);
    await this.refresh(memberId);
    this.emit('place', this.channelId);
  }

  /** Fetches the world again; the channel stays when the member still sees it. */
  async refresh(memberId = this.world.me): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const world = await fetchWorld(memberId);
    // Overtaken by a later request, perhaps as another member.
    if (round !== this.#round) return;
    this.world = world;
    const before = this.channelId;
    this.channelId = this.#wantedChannel(before);
    this.emit('world', this.world);
    if (this.channelId !== before) this.emit('place', this.channelId);
  }

  /** One deed of the member that the visitor is. */
  async act(deed: string, body: Readonly<Record<string, unknown>>): Promise<WireOutcome> {
    return (await this.post(deed, { as: this.world.me, ...body })) as WireOutcome;
  }

  async post(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
    const response = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(((await response.json()) as { error: string }).error);
    return response.json();
  }

  /** Says something to screen readers. */
  announce(words: string): void {
    const announcer = byId('announcer');
    announcer.textContent = words;
    // Said once; whoever reads the page from its start later must not find it again.
    clearTimeout(this.#spoken);
    this.#spoken = setTimeout(() => announcer.replaceChildren(), SPOKEN_MS);
  }

  #channels() {
    return this.world.guilds.flatMap(({ channels }) => channels);
  }

  #wantedChannel(wanted = location.hash.slice(1)): string {
    const channels = this.#channels();
    return (channels.find(({ id }) => id === wanted) ?? channels[0])?.id ?? '';
  }
}

/** The world of a member; of the first one when nobody, or somebody unknown, is named. */
export async function fetchWorld(memberId = localStorage.getItem(MEMBER_KEY) ?? ''): Promise<WireWorld> {
  const response = await fetch(`/api/world?as=${encodeURIComponent(memberId)}`);
  if (!response.ok) throw new Error('the playground did not answer');
  return (await response.json()) as WireWorld;
}
