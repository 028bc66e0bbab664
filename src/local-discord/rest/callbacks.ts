/** POST /interactions/{id}/{token}/callback: the one answer that an interaction takes. */
import {
  InteractionResponseType as Answer,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Acknowledgement } from '../interactions/interactions.ts';
import { metadataOf } from '../interactions/payload.ts';
import { type Component, withIds } from '../messages/components.ts';
import { createMessage, type Draft, editMessage, type MessageBody } from '../messages/messages.ts';
import { checkCallback } from '../rules/index.ts';
import type { InteractionRecord, MessageRecord } from '../world/records.ts';
import { known, type World } from '../world/world.ts';
import { fileNames } from './attachments.ts';
import type { Call, Handler } from './call.ts';
import { Refused, type Reply, refuse } from './reply.ts';

interface CallbackBody {
  readonly type: Answer;
  readonly data?: MessageBody & { readonly choices?: unknown; readonly components?: readonly Component[] };
}

/** Late and unknown are the same to Discord; so is an autocomplete that was overtaken. */
function interactionOf({ world, param }: Call): InteractionRecord {
  const record = world.interactions.get(param('interaction_id'));
  if (!record || record.token !== param('interaction_token')) throw refuse.unknownInteraction();
  if (record.state === 'failed') throw refuse.unknownInteraction();
  if (record.state === 'answered') throw refuse.alreadyAcknowledged();
  return record;
}

function sourceOf(world: World, { channelId, messageId }: InteractionRecord): MessageRecord | undefined {
  return messageId === null ? undefined : world.messages.get(channelId)?.get(messageId);
}

function check(call: Call, record: InteractionRecord): CallbackBody {
  const target = sourceOf(call.world, record)?.message;
  const refusal = checkCallback(
    call.body,
    {
      type: record.type,
      ...(target ? { targetMessage: { flags: target.flags ?? 0 } } : {}),
      fromCommandModal: record.type === InteractionType.ModalSubmit && record.messageId === null,
    },
    { files: fileNames(call, target) },
  );
  if (refusal) throw new Refused(refusal);
  return call.body as CallbackBody;
}

/** The kind of a message that answers this interaction. */
export function replyType(record: InteractionRecord, isMenu: boolean): MessageType {
  if (record.type !== InteractionType.ApplicationCommand)
    return record.messageId ? MessageType.Reply : MessageType.Default;
  return isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}

function isMenuCommand(world: World, record: InteractionRecord): boolean {
  const { commands } = known(world.applications, record.applicationId);
  return commands.some(
    ({ name, type }) => name === record.commandName && type !== ApplicationCommandType.ChatInput,
  );
}

/** A message made through an interaction's token, before its body. */
export function draftFor(
  world: World,
  record: InteractionRecord,
): Omit<Draft, 'body' | 'uploads' | 'audience'> {
  const source = sourceOf(world, record);
  return {
    channel: known(world.channels, record.channelId),
    authorId: known(world.applications, record.applicationId).botId,
    type: replyType(record, isMenuCommand(world, record)),
    interaction: { id: record.id, applicationId: record.applicationId, metadata: metadataOf(world, record) },
    ...(source
      ? {
          reference: { type: 0, channel_id: record.channelId, message_id: source.message.id },
          referenced: source.message,
        }
      : {}),
  };
}

function reply(
  { world, uploads }: Call,
  record: InteractionRecord,
  body: MessageBody,
  flags: number,
): MessageRecord {
  const audience = flags & MessageFlags.Ephemeral ? record.userId : 'all';
  const made = createMessage(world, {
    ...draftFor(world, record),
    body: { ...body, flags },
    uploads,
    audience,
  });
  record.originalId = made.message.id;
  return made;
}

function update({ world, uploads }: Call, record: InteractionRecord, body: MessageBody): void {
  const source = sourceOf(world, record);
  // The message was deleted between press and answer: Discord takes the answer and shows nothing.
  if (source) editMessage(world, source, body, uploads);
}

/** Does what the answer says. */
function carryOut(call: Call, record: InteractionRecord, { type, data = {} }: CallbackBody): Acknowledgement {
  const flags = data.flags ?? 0;
  switch (type) {
    case Answer.ChannelMessageWithSource:
      reply(call, record, data, flags);
      return { kind: 'message' };
    case Answer.DeferredChannelMessageWithSource:
      reply(call, record, {}, (flags & MessageFlags.Ephemeral) | MessageFlags.Loading);
      return { kind: 'thinking' };
    case Answer.DeferredMessageUpdate:
      record.originalId = record.messageId;
      return { kind: 'deferredUpdate' };
    case Answer.UpdateMessage:
      record.originalId = record.messageId;
      update(call, record, data);
      return { kind: 'updated' };
    case Answer.ApplicationCommandAutocompleteResult:
      return { kind: 'choices', choices: data.choices ?? [] };
    case Answer.Modal:
      return { kind: 'modal', modal: { ...data, components: withIds(data.components ?? []) } };
    default:
      throw new TypeError(`no interaction takes an answer of type ${type}`);
  }
}

function withResponse(world: World, record: InteractionRecord, type: Answer): Reply {
  const original = record.originalId
    ? world.messages.get(record.channelId)?.get(record.originalId)
    : undefined;
  const flags = original?.message.flags ?? 0;
  const interaction = {
    id: record.id,
    type: record.type,
    channel_id: record.channelId,
    ...(record.guildId ? { guild_id: record.guildId } : {}),
    ...(original
      ? {
          response_message_id: original.message.id,
          response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
          response_message_loading: (flags & MessageFlags.Loading) !== 0,
        }
      : {}),
  };
  const resource = { type, ...(original ? { message: original.message } : {}) };
  return { status: 200, body: { interaction, resource } };
}

export const createCallback: Handler = (call) => {
  const record = interactionOf(call);
  const body = check(call, record);
  const acknowledgement = carryOut(call, record, body);
  call.interactions.acknowledge(record, body.type, acknowledgement);
  return call.query.with_response === 'true' ? withResponse(call.world, record, body.type) : { status: 204 };
};
