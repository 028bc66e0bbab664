/** The playground: a local Discord, the real client connected to it, and the page that shows both. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { EVERY_DAY } from './calendar/weekdays.ts';
import { type LocalDiscord, startLocalDiscord } from './local-discord/index.ts';
import { openStudyHall, type Playground, type StudyHall, startPlayground } from './playground/index.ts';
import { type Sensei, startSensei } from './sensei.ts';

export interface StudyHallOptions {
  /** Where the hall keeps what lasts: the local Discord's state, and Sensei's database unless told otherwise. */
  readonly folder: string;
  readonly databasePath?: string | undefined;
  readonly contentDir: string;
  readonly backupDir?: string | undefined;
  /** The page's port; 0 for any. */
  readonly port: number;
  readonly log: Logger;
}

export interface OpenHall {
  readonly url: string;
  readonly discord: LocalDiscord;
  readonly hall: StudyHall;
  readonly sensei: Sensei;
  close(): Promise<void>;
}

/** Nine in the morning, like a channel that an admin sets up without a word. */
const DAILY_MINUTES = 9 * 60;

export async function openHall(options: StudyHallOptions): Promise<OpenHall> {
  const { folder, log } = options;
  mkdirSync(folder, { recursive: true });
  const discord = await startLocalDiscord({ stateFile: join(folder, 'discord.json') });
  const hall = openStudyHall(discord, 'Sensei');
  const sensei = await startSensei({
    token: hall.application.token,
    apiUrl: discord.apiUrl,
    databasePath: options.databasePath ?? join(folder, 'sensei.db'),
    contentDir: options.contentDir,
    backupDir: options.backupDir,
    log,
    now: () => discord.clock.now(),
  });
  const stopFollowing = discord.clock.onChange(() => sensei.schedule.nudge());
  const page = await openPage(options, discord, hall, sensei);
  return {
    url: page.url,
    discord,
    hall,
    sensei,
    async close() {
      stopFollowing();
      await page.close();
      await sensei.close();
      await discord.close();
    },
  };
}

async function openPage(
  { port, log }: StudyHallOptions,
  discord: LocalDiscord,
  hall: StudyHall,
  sensei: Sensei,
): Promise<Playground> {
  const options = {
    discord,
    hall,
    actions: [
      { id: 'daily', label: 'Post the daily question now', run: () => postDaily(discord, hall, sensei) },
    ],
    suggestions: [
      { label: 'Look up SMTP', channelId: hall.channels.study, command: 'term', options: { query: 'smtp' } },
      {
        label: 'Try three questions',
        channelId: hall.channels.study,
        command: 'quiz',
        options: { questions: 3 },
      },
      { label: 'Set the daily question up', channelId: hall.channels.daily, command: 'setup', options: {} },
    ],
    log: (message: string, error: unknown) => log.error({ err: error }, message),
  };
  try {
    return await startPlayground({ ...options, port });
  } catch (thrown) {
    if (!isTaken(thrown)) throw thrown;
    return startPlayground({ ...options, port: 0 });
  }
}

const isTaken = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EADDRINUSE';

const WHAT_CAME = {
  posted: 'Posted in #daily-question.',
  'already-posted': 'Today’s question is there already: one a day, never two. Move the clock to tomorrow.',
  gone: 'The channel is gone.',
  forbidden: 'A permission lacks; /setup names it.',
  'no-question': 'There is no question for this exam.',
  failed: 'Not posted; the log says why.',
} as const;

/** Sets the channel up first where nobody has, so that the button works from the first minute. */
async function postDaily(
  discord: LocalDiscord,
  hall: StudyHall,
  { store, schedule }: Sensei,
): Promise<string> {
  const { daily } = hall.channels;
  if (!store.studyChannel(daily)) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    store.saveStudyChannel({
      channelId: daily,
      guildId: hall.guild.id,
      minutes: DAILY_MINUTES,
      weekdays: EVERY_DAY,
      zone,
      outline: null,
      roleId: null,
      revealRule: 'next',
      thread: false,
      now: discord.clock.now(),
    });
  }
  return WHAT_CAME[await schedule.postNow(daily)];
}
