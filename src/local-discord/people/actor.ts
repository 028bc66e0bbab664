/** Somebody at their client: which channels and messages they see, and sending what they do. */
import type { InteractionType } from 'discord-api-types/v10';
import type { Sent } from '../interactions/interactions.ts';
import type { InteractionBody } from '../interactions/payload.ts';
import { canView } from '../permissions.ts';
import type { Backend } from '../rest/call.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import { known, type World } from '../world/world.ts';
import { type Outcome, outcomeOfSent } from './outcome.ts';

/** What they did, of which application. */
export interface Act {
  readonly application: ApplicationRecord;
  readonly channel: ChannelRecord;
  readonly type: InteractionType;
  /** As typed; null for presses and modals. */
  readonly commandName?: string;
  readonly body: InteractionBody;
}

export class Actor {
  readonly #backend: Backend;
  readonly user: UserRecord;

  constructor(backend: Backend, user: UserRecord) {
    this.#backend = backend;
    this.user = user;
  }

  get world(): World {
    return this.#backend.world;
  }

  /** @throws Error when they do not see it */
  channel(channelId: Snowflake): ChannelRecord {
    const channel = known(this.world.channels, channelId);
    if (!canView(this.world, channel, this.user.id))
      throw new Error(`${this.user.username} does not see this channel`);
    return channel;
  }

  /** The message, unless it is gone or not for them. */
  message(messageId: Snowflake): MessageRecord | undefined {
    const record = this.world.messageById(messageId);
    if (!record || (record.audience !== 'all' && record.audience !== this.user.id)) return undefined;
    const channel = known(this.world.channels, record.message.channel_id);
    return canView(this.world, channel, this.user.id) ? record : undefined;
  }

  send({ application, channel, type, commandName, body }: Act): Sent {
    const userId = this.user.id;
    return this.#backend.interactions.send({
      application,
      userId,
      channel,
      type,
      commandName: commandName ?? null,
      body,
    });
  }

  async act(act: Act): Promise<Outcome> {
    return outcomeOfSent(this.#backend, this.send(act));
  }

  /** What the client says of a message that is gone: it fails at once, and no bot hears of it. */
  nothing(): Outcome {
    const outcome: Outcome = { interactionId: '0', ackMs: 0, kind: 'failed', settled: async () => outcome };
    return outcome;
  }
}
