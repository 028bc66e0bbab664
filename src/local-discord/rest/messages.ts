/** Messages of a channel. */
import {
  ChannelType,
  GatewayIntentBits,
  type MessageFlags,
  MessageType,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import {
  createMessage,
  deleteMessage,
  editMessage,
  type MessageBody,
  messageFor,
} from '../messages/messages.ts';
import { Permission, permissionsIn } from '../permissions.ts';
import { checkRequest } from '../rules/index.ts';
import { compareSnowflakes, snowflakeTime } from '../snowflake.ts';
import type { ChannelRecord, MessageRecord, StoredMessage } from '../world/records.ts';
import { fileNames } from './attachments.ts';
import { type Call, channelOf, type Handler, isIn, messageOf, requirePermission } from './call.ts';
import { Refused, refuse } from './reply.ts';

/** How long a nonce finds the earlier message; Discord says "the past few minutes". */
const NONCE_MS = 3 * 60_000;
const HOUR_MS = 3_600_000;
/** Edits of messages over an hour old, an hour and channel. Discord keeps the number to itself: "a few". */
const LATE_EDITS_PER_HOUR = 5;
const IS_COMPONENTS_V2: MessageFlags = 1 << 15;
const DEFAULT_PAGE = 50;

interface CreateBody extends MessageBody {
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: { readonly message_id?: string; readonly fail_if_not_exists?: boolean } | null;
}

/** Refuses a direct message to somebody who closed theirs, or shares no guild with the bot. */
function requireOpenDms({ world, me }: Call, channel: ChannelRecord): void {
  const [personId] = channel.recipientIds.filter((id) => id !== me.botId);
  const person = world.users.get(personId ?? '');
  const shared = [...world.guilds.values()].some(
    (guild) => isIn(guild, me.botId) && isIn(guild, personId ?? ''),
  );
  if (!person?.dmsOpen || !shared) throw refuse.cannotDm();
}

function requireSending(call: Call, channel: ChannelRecord, body: CreateBody): void {
  if (channel.type === ChannelType.GuildCategory) throw refuse.notATextChannel();
  if (channel.guildId === null) {
    requireOpenDms(call, channel);
    return;
  }
  const sending = channel.thread ? Permission.SendMessagesInThreads : Permission.SendMessages;
  const files = call.uploads.length > 0 ? Permission.AttachFiles : 0n;
  const tts = body.tts ? Permission.SendTTSMessages : 0n;
  const history = body.message_reference ? Permission.ReadMessageHistory : 0n;
  requirePermission(call.world, channel, call.me, sending | files | tts | history);
  if (channel.thread?.locked) throw refuse.threadLocked();
}

/** Without EMBED_LINKS embeds are dropped without a word, as Discord does. */
function withoutForbidden({ world, me }: Call, channel: ChannelRecord, body: CreateBody): CreateBody {
  const held = permissionsIn(world, channel, me.botId);
  return held & Permission.EmbedLinks ? body : { ...body, embeds: [] };
}

/** The message that the same author sent with this nonce a moment ago. */
function earlier(
  { world, me }: Call,
  channel: ChannelRecord,
  { nonce, enforce_nonce }: CreateBody,
): MessageRecord | undefined {
  if (!enforce_nonce || nonce === undefined || nonce === null) return undefined;
  const since = world.clock.now() - NONCE_MS;
  const sent = [...(world.messages.get(channel.id)?.values() ?? [])];
  return sent.find(
    ({ message }) =>
      message.author.id === me.botId &&
      String(message.nonce) === String(nonce) &&
      snowflakeTime(message.id) >= since,
  );
}

function referenceOf({ world }: Call, channel: ChannelRecord, { message_reference: reference }: CreateBody) {
  if (!reference?.message_id) return null;
  const found = world.messages.get(channel.id)?.get(reference.message_id);
  if (!found && reference.fail_if_not_exists !== false) {
    throw new Refused(
      {
        status: 400,
        body: {
          code: RESTJSONErrorCodes.InvalidFormBodyOrContentType,
          message: 'Invalid Form Body',
          errors: {
            message_reference: {
              _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }],
            },
          },
        },
      },
      'circumstances',
    );
  }
  return found
    ? {
        type: 0,
        channel_id: channel.id,
        message_id: found.message.id,
        ...(channel.guildId ? { guild_id: channel.guildId } : {}),
      }
    : null;
}

