/** An application with its bot, as its developer sees it. */
import { randomBytes } from 'node:crypto';
import type { Snowflake } from './snowflake.ts';
import type { ApplicationRecord, UserRecord } from './world/records.ts';
import type { World } from './world/world.ts';

export interface Application {
  readonly id: Snowflake;
  readonly name: string;
  readonly token: string;
  readonly botUser: { readonly id: Snowflake; readonly username: string };
}

/** Discord's form: the bot's id, a time, a secret. */
function newToken(botId: Snowflake): string {
  const id = Buffer.from(botId).toString('base64url');
  return `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}

export function addUser(world: World, fields: Omit<UserRecord, 'id' | 'dmsOpen'>): UserRecord {
  const user: UserRecord = { id: world.newId(), dmsOpen: true, ...fields };
  world.users.set(user.id, user);
  world.emit({ kind: 'user', change: 'created', guildId: null, id: user.id });
  return user;
}

export function addApplication(
  world: World,
  { name, username, privilegedIntents }: { name: string; username: string; privilegedIntents: number },
): ApplicationRecord {
  const bot = addUser(world, { username, globalName: null, bot: true });
  const application: ApplicationRecord = {
    id: world.newId(),
    name,
    token: newToken(bot.id),
    botId: bot.id,
    privilegedIntents,
    commands: [],
    commandCreations: [],
  };
  world.applications.set(application.id, application);
  world.emit({ kind: 'commands', change: 'created', guildId: null, id: application.id });
  return application;
}

export function applicationHandle(world: World, { id, name, token, botId }: ApplicationRecord): Application {
  const username = world.users.get(botId)?.username ?? name;
  return { id, name, token, botUser: { id: botId, username } };
}
