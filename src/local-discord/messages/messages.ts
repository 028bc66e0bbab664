/** Making, changing and deleting messages, with all that follows: files, pings, events. */
import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageReference,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  type MessageType,
} from 'discord-api-types/v10';
import { userJson } from '../payloads/user.ts';
import { canView } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Audience, ChannelRecord, MessageRecord, StoredMessage } from '../world/records.ts';
import { known, type Recipient, type World } from '../world/world.ts';
import { type Component, textOf, withIds, withMedia } from './components.ts';
import { type AttachmentEntry, keepUploads, servedFiles, type Upload } from './files.ts';
import { type Pings, pingsOf } from './mentions.ts';

/** The fields of a body that make a message, as the rules have accepted them. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly Component[] | null;
  readonly attachments?: readonly AttachmentEntry[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: number | null;
  readonly tts?: boolean | null;
  readonly nonce?: string | number | null;
}

/** A message about to be made. */
export interface Draft {
  readonly id?: Snowflake;
  readonly channel: ChannelRecord;
  readonly authorId: Snowflake;
  readonly body: MessageBody;
  readonly uploads: readonly Upload[];
  readonly audience: Audience;
  readonly type: MessageType;
  /** Set when it is made through an interaction's token. */
  readonly interaction?: {
    readonly id: Snowflake;
    readonly applicationId: Snowflake;
    readonly metadata: APIMessageInteractionMetadata;
  };
  readonly reference?: APIMessageReference;
  readonly referenced?: StoredMessage;
}

/** The flags that a sender sets. */
const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.Loading |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

function pingFields(world: World, pings: Pings) {
  return {
    mention_everyone: pings.everyone,
    mentions: pings.users.map((id) => userJson(known(world.users, id))),
    mention_roles: [...pings.roles],
  };
}

function mentionFields(
  world: World,
  channel: ChannelRecord,
  authorId: Snowflake,
  body: MessageBody,
  byToken: boolean,
) {
  const text = `${body.content ?? ''}\n${textOf(body.components ?? [])}`;
  const as = byToken ? 'interaction' : 'message';
  const allowed = body.allowed_mentions;
  return pingFields(world, pingsOf(world, text, { by: authorId, as, in: channel, allowed }));
}

function storedComponents(
  world: World,
  components: readonly Component[],
  attachments: readonly APIAttachment[],
) {
  const stored = withMedia(withIds(components), servedFiles(world, attachments));
  return stored as unknown as NonNullable<APIMessage['components']>;
}

