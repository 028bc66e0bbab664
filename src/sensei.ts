/** The one place where the parts are put together: content, store, Discord, schedule. */
import { randomBytes } from 'node:crypto';
import { type Client, Events } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { nextOccurrence } from './calendar/occurrence.ts';
import { buildTermIndex, type Curriculum, describeFindings, loadCurriculum } from './curriculum/index.ts';
import { createClient } from './discord/client.ts';
import { commands } from './discord/commands/index.ts';
import { createOutbox } from './discord/outbox.ts';
import { registerCommands } from './discord/register.ts';
import { createRooms, inviteLink } from './discord/rooms.ts';
import { createRouter } from './discord/router.ts';
import type { Services } from './discord/services.ts';
import { en } from './discord/words/index.ts';
import { createChooser, createSchedule, type Schedule } from './schedule/index.ts';
import { openStore, type Store } from './store/index.ts';

/** Something that the operator can mend; its message is one or more whole lines and no stack is needed. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export interface SenseiOptions {
  readonly token: string;
  /** Absent: Discord's own. */
  readonly apiUrl?: string | undefined;
  readonly databasePath: string;
  readonly contentDir: string;
  readonly backupDir?: string | undefined;
  readonly log: Logger;
  /** UTC ms; the real time unless said otherwise. */
  readonly now?: () => number;
  /** Called once when the connection to Discord is lost for good: the process should end with an error. */
  readonly onFatal?: (reason: string) => void;
}

export interface Sensei {
  readonly client: Client<true>;
  readonly store: Store;
  readonly schedule: Schedule;
  readonly curriculum: Curriculum;
  /** The link with which an admin adds Sensei to a server. */
  readonly invite: string;
  /** Finishes what is in flight, then leaves Discord and closes the database. */
  close(): Promise<void>;
}

/** @throws StartError for what an operator can mend: content, database, token. */
export async function startSensei(options: SenseiOptions): Promise<Sensei> {
  const { log, now = Date.now } = options;
  const curriculum = readCurriculum(options.contentDir);
  const store = openDatabase(options);
  const client = createClient({ apiUrl: options.apiUrl });
  noteTrouble(client, log);
  try {
    const ready = await login(client, options.token, log);
    watchForLoss(ready, log, options.onFatal);
    const rooms = createRooms(ready);
    const outbox = createOutbox(ready, { curriculum, store, rooms, log }, en);
    const chooseItem = createChooser(curriculum);
    const schedule = createSchedule({ store, outbox, chooseItem, newSeed, now, log });
    const services: Services = {
      curriculum,
      terms: buildTermIndex(curriculum),
      store,
      log,
      now,
      newSeed,
      rooms,
      dailies: schedule,
    };
    const router = createRouter(commands, services, en);
    followGuilds(ready, store, now);
    ready.on(Events.InteractionCreate, (interaction) => void router.handle(interaction));
    const registered = await registerCommands(ready, commands, store);
    schedule.start();
    void schedule.tick();
    const invite = inviteLink(ready.application.id);
    log.info({ guilds: ready.guilds.cache.size, commands: registered, invite }, 'ready');
    return {
      client: ready,
      store,
      schedule,
      curriculum,
      invite,
      async close() {
        await schedule.stop();
        await router.idle();
        await ready.destroy();
        store.close();
      },
    };
  } catch (thrown) {
    await client.destroy();
    store.close();
    throw thrown;
  }
}

const newSeed = (): string => randomBytes(9).toString('base64url');

function readCurriculum(contentDir: string): Curriculum {
  const loaded = loadCurriculum(contentDir);
  if (loaded.ok) return loaded.curriculum;
  throw new StartError(
    `The content in ${contentDir} cannot be taught as it is:\n${describeFindings(loaded.findings)}`,
  );
}

function openDatabase({ databasePath, backupDir }: SenseiOptions): Store {
  try {
    return openStore(databasePath, {
      nextDue: nextOccurrence,
      ...(backupDir === undefined ? {} : { backupDir }),
    });
  } catch (cause) {
    throw new StartError(`The database ${databasePath} cannot be opened: ${messageOf(cause)}`, { cause });
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Waits between attempts to reach Discord at the start; the last one repeats. */
const LOGIN_WAITS_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

/** Logs in, again and again while the network is down; discord.js itself retries only once it was connected. */
async function login(client: Client, token: string, log: Logger): Promise<Client<true>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      return await ready;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      if (refusal) throw new StartError(refusal, { cause: thrown });
      const wait = LOGIN_WAITS_MS[Math.min(attempt, LOGIN_WAITS_MS.length - 1)] ?? 0;
      log.warn({ err: thrown, retryInMs: wait }, 'Discord could not be reached');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** What no retry can mend, in the operator's words; null for anything that may pass. */
function refusalOf(thrown: unknown): string | null {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
  if (code === 'TokenInvalid')
    return 'DISCORD_TOKEN was refused by Discord. Copy it again from the developer portal.';
  if (code === 'DisallowedIntents' || code === GatewayCloseCodes.DisallowedIntents)
    return 'Discord refused an intent. Sensei needs only Guilds: check DISCORD_API_URL and the application.';
  return null;
}

function noteTrouble(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client warning'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
}

/** Lost for good: without these the process would stay up, deaf. Before it was there, `login` says what is wrong. */
function watchForLoss(client: Client<true>, log: Logger, onFatal: SenseiOptions['onFatal']): void {
  let told = false;
  const fatal = (reason: string): void => {
    if (told) return;
    told = true;
    log.fatal({ reason }, 'the connection to Discord is lost for good');
    onFatal?.(reason);
  };
  client.on(Events.ShardDisconnect, ({ code }) => fatal(`gateway closed with ${code}`));
  client.on(Events.Invalidated, () => fatal('session invalidated'));
  // After one 401 discord.js forgets the token: every later call would fail while the gateway lives on.
  client.rest.on('response', ({ path, route }, { status }) => {
    if (status === 401 && !route.startsWith('/webhooks/') && !route.startsWith('/interactions/'))
      fatal(`401 from ${route || path}`);
  });
}

/** Guilds are only marked as gone, never wiped: an outage can look like a removal. */
function followGuilds(client: Client<true>, store: Store, now: () => number): void {
  for (const id of client.guilds.cache.keys()) store.guildBack(id);
  client.on(Events.GuildCreate, ({ id }) => store.guildBack(id));
  client.on(Events.GuildAvailable, ({ id }) => store.guildBack(id));
  client.on(Events.GuildDelete, ({ id }) => store.guildGone(id, now()));
}
