/** What the local Discord remembers. Everything here is plain JSON. */
import type {
  APIApplicationCommand,
  APIChatInputApplicationCommandInteractionData,
  APIMessage,
  APIOverwrite,
  APIRole,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { ClockState } from '../clock.ts';
import type { Snowflake } from '../snowflake.ts';

/** A message as the REST API shows it. */
export type StoredMessage = APIMessage;
export type Command = APIApplicationCommand;
export type { APIChatInputApplicationCommandInteractionData, APIOverwrite, APIRole };

export interface UserRecord {
  readonly id: Snowflake;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  /** False: direct messages of bots are refused. */
  dmsOpen: boolean;
}

export interface ApplicationRecord {
  readonly id: Snowflake;
  readonly name: string;
  readonly token: string;
  readonly botId: Snowflake;
  /** Bits of the privileged intents that were switched on for it. */
  readonly privilegedIntents: number;
  commands: Command[];
  /** Creations of commands, for the limit of 200 a day for each scope. */
  commandCreations: { readonly scope: Snowflake | 'global'; readonly at: number }[];
}

export interface MemberRecord {
  readonly userId: Snowflake;
  roles: Snowflake[];
  nick: string | null;
  readonly joinedAt: string;
}

export interface GuildRecord {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  roles: APIRole[];
  members: MemberRecord[];
  /** Where Discord greets new members; absent or null for nowhere. */
  systemChannelId?: Snowflake | null;
  /** True while Discord has an outage there. */
  unavailable: boolean;
}

export interface ThreadRecord {
  readonly ownerId: Snowflake;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  archiveTimestamp: string;
  memberIds: Snowflake[];
}

export type KnownChannelType =
  | ChannelType.GuildText
  | ChannelType.DM
  | ChannelType.GuildVoice
  | ChannelType.GuildCategory
  | ChannelType.GuildAnnouncement
  | ChannelType.AnnouncementThread
  | ChannelType.PublicThread
  | ChannelType.PrivateThread;

export interface ChannelRecord {
  readonly id: Snowflake;
  readonly type: KnownChannelType;
  readonly guildId: Snowflake | null;
  name: string;
  topic: string | null;
  readonly position: number;
  readonly parentId: Snowflake | null;
  overwrites: APIOverwrite[];
  /** The two ends of a direct-message channel, the bot among them. */
  readonly recipientIds: readonly Snowflake[];
  thread: ThreadRecord | null;
  lastMessageId: Snowflake | null;
  /** When messages over an hour old were edited here, by the clock. */
  lateEdits: number[];
}

/** Who sees a message: all who see its channel, or one person. */
export type Audience = 'all' | Snowflake;

export interface MessageRecord {
  message: StoredMessage;
  readonly audience: Audience;
  /** The interaction through whose token it can be reached, besides its channel. */
  readonly interactionId: Snowflake | null;
}

/** How far an interaction has come. */
export type InteractionState = 'waiting' | 'answered' | 'failed';

export interface InteractionRecord {
  readonly id: Snowflake;
  readonly token: string;
  readonly applicationId: Snowflake;
  readonly type: InteractionType;
  readonly userId: Snowflake;
  readonly guildId: Snowflake | null;
  readonly channelId: Snowflake;
  readonly createdAt: number;
  /** The command's name as typed, subcommands included; null for presses and modals. */
  readonly commandName: string | null;
  /** The message with the pressed component; of a modal, that of the press which opened it. */
  readonly messageId: Snowflake | null;
  state: InteractionState;
  callbackType: InteractionResponseType | null;
  /** What `@original` means. */
  originalId: Snowflake | null;
  /** True from a deferral to the first edit or follow-up. */
  pending: boolean;
  /** True when an asked-for fault touched it, so that its refusals are no complaints. */
  disturbed: boolean;
}

/** An uploaded file. */
export interface FileRecord {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  readonly filename: string;
  readonly contentType: string;
  readonly base64: string;
}

/** All of it, as written to the state file. */
export interface State {
  readonly version: 1;
  /** Where attachments were served when this was written. */
  readonly origin: string;
  readonly counter: number;
  readonly clock: ClockState;
  readonly users: readonly UserRecord[];
  readonly applications: readonly ApplicationRecord[];
  readonly guilds: readonly GuildRecord[];
  readonly channels: readonly ChannelRecord[];
  readonly messages: readonly MessageRecord[];
  readonly interactions: readonly InteractionRecord[];
  readonly files: readonly FileRecord[];
}
