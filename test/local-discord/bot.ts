/** A study server with a real discord.js client in it, on a local Discord of its own. */
import {
  ChannelType,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Routes,
  type TextChannel,
} from 'discord.js';
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
    // The client's own wait of five seconds between identifies is not what is tested.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    rest: { api: discord.apiUrl, ...options.rest },
  });
}

/** Registers `/ask`, which has an optional text, with the bot. */
export async function registerAsk(client: Client<true>): Promise<void> {
  const options = [{ type: 3, name: 'text', description: 'Any text' }];
  const body = [{ name: 'ask', description: 'Asks the bot', options }];
  await client.rest.put(Routes.applicationCommands(client.application.id), { body });
}

/** Answers each `/ask` with this. What the answer throws becomes the result. */
export function onAsk<T>(
  client: Client,
  answer: (interaction: ChatInputCommandInteraction) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) answer(interaction).then(resolve, reject);
    });
  });
}

/** The text channel as the client knows it. */
export function textChannel(client: Client, channelId: string): TextChannel {
  const channel = client.channels.cache.get(channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('the client does not know the channel');
  return channel;
}

/** Discord's code of the error with which this fails. */
export async function codeOf(request: Promise<unknown>): Promise<number | string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
  throw new Error('the request was not refused');
}

/** Resolves with the event's arguments. */
export function once(client: Client, event: Events | string): Promise<unknown[]> {
  return new Promise((resolve) => client.once(event, (...args: unknown[]) => resolve(args)));
}