function build(world: World, draft: Draft): StoredMessage {
  const { channel, authorId, body, interaction, reference, referenced } = draft;
  const attachments = keepUploads(world, channel.id, draft.uploads, body.attachments ?? []);
  return {
    id: draft.id ?? world.newId(),
    channel_id: channel.id,
    author: userJson(known(world.users, authorId)),
    content: body.content ?? '',
    timestamp: world.timestamp(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...mentionFields(world, channel, authorId, body, interaction !== undefined),
    attachments,
    embeds: (body.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' as APIEmbed['type'] & string })),
    pinned: false,
    type: draft.type,
    flags: (body.flags ?? 0) & SENDABLE_FLAGS,
    components: storedComponents(world, body.components ?? [], attachments),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...(interaction
      ? {
          application_id: interaction.applicationId,
          webhook_id: interaction.applicationId,
          interaction_metadata: interaction.metadata,
          ...deprecatedInteraction(interaction.metadata),
        }
      : {}),
    ...(reference ? { message_reference: reference } : {}),
    ...(referenced ? { referenced_message: referenced } : {}),
  } as StoredMessage;
}

/** Discord still sends this beside the metadata of what answers a command; clients show the command's name by it. */
function deprecatedInteraction(metadata: APIMessageInteractionMetadata) {
  if (!('name' in metadata) || typeof metadata.name !== 'string') return {};
  const { id, type, name, user } = metadata;
  return { interaction: { id, type, name, user } };
}

export function createMessage(world: World, draft: Draft): MessageRecord {
  const record: MessageRecord = {
    message: build(world, draft),
    audience: draft.audience,
    interactionId: draft.interaction?.id ?? null,
  };
  world.keepMessage(record);
  if (draft.audience === 'all') draft.channel.lastMessageId = record.message.id;
  announce(world, record, 'messageCreated', GatewayDispatchEvents.MessageCreate);
  return record;
}

/** The attachments after an edit: those listed, or all when none are, then the new ones. */
function editedAttachments(
  world: World,
  { message }: MessageRecord,
  body: MessageBody,
  uploads: readonly Upload[],
) {
  const listed = body.attachments === undefined ? undefined : (body.attachments ?? []).map(({ id }) => id);
  const kept = message.attachments.filter(({ id }) => listed?.includes(id) ?? true);
  return [...kept, ...keepUploads(world, message.channel_id, uploads, body.attachments ?? [])];
}

/** Applies an edit. A field that is absent stays; IS_COMPONENTS_V2 is never unset. */
export function editMessage(
  world: World,
  record: MessageRecord,
  body: MessageBody,
  uploads: readonly Upload[],
): void {
  const { message } = record;
  const channel = known(world.channels, message.channel_id);
  const attachments = editedAttachments(world, record, body, uploads);
  const dropped = message.attachments.filter(({ id }) => !attachments.some((kept) => kept.id === id));
  for (const { id } of dropped) world.files.delete(id);
  const components = body.components === undefined ? message.components : (body.components ?? []);
  const content = body.content === undefined ? message.content : (body.content ?? '');
  const merged = { content, components: (components ?? []) as unknown as readonly Component[] };
  const wanted = body.flags ?? 0;
  record.message = {
    ...message,
    content,
    embeds: body.embeds === undefined ? message.embeds : [...(body.embeds ?? [])],
    attachments,
    components: storedComponents(world, merged.components, attachments),
    ...mentionFields(
      world,
      channel,
      message.author.id,
      { ...body, ...merged },
      record.interactionId !== null,
    ),
    flags:
      ((message.flags ?? 0) & ~MessageFlags.Loading) |
      (wanted & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)),
    edited_timestamp: (message.flags ?? 0) & MessageFlags.Loading ? null : world.timestamp(),
  };
  announce(world, record, 'messageUpdated', GatewayDispatchEvents.MessageUpdate);
}

/** Changes fields that are not the author's: flags, the thread. */
export function amendMessage(world: World, record: MessageRecord, fields: Partial<StoredMessage>): void {
  record.message = { ...record.message, ...fields };
  announce(world, record, 'messageUpdated', GatewayDispatchEvents.MessageUpdate);
}

export function deleteMessage(world: World, { message, audience }: MessageRecord): void {
  const { id, channel_id } = message;
  world.messages.get(channel_id)?.delete(id);
  for (const attachment of message.attachments) world.files.delete(attachment.id);
  world.emit({ kind: 'messageDeleted', channelId: channel_id, messageId: id, audience });
  if (audience !== 'all') return;
  const { guildId } = known(world.channels, channel_id);
  world.dispatch({
    event: GatewayDispatchEvents.MessageDelete,
    guildId,
    intents: messageIntent(guildId),
    dataFor: (to) => (seesChannel(world, channel_id, to) ? { id, channel_id, ...guildField(guildId) } : null),
  });
}

const guildField = (guildId: Snowflake | null) => (guildId === null ? {} : { guild_id: guildId });

function messageIntent(guildId: Snowflake | null): number {
  return guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function seesChannel(world: World, channelId: Snowflake, { botId }: Recipient): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && canView(world, channel, botId);
}

/** The message as a bot sees it: without MESSAGE_CONTENT, that of others is blank, save when it is mentioned. */
export function messageFor(
  world: World,
  message: StoredMessage,
  to: { botId: Snowflake; seesContent: boolean },
): StoredMessage {
  const own = message.author.id === to.botId || message.mentions.some(({ id }) => id === to.botId);
  const direct = known(world.channels, message.channel_id).guildId === null;
  if (own || direct || to.seesContent) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}

function announce(
  world: World,
  { message, audience }: MessageRecord,
  kind: 'messageCreated' | 'messageUpdated',
  event: GatewayDispatchEvents,
): void {
  world.emit({ kind, channelId: message.channel_id, message, audience });
  if (audience !== 'all') return;
  const { guildId } = known(world.channels, message.channel_id);
  world.dispatch({
    event,
    guildId,
    intents: messageIntent(guildId),
    dataFor: (to) => {
      if (!seesChannel(world, message.channel_id, to)) return null;
      const seesContent = (to.intents & GatewayIntentBits.MessageContent) !== 0;
      return { ...messageFor(world, message, { botId: to.botId, seesContent }), ...guildField(guildId) };
    },
  });
}
