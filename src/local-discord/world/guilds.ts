/** Guilds, members and roles made and changed, and the gateway told of it. */
import { GatewayDispatchEvents as Event, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { guildCreateJson, guildJson } from '../payloads/guild.ts';
import { memberJson, userJson } from '../payloads/user.ts';
import { EVERYONE_PERMISSIONS } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { APIRole, GuildRecord, MemberRecord } from './records.ts';
import { known, type World } from './world.ts';

const isIn = ({ members }: GuildRecord, userId: Snowflake): boolean =>
  members.some((m) => m.userId === userId);

export function changed(
  world: World,
  { id }: GuildRecord,
  change: 'created' | 'updated' | 'deleted' = 'updated',
): void {
  world.emit({ kind: 'guild', change, guildId: id, id });
}

/** Tells the bots of the guild. */
function tellBots(world: World, guild: GuildRecord, event: Event, intents: number, data: object): void {
  const dataFor = ({ botId }: { botId: Snowflake }) => (isIn(guild, botId) ? data : null);
  world.dispatch({ event, guildId: guild.id, intents, dataFor });
}

export function makeRole(
  world: World,
  guild: GuildRecord,
  fields: Partial<APIRole> & Pick<APIRole, 'name'>,
): APIRole {
  return {
    id: world.newId(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: guild.roles.length,
    permissions: '0',
    managed: false,
    mentionable: false,
    flags: 0 as APIRole['flags'],
    ...fields,
  };
}

export function addGuild(world: World, name: string, ownerId: Snowflake): GuildRecord {
  const id = world.newId();
  const guild: GuildRecord = { id, name, ownerId, roles: [], members: [], unavailable: false };
  guild.roles.push(
    makeRole(world, guild, { id, name: '@everyone', permissions: EVERYONE_PERMISSIONS.toString() }),
  );
  world.guilds.set(id, guild);
  addMember(world, guild, ownerId, []);
  changed(world, guild, 'created');
  return guild;
}

export function addRole(
  world: World,
  guild: GuildRecord,
  fields: Partial<APIRole> & Pick<APIRole, 'name'>,
): APIRole {
  const role = makeRole(world, guild, fields);
  guild.roles.push(role);
  tellBots(world, guild, Event.GuildRoleCreate, Intent.Guilds, { guild_id: guild.id, role });
  changed(world, guild);
  return role;
}

/** Replaces fields of a role. */
export function updateRole(
  world: World,
  guild: GuildRecord,
  roleId: Snowflake,
  fields: Partial<APIRole>,
): void {
  guild.roles = guild.roles.map((role) => (role.id === roleId ? { ...role, ...fields } : role));
  const role = guild.roles.find(({ id }) => id === roleId);
  if (role) tellBots(world, guild, Event.GuildRoleUpdate, Intent.Guilds, { guild_id: guild.id, role });
  changed(world, guild);
}

export function removeRole(world: World, guild: GuildRecord, roleId: Snowflake): void {
  guild.roles = guild.roles.filter(({ id }) => id !== roleId);
  for (const member of guild.members) member.roles = member.roles.filter((id) => id !== roleId);
  tellBots(world, guild, Event.GuildRoleDelete, Intent.Guilds, { guild_id: guild.id, role_id: roleId });
  changed(world, guild);
}

export function addMember(
  world: World,
  guild: GuildRecord,
  userId: Snowflake,
  roles: Snowflake[],
  nick: string | null = null,
): void {
  const member: MemberRecord = { userId, roles, nick, joinedAt: world.timestamp() };
  guild.members.push(member);
  const data = { ...memberJson(world, member), guild_id: guild.id };
  tellBots(world, guild, Event.GuildMemberAdd, Intent.GuildMembers, data);
  changed(world, guild);
}

/** Bots hear of their own changes with the intent GUILDS alone, of others' only with GUILD_MEMBERS. */
export function memberChanged(world: World, guild: GuildRecord, member: MemberRecord): void {
  const data = { ...memberJson(world, member), guild_id: guild.id };
  world.dispatch({
    event: Event.GuildMemberUpdate,
    guildId: guild.id,
    intents: Intent.Guilds | Intent.GuildMembers,
    dataFor: ({ botId, intents }) =>
      isIn(guild, botId) && (botId === member.userId || intents & Intent.GuildMembers) ? data : null,
  });
  changed(world, guild);
}

/** A member leaves; when it is a bot, its guild is gone for it. */
export function removeMember(world: World, guild: GuildRecord, userId: Snowflake): void {
  guild.members = guild.members.filter((member) => member.userId !== userId);
  const user = known(world.users, userId);
  tellBots(world, guild, Event.GuildMemberRemove, Intent.GuildMembers, {
    guild_id: guild.id,
    user: userJson(user),
  });
  if (user.bot) {
    world.dispatch({
      event: Event.GuildDelete,
      guildId: guild.id,
      intents: Intent.Guilds,
      dataFor: ({ botId }) => (botId === userId ? { id: guild.id } : null),
    });
  }
  changed(world, guild);
}

/** The guild as new, or as back from an outage, to one bot or to all that are in it. */
export function introduceGuild(world: World, guild: GuildRecord, onlyBot?: Snowflake): void {
  world.dispatch({
    event: Event.GuildCreate,
    guildId: guild.id,
    intents: Intent.Guilds,
    dataFor: ({ botId }) =>
      isIn(guild, botId) && (onlyBot ?? botId) === botId ? guildCreateJson(world, guild, botId) : null,
  });
}

/** Chooses where Discord greets new members. */
export function setSystemChannel(world: World, guild: GuildRecord, channelId: Snowflake | null): void {
  guild.systemChannelId = channelId;
  tellBots(world, guild, Event.GuildUpdate, Intent.Guilds, guildJson(guild));
  changed(world, guild);
}

/** Begins or ends an outage. */
export function setUnavailable(world: World, guild: GuildRecord, unavailable: boolean): void {
  if (guild.unavailable === unavailable) return;
  guild.unavailable = unavailable;
  if (unavailable)
    tellBots(world, guild, Event.GuildDelete, Intent.Guilds, { id: guild.id, unavailable: true });
  else introduceGuild(world, guild);
  changed(world, guild);
}
