/**
 * Questions as a second reader gets them: without keys, reasons, ids or terms, in an order of options that says
 * nothing. The sheet needs no key file, since the order follows from the question itself.
 */
import { createHash } from 'node:crypto';
import type { Item } from '../model.ts';

/** `whole`: stem and options. `options`: the options alone, to see whether they give the key away. */
export const REVIEW_MODES = ['whole', 'options'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

export interface SheetEntry {
  /** Names the question as it stands; eight hexadecimal digits. */
  readonly digest: string;
  readonly text: string;
  /** Every response that agrees with the key: letters in the asked order, or what a number question accepts. */
  readonly keys: readonly string[];
  /** The chance that a blind guess agrees, 0 to 1. */
  readonly chance: number;
}

/** A digest of what a reader sees and of the key. Reasons, terms and sources may change without a new reading. */
export function digestOf(item: Item): string {
  return hash(JSON.stringify([item.kind, item.stem, item.exhibit ?? '', ...responsePartsOf(item)])).slice(
    0,
    8,
  );
}

function responsePartsOf(item: Item): unknown[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [
        ...item.options.map(({ text, correct }) => [text, correct]),
        ...(item.ordered ? ['ordered'] : []),
      ];
    case 'order':
      return [...item.steps];
    case 'match':
      return [item.pairs, item.extras];
    case 'categorize':
      return [item.buckets, item.items];
    case 'number':
      return [item.accept, item.unit ?? ''];
    case 'panel':
      return [item.fields];
  }
}

/** The question for a sheet; null where the mode cannot ask it (only choices can be guessed from options). */
export function sheetEntry(item: Item, mode: ReviewMode): SheetEntry | null {
  const digest = digestOf(item);
  const asked = askedOf(item, digest);
  const choice = item.kind === 'single' || item.kind === 'multiple';
  if (mode === 'options' && !choice) return null;
  const exhibit = item.exhibit === undefined ? [] : ['```', item.exhibit.trimEnd(), '```'];
  const question = mode === 'whole' ? [item.stem, ...exhibit] : [];
  const text = [`## ${digest} (${asked.task})`, ...question, ...asked.lines].join('\n');
  return { digest, text, keys: asked.keys, chance: asked.chance };
}

interface Asked {
  readonly task: string;
  readonly lines: readonly string[];
  readonly keys: readonly string[];
  readonly chance: number;
}

function askedOf(item: Item, seed: string): Asked {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return askChoice(item, seed);
    case 'order':
      return askOrder(item.steps, seed);
    case 'match':
      return askMatch(item.pairs, item.extras, seed);
    case 'categorize':
      return askMatch(item.items, item.buckets, seed);
    case 'number':
      return {
        task: `a number${item.unit ? ` in ${item.unit}` : ''}`,
        lines: [],
        keys: item.accept,
        chance: 0,
      };
    case 'panel':
      return askPanel(item.fields);
  }
}

function askChoice(
  { options, ordered }: Extract<Item, { kind: 'single' | 'multiple' }>,
  seed: string,
): Asked {
  const shown = ordered ? options : arranged(options, ({ text }) => text, seed);
  const wanted = shown.flatMap(({ correct }, index) => (correct ? letter(index) : []));
  return {
    task: wanted.length === 1 ? 'choose one' : `choose ${wanted.length}`,
    lines: lettered(shown.map(({ text }) => text)),
    keys: [wanted.join('')],
    chance: 1 / combinations(shown.length, wanted.length),
  };
}

function askOrder(steps: readonly string[], seed: string): Asked {
  const shown = arranged(steps, (step) => step, seed);
  const key = steps.map((step) => letter(shown.indexOf(step))).join('');
  return {
    task: 'the letters in order',
    lines: lettered(shown),
    keys: [key],
    chance: 1 / factorial(steps.length),
  };
}

/** Left sides are numbered as they stand; right sides, each once, are lettered. */
function askMatch(
  pairs: readonly (readonly [string, string])[],
  others: readonly string[],
  seed: string,
): Asked {
  const rights = [...new Set([...pairs.map(([, right]) => right), ...others])];
  const shown = arranged(rights, (right) => right, seed);
  const lefts = arranged(pairs, ([left]) => left, `${seed} left`);
  return {
    task: `a letter for each of 1 to ${pairs.length}`,
    lines: [...lefts.map(([left], index) => `${index + 1}. ${left}`), ...lettered(shown)],
    keys: [lefts.map(([, right]) => letter(shown.indexOf(right))).join('')],
    chance: 1 / shown.length ** pairs.length,
  };
}

function askPanel(fields: Extract<Item, { kind: 'panel' }>['fields']): Asked {
  const lines = fields.flatMap(({ label, options }, index) => [
    `${index + 1}. ${label}:`,
    ...lettered(options),
  ]);
  return {
    task: `a letter for each of 1 to ${fields.length}`,
    lines,
    keys: [fields.map(({ options, answer }) => letter(options.indexOf(answer))).join('')],
    chance: fields.reduce((chance, { options }) => chance / options.length, 1),
  };
}

/** An order that is the same on every machine and has nothing to do with the file's. */
function arranged<T>(things: readonly T[], textOf: (thing: T) => string, seed: string): T[] {
  const place = (thing: T): string => hash(`${seed}\n${textOf(thing)}`);
  return [...things].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function lettered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${letter(index)}) ${text}`);
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function combinations(of: number, taken: number): number {
  return factorial(of) / (factorial(taken) * factorial(of - taken));
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
