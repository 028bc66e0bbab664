/** The command line; nothing else. */
import { Command } from 'commander';
import type { Logger } from 'pino';
import { type Config, readConfig } from './config.ts';
import { registerContentCommands } from './curriculum/index.ts';
import { cardProblem } from './discord/card-limits.ts';
import { createLog } from './log.ts';
import { StartError, startSensei } from './sensei.ts';

// Dates are always computed in a named zone; this keeps a forgotten one from hiding on a developer's machine.
process.env.TZ = 'UTC';

const PLAYGROUND_FOLDER = '.playground';
const PLAYGROUND_PORT = 3000;
const PREVIEW_PORT = 3100;

function environment(): Config {
  try {
    process.loadEnvFile();
  } catch {
    // No .env: the environment itself is enough.
  }
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Ends the process once what is in flight is finished; a second signal ends it at once. */
function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const stop = (): void => {
    if (closing) process.exit(1);
    closing = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function serve(config: Config & { readonly token: string }, log: Logger): Promise<void> {
  const sensei = await startSensei({
    token: config.token,
    apiUrl: config.apiUrl,
    databasePath: config.databasePath ?? 'sensei.db',
    contentDir: config.contentDir,
    backupDir: config.backupDir,
    log,
    onFatal: () => process.exit(1),
  });
  process.stdout.write(`Sensei is up. Add it to a server: ${sensei.invite}\n`);
  closeOnSignal(sensei.close);
}

async function play(config: Config, log: Logger): Promise<void> {
  // Only the playground needs its page and its Discord.
  const { openHall } = await import('./study-hall.ts');
  const hall = await openHall({
    folder: PLAYGROUND_FOLDER,
    databasePath: config.databasePath,
    contentDir: config.contentDir,
    backupDir: config.backupDir,
    port: config.port ?? PLAYGROUND_PORT,
    log,
  });
  process.stdout.write(`No DISCORD_TOKEN, so here is the study hall: ${hall.url}\n`);
  closeOnSignal(hall.close);
}

async function preview({ port }: { port: string }): Promise<void> {
  if (!/^\d{1,5}$/.test(port)) throw new StartError(`--port must be a number, but it is "${port}"`);
  // Only the preview needs its page.
  const { startPreview } = await import('./preview.ts');
  const { contentDir } = environment();
  const log = (message: string, error: unknown) => process.stderr.write(`${message}: ${String(error)}\n`);
  const open = await startPreview({ contentDir, port: Number(port), log });
  process.stdout.write(`The cards, new with every save: ${open.url}\n`);
  closeOnSignal(open.close);
}

async function start(): Promise<void> {
  const config = environment();
  const { token } = config;
  // In the playground the page is what one looks at; only what went wrong belongs on the terminal.
  const quiet = token === undefined && config.logLevel === 'info';
  const log = createLog(quiet ? 'warn' : config.logLevel, token === undefined ? [] : [token]);
  await (token === undefined ? play(config, log) : serve({ ...config, token }, log));
}

const program = new Command('sensei')
  .description('the exam tutor that lives in a Discord server')
  .action(start);
registerContentCommands(program, () => environment().contentDir, { cardFits: cardProblem })
  .command('preview')
  .description('show the cards of every term and question in the browser, new with every save')
  .option('--port <port>', 'where on 127.0.0.1', `${PREVIEW_PORT}`)
  .action(preview);

program.parseAsync().catch((thrown: unknown) => {
  const known = thrown instanceof StartError;
  process.stderr.write(
    known ? `${thrown.message}\n` : `${thrown instanceof Error ? thrown.stack : String(thrown)}\n`,
  );
  process.exit(1);
});
