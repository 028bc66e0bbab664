/** The life of an interaction: sent, acknowledged within three seconds or failed, answered for fifteen minutes. */
import { randomBytes } from 'node:crypto';
import {
  type InteractionResponseType as Answer,
  GatewayDispatchEvents,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, ChannelRecord, InteractionRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { envelope, type InteractionBody } from './payload.ts';

/** The first answer must come within this, by the clock. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;
/** Follow-ups and edits are possible for this long, by the clock. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** What the person is to see, as the callback said it. */
export type Acknowledgement =
  | { readonly kind: 'message' | 'updated' | 'thinking' | 'deferredUpdate' }
  | { readonly kind: 'modal'; readonly modal: unknown }
  | { readonly kind: 'choices'; readonly choices: unknown }
  | { readonly kind: 'failed' };

/** What somebody does that becomes an interaction. */
export interface Deed {
  readonly application: ApplicationRecord;
  readonly userId: Snowflake;
  readonly channel: ChannelRecord;
  readonly type: InteractionType;
  readonly commandName: string | null;
  readonly body: InteractionBody;
}

/** An interaction on its way. */
export interface Sent {
  readonly record: InteractionRecord;
  /** Resolves when it was acknowledged or failed. */
  readonly acknowledged: Promise<{ readonly acknowledgement: Acknowledgement; readonly ackMs: number }>;
}

interface Waiter {
  readonly resolve: (acknowledgement: Acknowledgement) => void;
  readonly cancel: () => void;
}

export class Interactions {
  readonly #world: World;
  readonly #waiting = new Map<Snowflake, Waiter>();
  readonly #settling = new Map<Snowflake, (() => void)[]>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Sends an interaction through the gateway and starts its three seconds. */
  send(deed: Deed): Sent {
    const record = this.#record(deed);
    this.#world.interactions.set(record.id, record);
    this.#prune();
    const startedAt = this.#world.clock.elapsed();
    const acknowledged = new Promise<Acknowledgement>((resolve) => {
      const cancel = this.#world.clock.setTimeout(() => this.#fail(record), ACKNOWLEDGE_WITHIN_MS);
      this.#waiting.set(record.id, { resolve, cancel });
    });
    this.#tell(record, 'sent');
    this.#deliver(record, deed);
    return {
      record,
      acknowledged: acknowledged.then((acknowledgement) => ({
        acknowledgement,
        ackMs: this.#world.clock.elapsed() - startedAt,
      })),
    };
  }

  /** The one answer has come. */
  acknowledge(record: InteractionRecord, callbackType: Answer, acknowledgement: Acknowledgement): void {
    record.state = 'answered';
    record.callbackType = callbackType;
    record.pending = acknowledgement.kind === 'thinking' || acknowledgement.kind === 'deferredUpdate';
    this.#tell(record, acknowledgement.kind === 'thinking' ? 'thinking' : 'answered');
    this.#resolve(record, acknowledgement);
  }

  /** What was put off is done: the loading message has been edited, or a follow-up sent. */
  settle(record: InteractionRecord): void {
    if (!record.pending) return;
    record.pending = false;
    this.#tell(record, 'answered');
    for (const done of this.#settling.get(record.id) ?? []) done();
    this.#settling.delete(record.id);
  }

  /** Resolves once nothing is pending; false when the token ran out first. */
  async settled(record: InteractionRecord): Promise<boolean> {
    if (!record.pending) return true;
    const left = record.createdAt + TOKEN_LIFETIME_MS - this.#world.clock.now();
    return new Promise((resolve) => {
      const cancel = this.#world.clock.setTimeout(() => resolve(false), Math.max(0, left));
      const done = () => {
        cancel();
        resolve(true);
      };
      this.#settling.set(record.id, [...(this.#settling.get(record.id) ?? []), done]);
    });
  }

  isExpired(record: InteractionRecord): boolean {
    return this.#world.clock.now() - record.createdAt > TOKEN_LIFETIME_MS;
  }

  #record({ application, userId, channel, type, commandName, body }: Deed): InteractionRecord {
    const id = this.#world.newId();
    return {
      id,
      token: tokenOf(id),
      applicationId: application.id,
      type,
      userId,
      guildId: channel.guildId,
      channelId: channel.id,
      createdAt: this.#world.clock.now(),
      commandName,
      messageId: body.message?.id ?? null,
      state: 'waiting',
      callbackType: null,
      originalId: null,
      pending: false,
      disturbed: false,
    };
  }

  #deliver(record: InteractionRecord, deed: Deed): void {
    const delivery = this.#world.dispatch({
      event: GatewayDispatchEvents.InteractionCreate,
      guildId: record.guildId,
      intents: 0,
      dataFor: (to) =>
        to.applicationId === deed.application.id
          ? envelope(this.#world, record, deed.channel, deed.body)
          : null,
    });
    if (delivery === 'kept') record.disturbed = true;
    if (delivery === 'nobody') this.#fail(record);
  }

  #fail(record: InteractionRecord): void {
    record.state = 'failed';
    this.#tell(record, 'failed');
    this.#resolve(record, { kind: 'failed' });
  }

  #resolve(record: InteractionRecord, acknowledgement: Acknowledgement): void {
    const waiter = this.#waiting.get(record.id);
    this.#waiting.delete(record.id);
    waiter?.cancel();
    waiter?.resolve(acknowledgement);
  }

  #tell(record: InteractionRecord, state: 'sent' | 'thinking' | 'answered' | 'failed'): void {
    const { id, userId, channelId, messageId } = record;
    this.#world.emit({ kind: 'interaction', interactionId: id, userId, channelId, messageId, state });
  }

  /** Forgets interactions whose token has been dead for as long as it lived. */
  #prune(): void {
    const before = this.#world.clock.now() - 2 * TOKEN_LIFETIME_MS;
    for (const [id, { createdAt }] of this.#world.interactions) {
      if (createdAt >= before) return;
      this.#world.interactions.delete(id);
    }
  }
}

/** Discord's tokens carry the interaction's id too. */
function tokenOf(id: Snowflake): string {
  return Buffer.from(`interaction:${id}:${randomBytes(32).toString('hex')}`).toString('base64url');
}

/** The interaction that a token was made for, or undefined for a token of nobody's. */
export function interactionByToken(world: World, token: string): InteractionRecord | undefined {
  const [, id = ''] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  const record = world.interactions.get(id);
  return record?.token === token ? record : undefined;
}
