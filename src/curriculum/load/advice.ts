/** Says a schema's complaint in an author's words: what is wrong, and what to type instead. */
import type { z } from 'zod';
import { FactEntry, GuideFrontMatter, ItemEntry, PackFile, TermEntry } from '../schema.ts';
import { within } from '../search/distance.ts';

export interface Wording {
  readonly message: string;
  readonly advice: string;
}

type Issue = z.core.$ZodIssue;

/** `value` is what the file holds at the issue's path. */
export function wordingOf(issue: Issue, value: unknown): Wording {
  const where = fieldOf(issue.path);
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys);
  if (value === undefined) return { message: `${where} is missing`, advice: `add ${where}` };
  if (issue.code === 'invalid_type') return wrongType(where, issue.expected, value);
  if (issue.code === 'too_big') return tooBig(where, issue, value);
  if (issue.code === 'too_small') return tooSmall(where, issue, value);
  return { message: `${where}: ${issue.message}, but it is ${shown(value)}`, advice: `correct ${where}` };
}

/** `options[2].why`, counted from 1 as people do. */
function fieldOf(path: readonly PropertyKey[]): string {
  const parts = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`));
  return parts.join('').replace(/^\./, '') || 'the entry';
}

/** Every field name of the format, to guess what a misspelt one was meant to be. */
const FIELDS = new Set([
  ...[PackFile, FactEntry, TermEntry, GuideFrontMatter, ...ItemEntry.options].flatMap(({ shape }) =>
    Object.keys(shape),
  ),
  ...['question', 'answer', 'what', 'value', 'text', 'correct', 'why', 'label', 'options', 'reason'],
]);

function unknownFields(keys: readonly string[]): Wording {
  const near = keys.flatMap((key) =>
    [...FIELDS].filter((name) => within(key.toLowerCase(), name.toLowerCase(), 2)),
  );
  const meant = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  return { message: `unknown field ${keys.join(', ')}`, advice: `take it out or rename it${meant}` };
}

function wrongType(where: string, expected: string, value: unknown): Wording {
  const message = `${where} must be ${aKind(expected)}, but it is ${shown(value)}`;
  if (expected !== 'string') return { message, advice: `write ${where} as ${aKind(expected)}` };
  const colon = brokenAtColon(value);
  if (colon !== null) {
    return {
      message: `${where} was read as a field "${colon}" with a value, because YAML splits a line at ": "`,
      advice: 'put the whole text in single quotes, or write it as a block after >-',
    };
  }
  if (value === null) return { message: `${where} is empty`, advice: `write ${where} or take the line out` };
  const quoted = typeof value === 'object' ? '' : `, such as '${String(value)}'`;
  return { message, advice: `put the text in single quotes${quoted}` };
}

/** A plain text with ": " in it becomes a map of one key. */
function brokenAtColon(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.keys(value)[0] ?? null;
}

function tooBig(where: string, issue: Extract<Issue, { code: 'too_big' }>, value: unknown): Wording {
  const unit = unitOf(value);
  const message = `${where} has ${sizeOf(value)}${unit}, but at most ${issue.maximum}${unit} are allowed`;
  return { message, advice: `shorten ${where}` };
}

function tooSmall(where: string, issue: Extract<Issue, { code: 'too_small' }>, value: unknown): Wording {
  const unit = unitOf(value);
  const message = `${where} has ${sizeOf(value)}${unit}, but at least ${issue.minimum}${unit} are needed`;
  return { message, advice: Array.isArray(value) ? `add to ${where}` : `write more in ${where}` };
}

function unitOf(value: unknown): string {
  if (typeof value === 'string') return ' characters';
  return Array.isArray(value) ? ' entries' : '';
}

function sizeOf(value: unknown): string {
  return typeof value === 'string' || Array.isArray(value) ? String(value.length) : String(value);
}

function aKind(expected: string): string {
  if (expected === 'string') return 'a text';
  if (expected === 'array') return 'a list';
  return expected === 'object' ? 'a set of fields' : `a ${expected}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a set of fields';
  return typeof value === 'string' ? `"${value}"` : `${String(value)} (${typeof value})`;
}
