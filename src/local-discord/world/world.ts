/** The state, the clock and the wires between the parts. Whoever changes something tells it here. */
import type { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { LocalClock } from '../clock.ts';
import type { Complaint, LocalEvent } from '../events.ts';
import { compareSnowflakes, makeSnowflake, type Snowflake } from '../snowflake.ts';
import type {
  ApplicationRecord,
  ChannelRecord,
  FileRecord,
  GuildRecord,
  InteractionRecord,
  MemberRecord,
  MessageRecord,
  State,
  UserRecord,
} from './records.ts';

/** To whom a gateway event may go. */
export interface Recipient {
  readonly applicationId: Snowflake;
  readonly botId: Snowflake;
  readonly intents: number;
}

/** An event for the gateway. */
export interface Dispatch {
  readonly event: GatewayDispatchEvents;
  /** Decides the shard; null goes to shard 0. */
  readonly guildId: Snowflake | null;
  /** The event is sent when one of these intents was asked for; 0: always. */
  readonly intents: number;
  /** Its data for that bot, or null when the bot does not get it. */
  readonly dataFor: (to: Recipient) => object | null;
}

/** How a dispatched event fared: to a live connection, to a session that may come back, or to nobody. */
export type Delivery = 'delivered' | 'kept' | 'nobody';

export class World {
  readonly users = new Map<Snowflake, UserRecord>();
  readonly applications = new Map<Snowflake, ApplicationRecord>();
  readonly guilds = new Map<Snowflake, GuildRecord>();
  readonly channels = new Map<Snowflake, ChannelRecord>();
  readonly messages = new Map<Snowflake, Map<Snowflake, MessageRecord>>();
  readonly interactions = new Map<Snowflake, InteractionRecord>();
  readonly files = new Map<Snowflake, FileRecord>();
  readonly complaints: Complaint[] = [];
  readonly clock: LocalClock;
  /** `http://127.0.0.1:port`, without a path. */
  readonly origin: string;
  readonly #observers = new Set<(event: LocalEvent) => void>();
  #counter = 0;
  /** Sends an event through the gateway; set by it. */
  dispatch: (dispatch: Dispatch) => Delivery = () => 'nobody';

  constructor(clock: LocalClock, origin: string) {
    this.clock = clock;
    this.origin = origin;
    clock.onChange(() => this.emit({ kind: 'clock', now: clock.now() }));
  }

  newId(): Snowflake {
    this.#counter += 1;
    return makeSnowflake(this.clock.now(), this.#counter);
  }

  /** The present instant as Discord writes it. */
  timestamp(): string {
    return new Date(this.clock.now()).toISOString().replace('Z', '000+00:00');
  }

  /** Tells the observers; every change of the state is followed by one of these. */
  emit(event: LocalEvent): void {
    for (const observer of this.#observers) observer(event);
  }

  observe(observer: (event: LocalEvent) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  complain(complaint: Omit<Complaint, 'at'>): void {
    const whole = { at: this.clock.now(), ...complaint };
    this.complaints.push(whole);
    this.emit({ kind: 'complaint', complaint: whole });
  }

  messagesIn(channelId: Snowflake): MessageRecord[] {
    const records = [...(this.messages.get(channelId)?.values() ?? [])];
    return records.sort((a, b) => compareSnowflakes(a.message.id, b.message.id));
  }

  messageById(messageId: Snowflake): MessageRecord | undefined {
    for (const inChannel of this.messages.values()) {
      const record = inChannel.get(messageId);
      if (record) return record;
    }
    return undefined;
  }

  member(guildId: Snowflake, userId: Snowflake): MemberRecord | undefined {
    return this.guilds.get(guildId)?.members.find((member) => member.userId === userId);
  }

  keepMessage(record: MessageRecord): void {
    const { channel_id, id } = record.message;
    const inChannel = this.messages.get(channel_id) ?? new Map<Snowflake, MessageRecord>();
    this.messages.set(channel_id, inChannel.set(id, record));
  }

  /** A copy of everything, which later changes leave alone. */
  save(): State {
    return {
      version: 1,
      origin: this.origin,
      counter: this.#counter,
      clock: this.clock.save(),
      users: structuredClone([...this.users.values()]),
      applications: structuredClone([...this.applications.values()]),
      guilds: structuredClone([...this.guilds.values()]),
      channels: structuredClone([...this.channels.values()]),
      // Messages and files are replaced, never changed, so that their records alone are copied.
      messages: [...this.messages.values()].flatMap((inChannel) =>
        [...inChannel.values()].map((record) => ({ ...record })),
      ),
      interactions: [...this.interactions.values()].map((record) => ({ ...record })),
      files: [...this.files.values()],
    };
  }

  /** Takes over a saved state; the world must be empty. */
  restore(state: State): void {
    this.#counter = state.counter;
    for (const user of state.users) this.users.set(user.id, user);
    for (const application of state.applications) this.applications.set(application.id, application);
    for (const guild of state.guilds) this.guilds.set(guild.id, guild);
    for (const channel of state.channels) this.channels.set(channel.id, channel);
    for (const message of state.messages) this.keepMessage(message);
    for (const interaction of state.interactions) this.interactions.set(interaction.id, interaction);
    for (const file of state.files) this.files.set(file.id, file);
  }
}

/** The record, which the caller knows to exist. */
export function known<T>(records: ReadonlyMap<Snowflake, T>, id: Snowflake): T {
  const record = records.get(id);
  if (record === undefined) throw new Error(`the local Discord knows nothing with the id ${id}`);
  return record;
}
