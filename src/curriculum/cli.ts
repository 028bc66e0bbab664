/** `sensei content …`: what authors run. */
import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { type AddRequest, type Request as Asked, addEntry } from './add-entry.ts';
import { bankFigures, type CheckOptions, checkContent } from './check/check.ts';
import type { SourceText } from './check/copied.ts';
import { describeFigures, describeFindings } from './check/describe-findings.ts';
import { describeBareTopics } from './check/describe-topics.ts';
import { choosePack } from './choose-pack.ts';
import { exportPack } from './export.ts';
import type { Finding } from './finding.ts';
import { loadCurriculum } from './load/load.ts';
import type { Curriculum } from './model.ts';
import { addReviewCommands, readReviewLogs } from './review/cli.ts';
import { ITEM_KINDS, type ItemKind } from './schema.ts';
import { contentStats, formatStats } from './stats.ts';

/** What the commands need from outside. */
export interface ContentCommandOptions extends CheckOptions {
  /** Where the output goes; the process's own unless said otherwise. */
  readonly write?: (text: string) => void;
}

/**
 * Adds `content check`, `stats`, `export`, `new` and `review` to a program; a failed check sets the exit code 1.
 * Gives the `content` command back, so that more can be hung below it.
 */
export function registerContentCommands(
  program: Command,
  contentDir: () => string,
  { write = (text) => process.stdout.write(text), ...checks }: ContentCommandOptions = {},
): Command {
  const content = program.command('content').description('check, count and export what is taught');
  content
    .command('check')
    .description('check every file, link, limit and item-writing rule; say file, line and what to do')
    .option('--errors', 'leave warnings out')
    .option('--figures', 'show the figures of the whole bank against their bounds')
    .option('--against <file...>', 'texts from elsewhere, of which no run of words may stand in a pack')
    .action((options: { errors?: true; figures?: true; against?: string[] }, command: Command) => {
      const against = readTexts(options.against ?? []);
      if (typeof against === 'string') command.error(against);
      const { findings, curriculum, reviews } = inspect(contentDir(), { ...checks, against });
      const shown = options.errors ? findings.filter(({ level }) => level === 'error') : findings;
      write(describeFindings(shown));
      if (options.figures) write(`\n${describeFigures(bankFigures(curriculum, { ...checks, reviews }))}`);
      if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
    });
  content
    .command('stats')
    .description('count terms and questions by domain, objective, kind, difficulty and flaws')
    .option('--topics', 'list the topics of the outlines that lack a term or questions')
    .action((options: { topics?: true }) => {
      const { curriculum, findings } = inspect(contentDir(), checks);
      write(
        options.topics ? describeBareTopics(curriculum) : formatStats(contentStats(curriculum, findings)),
      );
    });
  content
    .command('export')
    .description('print a whole pack as one document')
    .addOption(new Option('--format <format>', 'the only one so far').choices(['json']).default('json'))
    .option('--pack <id>', 'which pack, where there are several')
    .action((options: { pack?: string }, command: Command) => {
      const pack = choosePack(read(contentDir()), options.pack);
      if (typeof pack === 'string') command.error(pack);
      else write(`${JSON.stringify(exportPack(pack), null, 2)}\n`);
    });
  addNewCommands(content, contentDir, write);
  addReviewCommands(content, { contentDir, write, packOf: (id) => choosePack(read(contentDir()), id) });
  return content;
}

function addNewCommands(content: Command, contentDir: () => string, write: (text: string) => void): void {
  const fresh = content.command('new').description('write an empty entry, with the fields to fill in');
  const add = (request: AddRequest, command: Command): void => {
    const added = addEntry(contentDir(), request, choosePack);
    if (added.ok) write(`${added.file}:${added.line}\nFill it in; "content check" names what is missing.\n`);
    else command.error(added.why);
  };
  const common = (command: Command): Command =>
    command
      .requiredOption('--id <id>', 'lower-case words joined by hyphens; never changed later')
      .requiredOption('--objective <objective>', 'its home, such as 220-1201/2.1')
      .option('--file <name>', 'such as mail.yaml; one for its objective unless given')
      .option('--pack <id>', 'which pack, where there are several');
  common(fresh.command('term'))
    .requiredOption('--name <name>', 'as a card shows it')
    .action((options: Asked & { name: string }, command: Command) =>
      add({ what: 'term', ...options }, command),
    );
  common(fresh.command('question'))
    .addOption(new Option('--kind <kind>', 'how it is answered').choices(ITEM_KINDS).default('single'))
    .action((options: Asked & { kind: ItemKind }, command: Command) =>
      add({ what: 'question', ...options }, command),
    );
}

/** All findings of loading and checking at once; entries that could not be read are left out of the check. */
function inspect(contentDir: string, checks: CheckOptions) {
  const loaded = loadCurriculum(contentDir);
  const curriculum = loaded.ok ? loaded.curriculum : loaded.draft;
  const { reviews, findings: badLines } = readReviewLogs(contentDir, curriculum.packs);
  const found = checkContent(curriculum, { ...checks, reviews });
  const findings: Finding[] = [...(loaded.ok ? [] : loaded.findings), ...badLines, ...found];
  return { findings, curriculum, reviews };
}

/** The files' texts, or the line that says which one cannot be read. */
function readTexts(files: readonly string[]): SourceText[] | string {
  const texts: SourceText[] = [];
  for (const name of files) {
    try {
      texts.push({ name, text: readFileSync(name, 'utf8') });
    } catch (error) {
      return `cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return texts;
}

/** Counting and exporting work on what can be read; it is the check that refuses. */
function read(contentDir: string): Curriculum {
  const loaded = loadCurriculum(contentDir);
  return loaded.ok ? loaded.curriculum : loaded.draft;
}
