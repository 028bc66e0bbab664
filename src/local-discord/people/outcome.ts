/** What a person saw come of what they did. */
import { MessageFlags } from 'discord-api-types/v10';
import type { Acknowledgement, Interactions, Sent } from '../interactions/interactions.ts';
import type { Component } from '../messages/components.ts';
import type { Snowflake } from '../snowflake.ts';
import type { InteractionRecord, StoredMessage } from '../world/records.ts';
import { known, type World } from '../world/world.ts';

/** A form on somebody's screen. */
export interface ShownModal {
  /** The interaction that it answers. */
  readonly interactionId: Snowflake;
  readonly applicationId: Snowflake;
  readonly channelId: Snowflake;
  /** The message whose component opened it, or null when a command did. */
  readonly messageId: Snowflake | null;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** A suggestion of an autocomplete. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface Outcome {
  readonly interactionId: Snowflake;
  /** Milliseconds from the deed to the acknowledgement or the failure. */
  readonly ackMs: number;
  /** `failed`: "This interaction failed"; no answer within three seconds by the clock, or no bot there. */
  readonly kind: 'message' | 'updated' | 'thinking' | 'deferredUpdate' | 'modal' | 'failed';
  /** The message that came or changed, as it was then. */
  readonly message?: StoredMessage;
  /** True when only this person sees it. */
  readonly ephemeral?: boolean;
  readonly modal?: ShownModal;
  /** For what was deferred: after the edit or follow-up that ends it; `failed` when none came in fifteen minutes. */
  settled(): Promise<Outcome>;
}

interface Seen {
  readonly world: World;
  readonly interactions: Interactions;
}

function shownModal(record: InteractionRecord, modal: unknown): ShownModal {
  const { custom_id, title, components } = modal as {
    custom_id: string;
    title: string;
    components: readonly Component[];
  };
  const { id, applicationId, channelId, messageId } = record;
  return { interactionId: id, applicationId, channelId, messageId, customId: custom_id, title, components };
}

function messageFields({ world }: Seen, { channelId, originalId }: InteractionRecord) {
  const message = originalId === null ? undefined : world.messages.get(channelId)?.get(originalId)?.message;
  if (!message) return {};
  return { message, ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
}

function outcomeOf(
  seen: Seen,
  record: InteractionRecord,
  acknowledgement: Acknowledgement,
  ackMs: number,
): Outcome {
  const { kind } = acknowledgement;
  if (kind === 'choices') throw new TypeError('an autocomplete has choices, no outcome');
  const outcome: Outcome = {
    interactionId: record.id,
    ackMs,
    kind,
    ...(kind === 'modal'
      ? { modal: shownModal(record, acknowledgement.modal) }
      : messageFields(seen, record)),
    settled: async () => {
      if (kind !== 'thinking' && kind !== 'deferredUpdate') return outcome;
      const done = await seen.interactions.settled(record);
      const settledKind = kind === 'thinking' ? 'message' : 'updated';
      const settled: Outcome = {
        interactionId: record.id,
        ackMs,
        kind: done ? settledKind : 'failed',
        ...messageFields(seen, record),
        settled: async () => settled,
      };
      return settled;
    },
  };
  return outcome;
}

/** Waits for the acknowledgement. */
export async function outcomeOfSent(seen: Seen, { record, acknowledged }: Sent): Promise<Outcome> {
  const { acknowledgement, ackMs } = await acknowledged;
  return outcomeOf(seen, known(seen.world.interactions, record.id), acknowledgement, ackMs);
}