export const createChannelMessage: Handler = (call) => {
  const { world, me, uploads } = call;
  const channel = channelOf(call);
  const body = withoutForbidden(call, channel, call.body as CreateBody);
  requireSending(call, channel, body);
  const again = earlier(call, channel, body);
  if (again) return { status: 200, body: again.message };
  const reference = referenceOf(call, channel, body);
  if (channel.thread?.archived) channel.thread.archived = false;
  const made = createMessage(world, {
    channel,
    authorId: me.botId,
    body,
    uploads,
    audience: 'all',
    type: reference ? MessageType.Reply : MessageType.Default,
    ...(reference ? { reference } : {}),
  });
  return { status: 200, body: made.message };
};

/** The part of the history that the query asks for, newest first. */
function page(messages: readonly StoredMessage[], query: Call['query']): StoredMessage[] {
  const limit = Number(query.limit ?? DEFAULT_PAGE);
  const newestFirst = messages.toReversed();
  const { before, after, around } = query;
  if (before) return newestFirst.filter(({ id }) => compareSnowflakes(id, before) < 0).slice(0, limit);
  if (after) return newestFirst.filter(({ id }) => compareSnowflakes(id, after) > 0).slice(-limit);
  if (!around) return newestFirst.slice(0, limit);
  const half = Math.floor(limit / 2);
  const newer = newestFirst.filter(({ id }) => compareSnowflakes(id, around) > 0).slice(-half);
  const rest = newestFirst
    .filter(({ id }) => compareSnowflakes(id, around) <= 0)
    .slice(0, limit - newer.length);
  return [...newer, ...rest];
}

/** To REST the intent of the gateway counts for nothing; the privilege itself decides. */
function shown({ world, me }: Call, message: StoredMessage): StoredMessage {
  const seesContent = (me.privilegedIntents & GatewayIntentBits.MessageContent) !== 0;
  return messageFor(world, message, { botId: me.botId, seesContent });
}

export const listMessages: Handler = (call) => {
  const channel = channelOf(call);
  const mayRead = permissionsIn(call.world, channel, call.me.botId) & Permission.ReadMessageHistory;
  if (!mayRead) return { status: 200, body: [] };
  const records = call.world.messagesIn(channel.id).filter(({ audience }) => audience === 'all');
  const messages = page(
    records.map(({ message }) => message),
    call.query,
  );
  return { status: 200, body: messages.map((message) => shown(call, message)) };
};

export const getMessage: Handler = (call) => {
  const channel = channelOf(call);
  requirePermission(call.world, channel, call.me, Permission.ReadMessageHistory);
  return { status: 200, body: shown(call, messageOf(call, channel).message) };
};

/** Messages over an hour old can be edited a few times an hour; then 429, without any header that says so before. */
function countLateEdit({ world }: Call, channel: ChannelRecord, message: StoredMessage): void {
  const now = world.clock.now();
  if (now - snowflakeTime(message.id) <= HOUR_MS) return;
  const recent = channel.lateEdits.filter((at) => at > now - HOUR_MS && at <= now);
  if (recent.length >= LATE_EDITS_PER_HOUR) {
    const code = RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached;
    const text = 'Maximum number of edits to messages older than 1 hour reached. Try again later.';
    const retryAfter = ((recent[0] ?? now) + HOUR_MS - now) / 1000;
    throw new Refused({ status: 429, body: { code, message: text } }, 'bot', retryAfter);
  }
  channel.lateEdits = [...recent, now];
}

export const editChannelMessage: Handler = (call) => {
  const channel = channelOf(call);
  const record = messageOf(call, channel);
  if (record.message.author.id !== call.me.botId) throw refuse.notTheAuthor();
  const flags = record.message.flags ?? 0;
  const refusal = checkRequest(call.route, call.body, call.query, {
    targetIsComponentsV2: (flags & IS_COMPONENTS_V2) !== 0,
    files: fileNames(call, record.message),
  });
  if (refusal) throw new Refused(refusal);
  countLateEdit(call, channel, record.message);
  editMessage(call.world, record, call.body as MessageBody, call.uploads);
  return { status: 200, body: record.message };
};

export const deleteChannelMessage: Handler = (call) => {
  const channel = channelOf(call);
  const record = messageOf(call, channel);
  if (record.message.author.id !== call.me.botId) {
    requirePermission(call.world, channel, call.me, Permission.ManageMessages);
  }
  deleteMessage(call.world, record);
  return { status: 204 };
};

/** Discord shows "… is typing"; nobody waits for it here. */
export const startTyping: Handler = (call) => {
  const channel = channelOf(call);
  requirePermission(
    call.world,
    channel,
    call.me,
    channel.thread ? Permission.SendMessagesInThreads : Permission.SendMessages,
  );
  return { status: 204 };
};
