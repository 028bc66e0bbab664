/** A study server with a real discord.js client in it, on a local Discord of its own. */
import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import {
  type Application,
  type Guild,
  type LocalDiscord,
  type LocalDiscordOptions,
  type Person,
  startLocalDiscord,
} from '../../src/local-discord/index.ts';

export interface Hall {
  readonly discord: LocalDiscord;
  readonly application: Application;
  readonly guild: Guild;
  readonly channelId: string;
  readonly owner: Person;
  readonly mia: Person;
  readonly tom: Person;
  readonly close: () => Promise<void>;
}

/** A guild with an owner, two members, a channel and the bot, before the bot logs in. */
export async function openHall(options: LocalDiscordOptions = {}): Promise<Hall> {
  const discord = await startLocalDiscord(options);
  const owner = discord.createUser({ username: 'olga', globalName: 'Olga' });
  const mia = discord.createUser({ username: 'mia', globalName: 'Mia' });
  const tom = discord.createUser({ username: 'tom' });
  const application = discord.createApplication({ name: 'Echo' });
  const guild = discord.createGuild({ name: 'Study hall', owner });
  const { id: channelId } = guild.createChannel({ name: 'general' });
  guild.addMember(mia);
  guild.addMember(tom);
  guild.addBot(application);
  return { discord, application, guild, channelId, owner, mia, tom, close: () => discord.close() };
}

/** Logs a client in and waits until it is ready. */
export async function login(hall: Hall, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientFor(hall, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(hall.application.token);
  return ready;
}

/** A client that has not logged in yet. */
export function clientFor({ discord }: Hall, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
}

/** Resolves with the event's arguments. */
export function once(client: Client, event: Events | string): Promise<unknown[]> {
  return new Promise((resolve) => client.once(event, (...args: unknown[]) => resolve(args)));
}
