/** What a member sees of the local Discord, and the names behind the ids in their messages. */
import { ChannelType } from 'discord-api-types/v10';
import type { LocalDiscord, Person, State } from '../local-discord/index.ts';
import { wireCommands } from './commands.ts';
import { avatar } from './render/avatar.ts';
import type { Pick, PickKind, RenderContext } from './render/context.ts';
import type { WireChannel, WireGuild, WireMember } from './wire.ts';

type GuildRecord = State['guilds'][number];
type ChannelRecord = State['channels'][number];

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const SHOWN: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...THREADS];

export class Directory {
  readonly #discord: LocalDiscord;
  #state: State;

  constructor(discord: LocalDiscord) {
    this.#discord = discord;
    this.#state = discord.snapshot();
  }

  /** Takes note of new, changed and deleted servers, channels and members. */
  refresh(): void {
    this.#state = this.#discord.snapshot();
  }

  guildsOf(person: Person): readonly WireGuild[] {
    return this.#state.guilds
      .filter((guild) => guild.members.some(({ userId }) => userId === person.id))
      .map((guild) => ({
        id: guild.id,
        name: guild.name,
        channels: this.#channelsOf(guild, person).map(wireChannel),
        roles: rolesOf(guild),
        commands: this.#discord.commandsFor(guild.id, person).flatMap(wireCommands),
      }));
  }

  /** Whether this member may read the channel. */
  sees(person: Person, channelId: string): boolean {
    return person.can('ViewChannel', channelId);
  }

  member(person: Person): WireMember {
    const guilds = this.#state.guilds.filter((guild) =>
      guild.members.some(({ userId }) => userId === person.id),
    );
    return {
      id: person.id,
      name: person.displayName,
      username: person.username,
      admin: guilds.some((guild) => guild.ownerId === person.id),
      avatar: avatar(person.displayName, 32).markup,
    };
  }

  /** With whose eyes a message of this channel is drawn. */
  context(person: Person, channelId: string): RenderContext {
    const channel = this.#state.channels.find(({ id }) => id === channelId);
    const guild = this.#state.guilds.find(({ id }) => id === channel?.guildId);
    return {
      now: this.#discord.clock.now(),
      userName: (id) => this.#userName(id, guild),
      role: (id) => guild?.roles.find((role) => role.id === id) ?? null,
      channelName: (id) => this.#state.channels.find((each) => each.id === id)?.name ?? null,
      picks: (kind, types) => (guild ? this.#picks(guild, person, kind, types) : []),
      fileUrl: (address) => this.#fileUrl(address),
    };
  }

  #userName(id: string, guild: GuildRecord | undefined): string | null {
    const user = this.#state.users.find((each) => each.id === id);
    if (!user) return null;
    return guild?.members.find(({ userId }) => userId === id)?.nick ?? user.globalName ?? user.username;
  }

  #channelsOf(guild: GuildRecord, person: Person): readonly ChannelRecord[] {
    return this.#state.channels.filter(
      ({ id, guildId, type, thread }) =>
        guildId === guild.id && SHOWN.includes(type) && !thread?.archived && this.sees(person, id),
    );
  }

  #picks(
    guild: GuildRecord,
    person: Person,
    kind: PickKind,
    types: readonly number[] | undefined,
  ): readonly Pick[] {
    const users = guild.members.map(({ userId }) => ({
      id: userId,
      label: this.#userName(userId, guild) ?? userId,
    }));
    const roles = rolesOf(guild).map(({ id, name }) => ({ id, label: name }));
    switch (kind) {
      case 'user':
        return users;
      case 'role':
        return roles;
      case 'mentionable':
        return [...users, ...roles];
      case 'channel':
        return this.#channelsOf(guild, person)
          .filter(({ type }) => types === undefined || types.includes(type))
          .map(({ id, name }) => ({ id, label: `#${name}` }));
    }
  }

  /** Files of the local Discord are passed on by the playground's own server; nothing else is fetched. */
  #fileUrl(address: string): string | null {
    const { origin } = new URL(this.#discord.apiUrl);
    if (!address.startsWith(`${origin}/attachments/`)) return null;
    return `/file?at=${encodeURIComponent(address.slice(origin.length))}`;
  }
}

function wireChannel(channel: ChannelRecord): WireChannel {
  const inside = THREADS.includes(channel.type) ? channel.parentId : null;
  return { id: channel.id, name: channel.name, topic: channel.topic ?? '', parentId: inside };
}

/** The roles that can be chosen: all but the one that everybody has. */
function rolesOf(guild: GuildRecord) {
  return guild.roles.filter(({ id }) => id !== guild.id).map(({ id, name }) => ({ id, name }));
}
