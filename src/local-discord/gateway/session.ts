/** A bot's session on one shard: its sequence, what it has been sent, and whether it can be resumed. */
import type { GatewayDispatchEvents } from 'discord-api-types/v10';
import { shardOf } from '../snowflake.ts';
import type { ApplicationRecord } from '../world/records.ts';
import type { Delivery, Dispatch, Recipient } from '../world/world.ts';

/** Resumable "some minutes" after its connection closed, says the documentation; here three, by the clock. */
export const RESUMABLE_MS = 180_000;
/** Events kept for replay; a session that missed more cannot be resumed. */
const REPLAY_LIMIT = 10_000;

/** A dispatch as sent. */
export interface SentEvent {
  readonly op: 0;
  readonly s: number;
  readonly t: GatewayDispatchEvents;
  readonly d: object;
}

/** What a session needs of its connection. */
export interface Line {
  send(payload: object): void;
  /** False while nothing gets through. */
  readonly open: boolean;
}

export class Session {
  readonly id: string;
  readonly application: ApplicationRecord;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** The connection that carries it, or null between two connections. */
  line: Line | null;
  /** When it lost its connection, by the clock's `elapsed`. */
  lostAt: number | null = null;
  #sequence = 0;
  #sent: SentEvent[] = [];

  constructor(
    id: string,
    application: ApplicationRecord,
    shard: readonly [number, number],
    intents: number,
    line: Line,
  ) {
    this.id = id;
    this.application = application;
    this.shard = shard;
    this.intents = intents;
    this.line = line;
  }

  get sequence(): number {
    return this.#sequence;
  }

  get recipient(): Recipient {
    return { applicationId: this.application.id, botId: this.application.botId, intents: this.intents };
  }

  /** Sends an event, or keeps it for a resume. */
  push(t: GatewayDispatchEvents, d: object): Delivery {
    this.#sequence += 1;
    const event: SentEvent = { op: 0, s: this.#sequence, t, d };
    this.#sent.push(event);
    if (this.#sent.length > REPLAY_LIMIT) this.#sent.shift();
    this.line?.send(event);
    return this.line?.open ? 'delivered' : 'kept';
  }

  /** Pushes the event if this session is to get it; null when not. */
  offer({ event, guildId, intents, dataFor }: Dispatch): Delivery | null {
    const [shardId, shards] = this.shard;
    if ((guildId === null ? 0 : shardOf(guildId, shards)) !== shardId) return null;
    if (intents !== 0 && !(this.intents & intents)) return null;
    const data = dataFor(this.recipient);
    return data === null ? null : this.push(event, data);
  }

  /** What came after that sequence number, or null when some of it is no longer kept. */
  since(sequence: number): readonly SentEvent[] | null {
    const first = this.#sent[0]?.s ?? this.#sequence + 1;
    if (sequence < first - 1) return null;
    return this.#sent.filter(({ s }) => s > sequence);
  }
}
