/** `sensei content review …`: second readers answer the questions without the keys. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Finding } from '../finding.ts';
import type { Pack } from '../model.ts';
import { REVIEW_LOG, type Review, readReviews, standingReviews, withReviews } from './log.ts';
import { describeMarking, markAnswers } from './mark.ts';
import { type ReviewMode, type SheetEntry, sheetEntry } from './sheet.ts';

export interface ReviewSeams {
  readonly contentDir: () => string;
  /** A pack, or the line that says why there is none. */
  readonly packOf: (id: string | undefined) => Pack | string;
  readonly write: (text: string) => void;
}

interface SheetOptions {
  readonly out: string;
  readonly per: number;
  readonly take?: number;
  readonly seed: string;
  readonly optionsOnly?: true;
  readonly all?: true;
  readonly pack?: string;
}

interface MarkOptions {
  readonly optionsOnly?: true;
  readonly save?: true;
  readonly pack?: string;
}

const PER_SHEET = 80;

/** Adds `content review sheet` and `content review mark`. */
export function addReviewCommands(content: Command, seams: ReviewSeams): void {
  const review = content
    .command('review')
    .description('have questions answered by someone who did not write them');
  review
    .command('sheet')
    .description('write questions without keys, to be answered; those not yet answered as they stand')
    .requiredOption('--out <folder>', 'where the sheets go')
    .option('--options-only', 'leave the stems out, to see whether the options give the key away')
    .option('--all', 'also those answered already')
    .option('--take <count>', 'so many of them, drawn evenly', wholeNumber)
    .option('--seed <text>', 'another word draws and orders them otherwise', '')
    .option('--per <count>', 'questions a sheet', wholeNumber, PER_SHEET)
    .option('--pack <id>', 'which pack, where there are several')
    .action((options: SheetOptions, command: Command) => {
      const pack = seams.packOf(options.pack);
      if (typeof pack === 'string') command.error(pack);
      else seams.write(writeSheets(seams.contentDir(), pack, options));
    });
  review
    .command('mark')
    .description('compare answers with the keys; one a line: "3fa9c1d2: AC", with "?" behind a doubtful one')
    .argument('<file...>', 'files of answers')
    .option('--options-only', 'they were guessed from sheets without stems')
    .option('--save', `keep them in the pack's ${REVIEW_LOG}`)
    .option('--pack <id>', 'which pack, where there are several')
    .action((files: string[], options: MarkOptions, command: Command) => {
      const pack = seams.packOf(options.pack);
      const text = readAll(files);
      if (typeof pack === 'string') command.error(pack);
      else if (text === null)
        command.error(`cannot read ${files.filter((file) => !existsSync(file)).join(', ')}`);
      else seams.write(mark(seams.contentDir(), pack, text, options));
    });
}

/** The readings of each pack by its id, and what is wrong in the logs. */
export function readReviewLogs(
  contentDir: string,
  packs: readonly Pack[],
): { reviews: Map<string, Review[]>; findings: Finding[] } {
  const logs = packs.map((pack) => {
    const file = logOf(pack);
    return { pack, ...readReviews(textOf(join(contentDir, file)), file) };
  });
  return {
    reviews: new Map(logs.map(({ pack, reviews }) => [pack.id, reviews])),
    findings: logs.flatMap(({ findings }) => findings),
  };
}

function writeSheets(
  contentDir: string,
  pack: Pack,
  { out, per, take, seed, optionsOnly, all }: SheetOptions,
): string {
  const mode = modeOf(optionsOnly);
  const { reviews } = readReviews(textOf(join(contentDir, logOf(pack))), logOf(pack));
  const answered = standingReviews(reviews, pack.items, mode);
  const open = pack.items.flatMap((item) => {
    const entry = sheetEntry(item, mode);
    return entry && (all || !answered.has(item.id)) ? [entry] : [];
  });
  // Hashes are as good as random, and take neighbors of one file apart.
  const place = ({ digest }: SheetEntry): string =>
    createHash('sha256').update(`${seed}\n${digest}`).digest('hex');
  const entries = open.sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, take ?? open.length);
  mkdirSync(out, { recursive: true });
  const sheets = Math.ceil(entries.length / per);
  for (let sheet = 0; sheet < sheets; sheet++) {
    const texts = entries.slice(sheet * per, (sheet + 1) * per).map(({ text }) => text);
    writeFileSync(join(out, `sheet-${sheet + 1}.md`), `${texts.join('\n\n')}\n`);
  }
  return `${counted(entries.length, 'question')} on ${counted(sheets, 'sheet')} in ${out}\n`;
}

function mark(contentDir: string, pack: Pack, text: string, { optionsOnly, save }: MarkOptions): string {
  const mode = modeOf(optionsOnly);
  const marking = markAnswers(text, pack.items, mode);
  if (save) {
    const path = join(contentDir, logOf(pack));
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(path, withReviews(textOf(path), marking.marked, mode, today));
  }
  return describeMarking(marking);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function modeOf(optionsOnly: true | undefined): ReviewMode {
  return optionsOnly ? 'options' : 'whole';
}

/** Beside the pack's pack.yaml, relative to the content folder. */
function logOf({ place }: Pack): string {
  return `${dirname(place.file)}/${REVIEW_LOG}`;
}

function readAll(files: readonly string[]): string | null {
  if (!files.every((file) => existsSync(file))) return null;
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** No log yet is an empty one. */
function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of 1 or more.');
  return Number(text);
}
