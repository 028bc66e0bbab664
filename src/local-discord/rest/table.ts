/** The one table of routes: what is served, by whom, and how much of the request is checked beforehand. */
import type { SupportedRoute } from '../rules/index.ts';
import type { Handler } from './call.ts';
import { createCallback } from './callbacks.ts';
import { createDm, deleteChannel, editChannel, getChannel } from './channels.ts';
import {
  createCommand,
  deleteCommand,
  editCommand,
  getCommand,
  listCommands,
  replaceCommands,
} from './commands.ts';
import {
  getGateway,
  getGatewayBot,
  getOwnApplication,
  getOwnGuilds,
  getOwnUser,
  getUser,
} from './gateway.ts';
import {
  getActiveThreads,
  getGuild,
  getGuildChannels,
  getGuildMember,
  getGuildRoles,
  leaveGuild,
} from './guilds.ts';
import {
  createChannelMessage,
  deleteChannelMessage,
  editChannelMessage,
  getMessage,
  listMessages,
  startTyping,
} from './messages.ts';
import { createThread, createThreadFromMessage, joinThread } from './threads.ts';
import { createFollowUp, deleteTokenMessage, editTokenMessage, getTokenMessage } from './webhooks.ts';

export interface Route {
  readonly handle: Handler;
  /** `bot`: needs a bot's token. `token`: the address carries an interaction's. `none`: anybody. */
  readonly auth: 'bot' | 'token' | 'none';
  /** `first`: the rules see the body before the handler. `handler`: it calls them, since they need the state. */
  readonly check: 'first' | 'handler';
  /** Fields that discord.js always sends and Discord ignores; the rules do not see them. */
  readonly ignores?: readonly string[];
}

const bot = (handle: Handler): Route => ({ handle, auth: 'bot', check: 'first' });
const botChecked = (handle: Handler): Route => ({ handle, auth: 'bot', check: 'handler' });
const token = (handle: Handler): Route => ({ handle, auth: 'token', check: 'first' });
const tokenChecked = (handle: Handler): Route => ({ handle, auth: 'token', check: 'handler' });

export const TABLE: Partial<Record<SupportedRoute, Route>> = {
  'GET /gateway': { handle: getGateway, auth: 'none', check: 'first' },
  'GET /gateway/bot': bot(getGatewayBot),
  'GET /users/@me': bot(getOwnUser),
  'GET /users/{user_id}': bot(getUser),
  'GET /users/@me/guilds': bot(getOwnGuilds),
  'DELETE /users/@me/guilds/{guild_id}': bot(leaveGuild),
  'POST /users/@me/channels': bot(createDm),
  'GET /applications/@me': bot(getOwnApplication),
  'GET /oauth2/applications/@me': bot(getOwnApplication),
  'GET /applications/{application_id}/commands': bot(listCommands),
  'PUT /applications/{application_id}/commands': bot(replaceCommands),
  'POST /applications/{application_id}/commands': bot(createCommand),
  'GET /applications/{application_id}/commands/{command_id}': bot(getCommand),
  'PATCH /applications/{application_id}/commands/{command_id}': botChecked(editCommand),
  'DELETE /applications/{application_id}/commands/{command_id}': bot(deleteCommand),
  'GET /applications/{application_id}/guilds/{guild_id}/commands': bot(listCommands),
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': bot(replaceCommands),
  'POST /applications/{application_id}/guilds/{guild_id}/commands': bot(createCommand),
  'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': bot(getCommand),
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': botChecked(editCommand),
  'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': bot(deleteCommand),
  'GET /channels/{channel_id}': bot(getChannel),
  'PATCH /channels/{channel_id}': bot(editChannel),
  'DELETE /channels/{channel_id}': bot(deleteChannel),
  'GET /channels/{channel_id}/messages': bot(listMessages),
  'POST /channels/{channel_id}/messages': bot(createChannelMessage),
  'GET /channels/{channel_id}/messages/{message_id}': bot(getMessage),
  'PATCH /channels/{channel_id}/messages/{message_id}': botChecked(editChannelMessage),
  'DELETE /channels/{channel_id}/messages/{message_id}': bot(deleteChannelMessage),
  'POST /channels/{channel_id}/messages/{message_id}/threads': {
    ...bot(createThreadFromMessage),
    ignores: ['type'],
  },
  'POST /channels/{channel_id}/threads': bot(createThread),
  'POST /channels/{channel_id}/typing': bot(startTyping),
  'PUT /channels/{channel_id}/thread-members/@me': bot(joinThread),
  'GET /guilds/{guild_id}': bot(getGuild),
  'GET /guilds/{guild_id}/channels': bot(getGuildChannels),
  'GET /guilds/{guild_id}/roles': bot(getGuildRoles),
  'GET /guilds/{guild_id}/members/{user_id}': bot(getGuildMember),
  'GET /guilds/{guild_id}/threads/active': bot(getActiveThreads),
  'POST /interactions/{interaction_id}/{interaction_token}/callback': tokenChecked(createCallback),
  'POST /webhooks/{webhook_id}/{webhook_token}': token(createFollowUp),
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': token(getTokenMessage),
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': tokenChecked(editTokenMessage),
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original': token(deleteTokenMessage),
  'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': token(getTokenMessage),
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': tokenChecked(editTokenMessage),
  'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': token(deleteTokenMessage),
};
