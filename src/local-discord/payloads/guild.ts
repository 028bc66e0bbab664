/** Guilds and channels as Discord's JSON. */
import { ChannelType } from 'discord-api-types/v10';
import { permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import { snowflakeTime } from '../snowflake.ts';
import type { ChannelRecord, GuildRecord, ThreadRecord } from '../world/records.ts';
import { known, type World } from '../world/world.ts';
import { memberJson, userJson } from './user.ts';

function threadJson(channel: ChannelRecord, thread: ThreadRecord) {
  return {
    owner_id: thread.ownerId,
    parent_id: channel.parentId,
    message_count: 0,
    total_message_sent: 0,
    member_count: thread.memberIds.length,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archiveTimestamp,
      create_timestamp: new Date(snowflakeTime(channel.id)).toISOString(),
      ...(channel.type === ChannelType.PrivateThread ? { invitable: true } : {}),
    },
  };
}

/** A channel, thread or direct-message channel; the latter as its other end sees it. */
export function channelJson(world: World, channel: ChannelRecord, viewerId?: Snowflake) {
  const { id, type, name, topic, position, parentId, overwrites, guildId, thread } = channel;
  const base = { id, type, last_message_id: channel.lastMessageId, flags: 0 };
  if (guildId === null) {
    const others = channel.recipientIds.filter((recipient) => recipient !== viewerId);
    return { ...base, recipients: others.map((recipient) => userJson(known(world.users, recipient))) };
  }
  const inGuild = { ...base, guild_id: guildId, name };
  if (thread) return { ...inGuild, ...threadJson(channel, thread) };
  return {
    ...inGuild,
    position,
    parent_id: parentId,
    topic,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: overwrites,
  };
}

/** A channel as interactions carry it: with what the acting user may do there. */
export function partialChannelJson(world: World, channel: ChannelRecord, userId: Snowflake) {
  return {
    ...channelJson(world, channel, userId),
    permissions: permissionsIn(world, channel, userId).toString(),
  };
}

/** What GET /guilds/{id} answers. */
export function guildJson(guild: GuildRecord) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: guild.roles,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    features: [],
    emojis: [],
    stickers: [],
    max_members: 500_000,
    max_presences: null,
    incidents_data: null,
  };
}

export function channelsOf(world: World, guildId: Snowflake): ChannelRecord[] {
  return [...world.channels.values()].filter((channel) => channel.guildId === guildId);
}

/** What GUILD_CREATE carries to a bot: the guild with its channels and, of its members, the bot alone. */
export function guildCreateJson(world: World, guild: GuildRecord, botId: Snowflake) {
  const channels = channelsOf(world, guild.id);
  const bot = guild.members.find(({ userId }) => userId === botId);
  return {
    ...guildJson(guild),
    joined_at: bot?.joinedAt ?? world.timestamp(),
    large: guild.members.length > 50,
    unavailable: false,
    member_count: guild.members.length,
    members: bot ? [memberJson(world, bot)] : [],
    channels: channels.filter(({ thread }) => !thread).map((channel) => channelJson(world, channel)),
    threads: channels
      .filter(({ thread }) => thread && !thread.archived)
      .map((each) => channelJson(world, each)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
