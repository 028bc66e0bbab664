/** /webhooks/{application}/{token}: follow-ups, and the messages that an interaction's token reaches. */
import { InteractionResponseType as Answer, MessageFlags, MessageType } from 'discord-api-types/v10';
import { interactionByToken } from '../interactions/interactions.ts';
import { createMessage, deleteMessage, editMessage, type MessageBody } from '../messages/messages.ts';
import { checkRequest } from '../rules/index.ts';
import type { InteractionRecord, MessageRecord } from '../world/records.ts';
import { fileNames } from './attachments.ts';
import type { Call, Handler } from './call.ts';
import { draftFor } from './callbacks.ts';
import { Refused, refuse } from './reply.ts';

/** The interaction of the token, if it was acknowledged less than fifteen minutes ago. */
function interactionOf({ world, interactions, param }: Call): InteractionRecord {
  const record = interactionByToken(world, param('webhook_token'));
  if (!record || record.applicationId !== param('webhook_id')) throw refuse.invalidWebhookToken();
  if (interactions.isExpired(record)) throw refuse.invalidWebhookToken();
  if (record.state !== 'answered' || record.callbackType === Answer.Modal) throw refuse.unknownWebhook();
  return record;
}

/** A message that the token made, or the one that its interaction updates. */
function messageOf(call: Call, record: InteractionRecord): MessageRecord {
  const wanted = call.route.endsWith('@original') ? record.originalId : call.param('message_id');
  const found = wanted === null ? undefined : call.world.messages.get(record.channelId)?.get(wanted);
  if (!found) throw refuse.unknownMessage();
  if (found.interactionId !== record.id && found.message.id !== record.originalId)
    throw refuse.unknownMessage();
  return found;
}

export const createFollowUp: Handler = (call) => {
  const { world, interactions, uploads } = call;
  const record = interactionOf(call);
  const body = call.body as MessageBody;
  const loading = record.originalId
    ? world.messages.get(record.channelId)?.get(record.originalId)
    : undefined;
  // Right after a deferred answer a follow-up edits the loading message; its own EPHEMERAL is ignored.
  if (record.pending && loading && (loading.message.flags ?? 0) & MessageFlags.Loading) {
    editMessage(world, loading, body, uploads);
    interactions.settle(record);
    return { status: 200, body: loading.message };
  }
  const audience = (body.flags ?? 0) & MessageFlags.Ephemeral ? record.userId : 'all';
  const made = createMessage(world, {
    ...draftFor(world, record),
    type: MessageType.Reply,
    body,
    uploads,
    audience,
  });
  interactions.settle(record);
  return { status: 200, body: made.message };
};

export const getTokenMessage: Handler = (call) => ({
  status: 200,
  body: messageOf(call, interactionOf(call)).message,
});

export const editTokenMessage: Handler = (call) => {
  const record = interactionOf(call);
  const target = messageOf(call, record);
  const flags = target.message.flags ?? 0;
  const refusal = checkRequest(call.route, call.body, call.query, {
    targetIsComponentsV2: (flags & MessageFlags.IsComponentsV2) !== 0,
    files: fileNames(call, target.message),
  });
  if (refusal) throw new Refused(refusal);
  editMessage(call.world, target, call.body as MessageBody, call.uploads);
  if (target.message.id === record.originalId) call.interactions.settle(record);
  return { status: 200, body: target.message };
};

export const deleteTokenMessage: Handler = (call) => {
  const record = interactionOf(call);
  const target = messageOf(call, record);
  deleteMessage(call.world, target);
  if (target.message.id === record.originalId) call.interactions.settle(record);
  return { status: 204 };
};
