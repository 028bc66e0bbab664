/** What Sensei may do where, from the client's cache of guilds, channels and roles. */
import { type Client, type GuildBasedChannel, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import { codeOf } from './errors.ts';
import type { Access, Rooms } from './services.ts';

/** Permissions that a study channel needs, with their names in Discord's settings. */
const POSTING = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;
const THREADS = [
  ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;

/** The permissions that the invite link asks for. */
export const INVITE_PERMISSIONS = [...POSTING, ...THREADS].reduce((bits, [, bit]) => bits | bit, 0n);

export function createRooms(client: Client<true>): Rooms {
  return {
    access: (channelId, needs) => accessTo(client, channelId, needs),
    async isMember(guildId, userId) {
      const guild = client.guilds.cache.get(guildId);
      if (!guild) return true;
      try {
        await guild.members.fetch({ user: userId, cache: false, force: true });
        return true;
      } catch (thrown) {
        return codeOf(thrown) !== RESTJSONErrorCodes.UnknownMember;
      }
    },
  };
}

function accessTo(client: Client<true>, channelId: string, needs: { thread: boolean }): Access {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return { kind: 'gone' };
  const permissions = missingIn(channel, client.user.id, needs.thread ? [...POSTING, ...THREADS] : POSTING);
  return permissions.length > 0 ? { kind: 'missing', permissions } : { kind: 'ok' };
}

function missingIn(
  channel: GuildBasedChannel,
  botId: string,
  wanted: readonly (readonly [string, bigint])[],
): string[] {
  const held = channel.permissionsFor(botId);
  return wanted.filter(([, bit]) => !held?.has(bit)).map(([name]) => name);
}

/** The link with which an admin adds Sensei to a server. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: INVITE_PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
