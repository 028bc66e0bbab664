/** Channels made, changed and deleted, and the gateway told of it. */
import { GatewayDispatchEvents as Event, GatewayIntentBits } from 'discord-api-types/v10';
import { channelJson } from '../payloads/guild.ts';
import type { ChannelRecord } from './records.ts';
import type { World } from './world.ts';

type Fresh = Pick<ChannelRecord, 'type' | 'guildId' | 'name'> & Partial<ChannelRecord>;

function isBotThere(world: World, { guildId, recipientIds }: ChannelRecord, botId: string): boolean {
  return guildId === null ? recipientIds.includes(botId) : world.member(guildId, botId) !== undefined;
}

function tell(
  world: World,
  channel: ChannelRecord,
  change: 'created' | 'updated' | 'deleted',
  event: Event,
): void {
  const { id, guildId } = channel;
  world.emit({ kind: 'channel', change, guildId, id });
  if (guildId === null) return;
  const data = channelJson(world, channel);
  world.dispatch({
    event,
    guildId,
    intents: GatewayIntentBits.Guilds,
    dataFor: ({ botId }) => (isBotThere(world, channel, botId) ? data : null),
  });
}

export function addChannel(world: World, fresh: Fresh): ChannelRecord {
  const siblings = [...world.channels.values()].filter(({ guildId }) => guildId === fresh.guildId);
  const channel: ChannelRecord = {
    id: world.newId(),
    topic: null,
    position: siblings.length,
    parentId: null,
    overwrites: [],
    recipientIds: [],
    thread: null,
    lastMessageId: null,
    lateEdits: [],
    ...fresh,
  };
  world.channels.set(channel.id, channel);
  tell(world, channel, 'created', channel.thread ? Event.ThreadCreate : Event.ChannelCreate);
  return channel;
}

export function updateChannel(world: World, channel: ChannelRecord): void {
  tell(world, channel, 'updated', channel.thread ? Event.ThreadUpdate : Event.ChannelUpdate);
}

/** Deletes a channel with its messages and threads. */
export function removeChannel(world: World, channel: ChannelRecord): void {
  const threads = [...world.channels.values()].filter(
    ({ thread, parentId }) => thread && parentId === channel.id,
  );
  for (const thread of threads) removeChannel(world, thread);
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
  for (const file of world.files.values()) if (file.channelId === channel.id) world.files.delete(file.id);
  tell(world, channel, 'deleted', channel.thread ? Event.ThreadDelete : Event.ChannelDelete);
}
