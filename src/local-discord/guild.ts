/** A server, as whoever runs the local Discord arranges it. */
import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import type { Application } from './application.ts';
import { deleteMessage } from './messages/messages.ts';
import type { Person } from './people/person.ts';
import { EVERYONE_PERMISSIONS, Permission } from './permissions.ts';
import type { Snowflake } from './snowflake.ts';
import { addChannel, removeChannel, updateChannel } from './world/channels.ts';
import {
  addMember,
  addRole,
  changed,
  introduceGuild,
  memberChanged,
  removeMember,
  removeRole,
  setSystemChannel,
  setUnavailable,
  updateRole,
} from './world/guilds.ts';
import type { GuildRecord, KnownChannelType } from './world/records.ts';
import { known, type World } from './world/world.ts';

export interface Channel {
  readonly id: Snowflake;
  readonly name: string;
}

export interface Role {
  readonly id: Snowflake;
  readonly name: string;
}

/** Bits, or the names of permissions. */
export type Permissions = bigint | readonly (keyof typeof Permission)[];

export function bitsOf(permissions: Permissions): bigint {
  if (typeof permissions === 'bigint') return permissions;
  return permissions.reduce((bits, name) => bits | Permission[name], 0n);
}

/** Making something that is already there by that name returns what is there. */
export class Guild {
  readonly #world: World;
  readonly #guild: GuildRecord;

  constructor(world: World, guild: GuildRecord) {
    this.#world = world;
    this.#guild = guild;
  }

  get id(): Snowflake {
    return this.#guild.id;
  }

  get name(): string {
    return this.#guild.name;
  }

  /** Its channels and threads. */
  get channels(): Channel[] {
    const all = [...this.#world.channels.values()].filter(({ guildId }) => guildId === this.id);
    return all.map(({ id, name }) => ({ id, name }));
  }

  createChannel({
    name,
    topic = null,
    type = ChannelType.GuildText,
  }: {
    name: string;
    topic?: string | null;
    type?: KnownChannelType;
  }): Channel {
    const existing = [...this.#world.channels.values()].find(
      (channel) => channel.guildId === this.id && channel.name === name && channel.type === type,
    );
    const channel = existing ?? addChannel(this.#world, { type, guildId: this.id, name, topic });
    return { id: channel.id, name: channel.name };
  }

  /** Deletes a channel or thread with all that is in it. */
  deleteChannel(channelId: Snowflake): void {
    removeChannel(this.#world, known(this.#world.channels, channelId));
  }

  /** Deletes a message as a moderator would. */
  deleteMessage(messageId: Snowflake): void {
    const record = this.#world.messageById(messageId);
    if (record) deleteMessage(this.#world, record);
  }

  createRole({
    name,
    permissions = 0n,
    mentionable = false,
  }: {
    name: string;
    permissions?: Permissions;
    mentionable?: boolean;
  }): Role {
    const existing = this.#guild.roles.find((role) => role.name === name);
    const fields = { name, mentionable, permissions: bitsOf(permissions).toString() };
    const role = existing ?? addRole(this.#world, this.#guild, fields);
    return { id: role.id, name: role.name };
  }

  /** Changes what a role may do everywhere in the guild; `@everyone` has the guild's id. */
  setRolePermissions(roleId: Snowflake, permissions: Permissions): void {
    updateRole(this.#world, this.#guild, roleId, { permissions: bitsOf(permissions).toString() });
  }

  deleteRole(roleId: Snowflake): void {
    removeRole(this.#world, this.#guild, roleId);
  }

  /** @param options.admin gives them a role "Admin" with all permissions */
  addMember(
    person: Person,
    {
      roles = [],
      nick,
      admin = false,
    }: { roles?: readonly Snowflake[]; nick?: string; admin?: boolean } = {},
  ): void {
    const all = admin
      ? [...roles, this.createRole({ name: 'Admin', permissions: ['Administrator'] }).id]
      : [...roles];
    if (!this.has(person.id)) addMember(this.#world, this.#guild, person.id, all, nick ?? null);
  }

  /** Replaces a member's roles; of bots, those besides their own. */
  setRoles(userId: Snowflake, roles: readonly Snowflake[]): void {
    const member = this.#guild.members.find((each) => each.userId === userId);
    if (!member) throw new Error('they are not a member');
    member.roles = [...roles];
    memberChanged(this.#world, this.#guild, member);
  }

  removeMember(person: { readonly id: Snowflake }): void {
    if (this.has(person.id)) removeMember(this.#world, this.#guild, person.id);
  }

  has(userId: Snowflake): boolean {
    return this.#guild.members.some((member) => member.userId === userId);
  }

  /** Installs a bot: with a role of its own that has these permissions. */
  addBot(
    application: Application,
    { permissions = EVERYONE_PERMISSIONS }: { permissions?: Permissions } = {},
  ): void {
    const botId = application.botUser.id;
    if (this.has(botId)) return;
    const tags = { bot_id: botId };
    const fields = {
      name: application.name,
      managed: true,
      tags,
      permissions: bitsOf(permissions).toString(),
    };
    const role = addRole(this.#world, this.#guild, fields);
    addMember(this.#world, this.#guild, botId, [role.id]);
    if (!this.#guild.unavailable) introduceGuild(this.#world, this.#guild, botId);
  }

  /** Throws a bot out: the guild is deleted for it. */
  removeBot(application: Application): void {
    const own = this.#guild.roles.find(({ tags }) => tags?.bot_id === application.botUser.id);
    this.removeMember(application.botUser);
    if (own) removeRole(this.#world, this.#guild, own.id);
  }

  /** What a role or a user may and may not do in one channel, whatever holds elsewhere. */
  setPermissions(
    channelId: Snowflake,
    targetId: Snowflake,
    { allow = 0n, deny = 0n }: { allow?: Permissions; deny?: Permissions },
  ): void {
    const channel = known(this.#world.channels, channelId);
    const isRole = this.#guild.roles.some(({ id }) => id === targetId);
    const overwrite = {
      id: targetId,
      type: isRole ? OverwriteType.Role : OverwriteType.Member,
      allow: bitsOf(allow).toString(),
      deny: bitsOf(deny).toString(),
    };
    const isEmpty = overwrite.allow === '0' && overwrite.deny === '0';
    const others = channel.overwrites.filter(({ id }) => id !== targetId);
    channel.overwrites = isEmpty ? others : [...others, overwrite];
    updateChannel(this.#world, channel);
  }

  /** Chooses the channel where Discord greets new members, as an admin does in the server's settings. */
  setSystemChannel(channelId: Snowflake | null): void {
    setSystemChannel(this.#world, this.#guild, channelId);
  }

  /** Begins or ends an outage of this guild. */
  setUnavailable(unavailable: boolean): void {
    setUnavailable(this.#world, this.#guild, unavailable);
  }

  /** Deletes the guild for all. */
  delete(): void {
    for (const { id } of this.channels) if (this.#world.channels.has(id)) this.deleteChannel(id);
    for (const { userId } of [...this.#guild.members]) removeMember(this.#world, this.#guild, userId);
    this.#world.guilds.delete(this.id);
    changed(this.#world, this.#guild, 'deleted');
  }
}
