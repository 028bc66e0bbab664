/** What somebody may do in a channel, as Discord's documentation of permissions computes it. */
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Snowflake } from './snowflake.ts';
import type { APIOverwrite, ChannelRecord, GuildRecord } from './world/records.ts';
import type { World } from './world/world.ts';

export { Permission };

/** Every permission there is. */
export const ALL_PERMISSIONS = Object.values(Permission).reduce((bits, bit) => bits | bit, 0n);

/** What members of a new server may do; unlike Discord's own default, without "mention everyone". */
export const EVERYONE_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.UseExternalEmojis |
  Permission.UseApplicationCommands |
  Permission.CreatePublicThreads |
  Permission.CreatePrivateThreads |
  Permission.SendMessagesInThreads |
  Permission.ChangeNickname |
  Permission.Connect |
  Permission.Speak;

/** Lost with the right to send. */
const NEEDS_SENDING =
  Permission.MentionEveryone | Permission.SendTTSMessages | Permission.AttachFiles | Permission.EmbedLinks;

/** The permissions that a bot has in a direct-message channel, as its interactions there tell it. */
export const DM_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.ReadMessageHistory |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.MentionEveryone |
  Permission.UseExternalEmojis;

/** What a member may do in the whole guild, before a channel says otherwise. */
export function guildPermissions(guild: GuildRecord, userId: Snowflake): bigint {
  const member = guild.members.find((each) => each.userId === userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const bits = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return bits & Permission.Administrator ? ALL_PERMISSIONS : bits;
}

function apply(bits: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const deny = overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
  const allow = overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
  return (bits & ~deny) | allow;
}

function withOverwrites(
  bits: bigint,
  overwrites: readonly APIOverwrite[],
  guild: GuildRecord,
  userId: Snowflake,
) {
  const roles = guild.members.find((each) => each.userId === userId)?.roles ?? [];
  const everyone = apply(
    bits,
    overwrites.filter(({ id }) => id === guild.id),
  );
  const byRole = apply(
    everyone,
    overwrites.filter(({ id }) => id !== guild.id && roles.includes(id)),
  );
  return apply(
    byRole,
    overwrites.filter(({ id }) => id === userId),
  );
}

/** A thread has its parent's permissions; sending there is a right of its own. */
function consequences(bits: bigint, inThread: boolean): bigint {
  if (!(bits & Permission.ViewChannel)) return 0n;
  const sending = inThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
  return bits & sending ? bits : bits & ~NEEDS_SENDING;
}

/** What this user may do in this channel; nothing when they are not in it. */
export function permissionsIn(world: World, channel: ChannelRecord, userId: Snowflake): bigint {
  if (channel.guildId === null) return channel.recipientIds.includes(userId) ? DM_PERMISSIONS : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (!guild) return 0n;
  const base = guildPermissions(guild, userId);
  if (base & Permission.Administrator) return base;
  const parent = channel.thread && channel.parentId ? world.channels.get(channel.parentId) : undefined;
  const { overwrites } = parent ?? channel;
  return consequences(withOverwrites(base, overwrites, guild, userId), channel.thread !== null);
}

export function canView(world: World, channel: ChannelRecord, userId: Snowflake): boolean {
  return (permissionsIn(world, channel, userId) & Permission.ViewChannel) !== 0n;
}

/** The names of these bits, for messages. */
export function permissionNames(bits: bigint): string[] {
  return Object.entries(Permission).flatMap(([name, bit]) => (bits & bit ? [name] : []));
}
