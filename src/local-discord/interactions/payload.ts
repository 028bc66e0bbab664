/** The JSON of an interaction, as the gateway carries it. */
import {
  type APIMessageInteractionMetadata,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import { partialChannelJson } from '../payloads/guild.ts';
import { memberJson, userJson } from '../payloads/user.ts';
import { permissionsIn } from '../permissions.ts';
import type { ChannelRecord, InteractionRecord, StoredMessage } from '../world/records.ts';
import { known, type World } from '../world/world.ts';

/** Bytes that a file of an answer may have; what Discord tells servers without boosts. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** What differs from one kind of interaction to another. */
export interface InteractionBody {
  readonly data: object;
  /** The message whose component was used. */
  readonly message?: StoredMessage;
}

function owners(record: InteractionRecord): Record<string, string> {
  return { [ApplicationIntegrationType.GuildInstall]: record.guildId ?? '0' };
}

function whereInGuild(world: World, { guildId, userId }: InteractionRecord, channel: ChannelRecord): object {
  const user = known(world.users, userId);
  const member = guildId === null ? undefined : world.member(guildId, userId);
  if (guildId === null || !member) return { user: userJson(user), context: InteractionContextType.BotDM };
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { ...memberJson(world, member), permissions: permissionsIn(world, channel, userId).toString() },
    context: InteractionContextType.Guild,
  };
}

/** The whole payload of INTERACTION_CREATE. */
export function envelope(
  world: World,
  record: InteractionRecord,
  channel: ChannelRecord,
  { data, message }: InteractionBody,
): object {
  const { botId } = known(world.applications, record.applicationId);
  return {
    id: record.id,
    application_id: record.applicationId,
    type: record.type,
    token: record.token,
    version: 1,
    data,
    ...(message ? { message } : {}),
    ...whereInGuild(world, record, channel),
    channel_id: channel.id,
    channel: partialChannelJson(world, channel, record.userId),
    app_permissions: permissionsIn(world, channel, botId).toString(),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners(record),
    attachment_size_limit: ATTACHMENT_BYTES,
  };
}

/** How a message made through an interaction tells where it comes from. */
export function metadataOf(world: World, record: InteractionRecord): APIMessageInteractionMetadata {
  const { id, type, userId, commandName, messageId } = record;
  const base = {
    id,
    type,
    user: userJson(known(world.users, userId)),
    authorizing_integration_owners: owners(record),
    ...(commandName === null ? {} : { name: commandName }),
    ...(type === InteractionType.MessageComponent && messageId ? { interacted_message_id: messageId } : {}),
  };
  return base as unknown as APIMessageInteractionMetadata;
}
