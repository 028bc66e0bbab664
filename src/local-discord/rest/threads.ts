/** Threads: started from a message or on their own, and joined. */
import { ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { amendMessage, createMessage } from '../messages/messages.ts';
import { channelJson } from '../payloads/guild.ts';
import { Permission } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import { addChannel } from '../world/channels.ts';
import type { ChannelRecord } from '../world/records.ts';
import { type Call, channelOf, type Handler, messageOf, requirePermission } from './call.ts';
import { refuse } from './reply.ts';

/** Minutes without a message after which a thread is archived, unless said otherwise. */
const AUTO_ARCHIVE_MINUTES = 1440;

interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: number | null;
  readonly type?:
    | ChannelType.PublicThread
    | ChannelType.PrivateThread
    | ChannelType.AnnouncementThread
    | null;
}

type ThreadType = ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread;

function startThread(
  { world, me, body }: Call,
  parent: ChannelRecord,
  type: ThreadType,
  id?: Snowflake,
): ChannelRecord {
  const { name, auto_archive_duration } = body as ThreadBody;
  return addChannel(world, {
    ...(id ? { id } : {}),
    type,
    guildId: parent.guildId,
    name,
    parentId: parent.id,
    thread: {
      ownerId: me.botId,
      archived: false,
      locked: false,
      autoArchiveMinutes: auto_archive_duration ?? AUTO_ARCHIVE_MINUTES,
      archiveTimestamp: world.timestamp(),
      memberIds: [me.botId],
    },
  });
}

function requireTextChannel(channel: ChannelRecord): void {
  const { type } = channel;
  if (type !== ChannelType.GuildText && type !== ChannelType.GuildAnnouncement)
    throw refuse.wrongChannelType();
}

/** The thread has the id of its message. */
export const createThreadFromMessage: Handler = (call) => {
  const channel = channelOf(call);
  requireTextChannel(channel);
  const record = messageOf(call, channel);
  requirePermission(
    call.world,
    channel,
    call.me,
    Permission.CreatePublicThreads | Permission.ReadMessageHistory,
  );
  if (call.world.channels.has(record.message.id)) throw refuse.threadExists();
  const type =
    channel.type === ChannelType.GuildAnnouncement
      ? ChannelType.AnnouncementThread
      : ChannelType.PublicThread;
  const body = channelJson(call.world, startThread(call, channel, type, record.message.id));
  amendMessage(call.world, record, {
    flags: (record.message.flags ?? 0) | MessageFlags.HasThread,
    thread: body as unknown as NonNullable<typeof record.message.thread>,
  });
  return { status: 201, body };
};

/** A thread of its own is private unless it says otherwise; a public one is told of in its channel. */
export const createThread: Handler = (call) => {
  const channel = channelOf(call);
  requireTextChannel(channel);
  const type = (call.body as ThreadBody).type ?? ChannelType.PrivateThread;
  const isPrivate = type === ChannelType.PrivateThread;
  const needed = isPrivate ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
  requirePermission(call.world, channel, call.me, needed);
  const thread = startThread(call, channel, type);
  if (!isPrivate) {
    createMessage(call.world, {
      channel,
      authorId: call.me.botId,
      body: { content: thread.name },
      uploads: [],
      audience: 'all',
      type: MessageType.ThreadCreated,
      reference: { type: 0, channel_id: thread.id },
    });
  }
  return { status: 201, body: channelJson(call.world, thread) };
};

export const joinThread: Handler = (call) => {
  const channel = channelOf(call);
  if (!channel.thread) throw refuse.wrongChannelType();
  if (channel.thread.archived) throw refuse.threadArchived();
  const { botId } = call.me;
  if (!channel.thread.memberIds.includes(botId)) channel.thread.memberIds.push(botId);
  return { status: 204 };
};
