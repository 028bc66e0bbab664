/** A running Discord on this machine, in the hands of whoever started it. */
import { type Application, addApplication, addUser, applicationHandle } from './application.ts';
import type { LocalClock } from './clock.ts';
import type { Complaint, LocalEvent, RequestRecord } from './events.ts';
import type { Faults } from './faults.ts';
import { Guild } from './guild.ts';
import { Actor } from './people/actor.ts';
import { offeredCommands } from './people/commands.ts';
import { Person } from './people/person.ts';
import { canView } from './permissions.ts';
import type { Backend } from './rest/call.ts';
import type { RestServer } from './rest/server.ts';
import type { Snowflake } from './snowflake.ts';
import { addGuild } from './world/guilds.ts';
import type { Command, State, StoredMessage } from './world/records.ts';
import { known, type World } from './world/world.ts';

export class LocalDiscord {
  readonly #backend: Backend;
  readonly #rest: RestServer;
  readonly #close: () => Promise<void>;
  /** Misbehaviour on demand. */
  readonly faults: Faults;

  constructor(backend: Backend, faults: Faults, rest: RestServer, close: () => Promise<void>) {
    this.#backend = backend;
    this.#rest = rest;
    this.#close = close;
    this.faults = faults;
  }

  /** What discord.js takes as `rest.api`. */
  get apiUrl(): string {
    return `${this.#world.origin}/api`;
  }

  get clock(): LocalClock {
    return this.#world.clock;
  }

  /** Everything wrong in what bots did, oldest first. */
  get complaints(): readonly Complaint[] {
    return this.#world.complaints;
  }

  /** The last 10,000 REST requests with their answers' status, oldest first. */
  get requests(): readonly RequestRecord[] {
    return this.#rest.requests;
  }

  /** Makes an application with its bot, or finds it by its name. */
  createApplication({
    name,
    username = name,
    privilegedIntents = 0,
  }: {
    name: string;
    username?: string;
    /** Bits of the privileged intents that are switched on for it. */
    privilegedIntents?: number;
  }): Application {
    const existing = [...this.#world.applications.values()].find((each) => each.name === name);
    const application = existing ?? addApplication(this.#world, { name, username, privilegedIntents });
    return applicationHandle(this.#world, application);
  }

  /** Makes a person, or finds them by their user name. */
  createUser({ username, globalName = null }: { username: string; globalName?: string | null }): Person {
    const existing = [...this.#world.users.values()].find((user) => !user.bot && user.username === username);
    const user = existing ?? addUser(this.#world, { username, globalName, bot: false });
    return new Person(new Actor(this.#backend, user));
  }

  /** Makes a guild, or finds it by its name. */
  createGuild({ name, owner }: { name: string; owner: Person }): Guild {
    const existing = [...this.#world.guilds.values()].find((guild) => guild.name === name);
    return new Guild(this.#world, existing ?? addGuild(this.#world, name, owner.id));
  }

  /** Tells what happens. Returns the undoing. */
  observe(listener: (event: LocalEvent) => void): () => void {
    return this.#world.observe(listener);
  }

  /** A channel's messages, oldest first: those for all, and with a viewer those that only they see. */
  messages(channelId: Snowflake, viewer?: Person): readonly StoredMessage[] {
    return this.#world
      .messagesIn(channelId)
      .filter(({ audience }) => audience === 'all' || audience === viewer?.id)
      .map(({ message }) => message);
  }

  /** The commands that a person is offered in a channel, or, when none is named, in the first of the guild that they see. */
  commandsFor(guildId: Snowflake, person: Person, channelId?: Snowflake): readonly Command[] {
    const inGuild = [...this.#world.channels.values()].filter((channel) => channel.guildId === guildId);
    const seen = inGuild.find((channel) => canView(this.#world, channel, person.id));
    const channel = channelId === undefined ? seen : known(this.#world.channels, channelId);
    if (!channel) return [];
    return offeredCommands(this.#world, channel, person.id).map(({ command }) => command);
  }

  /** All that is known now, as the state file would have it. */
  snapshot(): State {
    return this.#world.save();
  }

  /** Writes the state file and ends all connections. */
  async close(): Promise<void> {
    await this.#close();
  }

  get #world(): World {
    return this.#backend.world;
  }
}
