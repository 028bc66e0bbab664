/** What the local Discord tells those who watch it: a page that shows it, or a test. */
import type { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { ErrorTree } from './rules/index.ts';
import type { Snowflake } from './snowflake.ts';
import type { Audience, StoredMessage } from './world/records.ts';

/** Something that happened. Messages carry who sees them: all, or one person's id. */
export type LocalEvent =
  | {
      readonly kind: 'messageCreated' | 'messageUpdated';
      readonly channelId: Snowflake;
      readonly message: StoredMessage;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'messageDeleted';
      readonly channelId: Snowflake;
      readonly messageId: Snowflake;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'interaction';
      readonly interactionId: Snowflake;
      readonly userId: Snowflake;
      readonly channelId: Snowflake;
      /** The message whose component was used, if one was. */
      readonly messageId: Snowflake | null;
      readonly state: 'sent' | 'thinking' | 'answered' | 'failed';
    }
  | {
      readonly kind: 'guild' | 'channel' | 'commands' | 'user';
      readonly change: 'created' | 'updated' | 'deleted';
      /** Null for people, direct messages and global commands. */
      readonly guildId: Snowflake | null;
      readonly id: Snowflake;
    }
  | { readonly kind: 'clock'; readonly now: number }
  | { readonly kind: 'complaint'; readonly complaint: Complaint };

/** Something wrong in what a bot did, which real Discord would refuse or punish. */
export interface Complaint {
  /** By the clock, in milliseconds since 1970. */
  readonly at: number;
  /** `POST /channels/{channel_id}/messages`, or `gateway`. */
  readonly where: string;
  /** The HTTP status, or the gateway's close code. */
  readonly status: number;
  readonly code: RESTJSONErrorCodes | number;
  readonly message: string;
  readonly errors?: ErrorTree;
}

/** A REST request and how it was answered. */
export interface RequestRecord {
  readonly at: number;
  readonly method: string;
  /** Without `/api/v10`, with its query. */
  readonly path: string;
  /** `METHOD /template`, or null when no route fits. */
  readonly route: string | null;
  /** The answer's status; 0 when the connection was cut or left hanging. */
  readonly status: number;
  readonly body: unknown;
}
