/** Guilds as a bot reads them. */
import { channelJson, channelsOf, guildJson } from '../payloads/guild.ts';
import { memberJson } from '../payloads/user.ts';
import { removeMember } from '../world/guilds.ts';
import { guildOf, type Handler, isIn } from './call.ts';
import { refuse } from './reply.ts';

export const getGuild: Handler = (call) => {
  const guild = guildOf(call);
  const counts =
    call.query.with_counts === 'true'
      ? { approximate_member_count: guild.members.length, approximate_presence_count: guild.members.length }
      : {};
  return { status: 200, body: { ...guildJson(guild), ...counts } };
};

export const getGuildChannels: Handler = (call) => {
  const channels = channelsOf(call.world, guildOf(call).id).filter(({ thread }) => !thread);
  return { status: 200, body: channels.map((channel) => channelJson(call.world, channel)) };
};

export const getGuildRoles: Handler = (call) => ({ status: 200, body: guildOf(call).roles });

export const getGuildMember: Handler = (call) => {
  const guild = guildOf(call);
  const userId = call.param('user_id');
  if (!call.world.users.has(userId)) throw refuse.unknownUser();
  if (!isIn(guild, userId)) throw refuse.unknownMember();
  const member = guild.members.find((each) => each.userId === userId);
  return { status: 200, body: member ? memberJson(call.world, member) : null };
};

export const getActiveThreads: Handler = (call) => {
  const { world } = call;
  const threads = channelsOf(world, guildOf(call).id).filter(({ thread }) => thread && !thread.archived);
  return { status: 200, body: { threads: threads.map((each) => channelJson(world, each)), members: [] } };
};

export const leaveGuild: Handler = (call) => {
  removeMember(call.world, guildOf(call), call.me.botId);
  return { status: 204 };
};
