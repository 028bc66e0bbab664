/** The discord.js client, set up for a bot that needs only to know its guilds and to answer interactions. */
import { Client, GatewayIntentBits, Options } from 'discord.js';

/** Guilds kept waiting at start; the default of 15 s also holds back every interaction. */
const GUILD_WAIT_MS = 2_000;
/** A request that gets no answer in this time is given up; discord.js tries it four times. */
const REST_TIMEOUT_MS = 10_000;

export interface ClientOptions {
  /** Where Discord's API is, without the version; the gateway's address is taken from it. */
  readonly apiUrl?: string | undefined;
}

export function createClient({ apiUrl }: ClientOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // A repeated POST after a lost response then returns the first message instead of making a second.
    enforceNonce: true,
    waitGuildTimeout: GUILD_WAIT_MS,
    rest: { timeout: REST_TIMEOUT_MS, ...(apiUrl ? { api: apiUrl } : {}) },
    // Users and members are unbounded by default; Sensei reads them from each interaction.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      ThreadMemberManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1_000, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}
