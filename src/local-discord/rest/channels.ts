/** Channels: read, rename, delete, and direct-message channels opened. */
import { ChannelType } from 'discord-api-types/v10';
import { channelJson } from '../payloads/guild.ts';
import { Permission } from '../permissions.ts';
import { addChannel, removeChannel, updateChannel } from '../world/channels.ts';
import type { ChannelRecord } from '../world/records.ts';
import { type Call, channelOf, type Handler, requirePermission } from './call.ts';
import { refuse } from './reply.ts';

export const getChannel: Handler = (call) => ({
  status: 200,
  body: channelJson(call.world, channelOf(call), call.me.botId),
});

/** Opens the direct-message channel with a person, or finds it. */
export const createDm: Handler = ({ world, me, body }) => {
  const { recipient_id: personId = '' } = body as { recipient_id?: string };
  const person = world.users.get(personId);
  if (!person) throw refuse.unknownUser();
  if (person.bot) throw refuse.cannotDm();
  const existing = [...world.channels.values()].find(
    ({ type, recipientIds }) =>
      type === ChannelType.DM && recipientIds.includes(personId) && recipientIds.includes(me.botId),
  );
  const channel =
    existing ??
    addChannel(world, { type: ChannelType.DM, guildId: null, name: '', recipientIds: [personId, me.botId] });
  return { status: 200, body: channelJson(world, channel, me.botId) };
};

interface ChannelChange {
  readonly name?: string | null;
  readonly topic?: string | null;
  readonly archived?: boolean | null;
  readonly locked?: boolean | null;
  readonly auto_archive_duration?: number | null;
}

/** Threads may be changed by who made them or manages threads; other channels by who manages channels. */
function requireChanging({ world, me }: Call, channel: ChannelRecord, change: ChannelChange): void {
  const own = channel.thread?.ownerId === me.botId && !change.locked;
  if (own) return;
  requirePermission(
    world,
    channel,
    me,
    channel.thread ? Permission.ManageThreads : Permission.ManageChannels,
  );
}

export const editChannel: Handler = (call) => {
  const channel = channelOf(call);
  if (channel.guildId === null) throw refuse.wrongChannelType();
  const change = call.body as ChannelChange;
  requireChanging(call, channel, change);
  channel.name = change.name ?? channel.name;
  if (change.topic !== undefined) channel.topic = change.topic;
  if (channel.thread) {
    channel.thread.archived = change.archived ?? channel.thread.archived;
    channel.thread.locked = change.locked ?? channel.thread.locked;
    channel.thread.autoArchiveMinutes = change.auto_archive_duration ?? channel.thread.autoArchiveMinutes;
    if (change.archived !== undefined) channel.thread.archiveTimestamp = call.world.timestamp();
  }
  updateChannel(call.world, channel);
  return { status: 200, body: channelJson(call.world, channel) };
};

export const deleteChannel: Handler = (call) => {
  const channel = channelOf(call);
  if (channel.guildId === null) return { status: 200, body: channelJson(call.world, channel, call.me.botId) };
  requirePermission(
    call.world,
    channel,
    call.me,
    channel.thread ? Permission.ManageThreads : Permission.ManageChannels,
  );
  const body = channelJson(call.world, channel);
  removeChannel(call.world, channel);
  return { status: 200, body };
};
