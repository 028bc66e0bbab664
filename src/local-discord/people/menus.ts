/** Commands by right-click, on messages and on members. */
import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { bareMemberJson, userJson } from '../payloads/user.ts';
import { permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ChannelRecord } from '../world/records.ts';
import { known } from '../world/world.ts';
import type { Actor } from './actor.ts';
import { type OfferedCommand, offeredCommands } from './commands.ts';
import type { Outcome } from './outcome.ts';

function offered(
  actor: Actor,
  channel: ChannelRecord,
  type: ApplicationCommandType,
  name: string,
): OfferedCommand {
  const found = offeredCommands(actor.world, channel, actor.user.id).find(
    ({ command }) => command.name === name && command.type === type,
  );
  if (!found) throw new Error(`${name} is not offered to this person here`);
  return found;
}

async function choose(
  actor: Actor,
  channel: ChannelRecord,
  { application, command }: OfferedCommand,
  targetId: Snowflake,
  resolved: object,
): Promise<Outcome> {
  const { id, name, type, guild_id } = command;
  const data = { id, name, type, target_id: targetId, resolved, ...(guild_id ? { guild_id } : {}) };
  return actor.act({
    application,
    channel,
    type: InteractionType.ApplicationCommand,
    commandName: name,
    body: { data },
  });
}

/** The bot gets the message whole, whatever its intents. */
export async function onMessage(actor: Actor, messageId: Snowflake, commandName: string): Promise<Outcome> {
  const record = actor.message(messageId);
  if (!record) return actor.nothing();
  const channel = actor.channel(record.message.channel_id);
  const command = offered(actor, channel, ApplicationCommandType.Message, commandName);
  return choose(actor, channel, command, messageId, { messages: { [messageId]: record.message } });
}

export async function onMember(
  actor: Actor,
  channelId: Snowflake,
  userId: Snowflake,
  commandName: string,
): Promise<Outcome> {
  const channel = actor.channel(channelId);
  const command = offered(actor, channel, ApplicationCommandType.User, commandName);
  const member = actor.world.member(channel.guildId ?? '', userId);
  const permissions = permissionsIn(actor.world, channel, userId).toString();
  return choose(actor, channel, command, userId, {
    users: { [userId]: userJson(known(actor.world.users, userId)) },
    ...(member ? { members: { [userId]: { ...bareMemberJson(member), permissions } } } : {}),
  });
}
