/** What a route gets to work with, and the checks that many routes begin with. */
import type { Gateway } from '../gateway/gateway.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { Upload } from '../messages/files.ts';
import { Permission, permissionsIn } from '../permissions.ts';
import type { RouteKey } from '../rules/index.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, ChannelRecord, GuildRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Reply, refuse } from './reply.ts';

/** The parts behind the routes. */
export interface Backend {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
}

export interface Call extends Backend {
  readonly route: RouteKey;
  /** The value of a `{parameter}` of the route. */
  readonly param: (name: string) => string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** The bot that asks; throws on routes that need no token. */
  readonly me: ApplicationRecord;
}

/** Handles a request in one go, so that it happens whole or, by a thrown refusal, not at all. */
export type Handler = (call: Call) => Reply;

/** The channel of the route, if the bot can see it. */
export function channelOf({ world, me, param }: Call): ChannelRecord {
  const channel = world.channels.get(param('channel_id'));
  if (!channel) throw refuse.unknownChannel();
  requirePermission(world, channel, me, Permission.ViewChannel);
  return channel;
}

/** Refuses unless the bot has all these permissions there: 50001 when it cannot even see the channel. */
export function requirePermission(
  world: World,
  channel: ChannelRecord,
  me: ApplicationRecord,
  bits: bigint,
): void {
  const held = permissionsIn(world, channel, me.botId);
  if (!(held & Permission.ViewChannel)) throw refuse.missingAccess();
  if ((held & bits) !== bits) throw refuse.missingPermissions();
}

/** The message of the route, which must be for all: ephemeral ones are not reachable through their channel. */
export function messageOf({ world, param }: Call, channel: ChannelRecord): MessageRecord {
  const record = world.messages.get(channel.id)?.get(param('message_id'));
  if (!record) throw refuse.unknownMessage();
  if (record.audience !== 'all') throw refuse.ephemeralByChannel();
  return record;
}

/** The guild of the route, if the bot is in it. */
export function guildOf({ world, me, param }: Call): GuildRecord {
  const guild = world.guilds.get(param('guild_id'));
  if (!guild) throw refuse.unknownGuild();
  if (!isIn(guild, me.botId)) throw refuse.missingAccess();
  return guild;
}

export function isIn(guild: GuildRecord, userId: Snowflake): boolean {
  return guild.members.some((member) => member.userId === userId);
}
