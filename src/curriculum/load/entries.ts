/** Files into checked entries: each one with its place, each complaint as a finding. */
import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import type { Place } from '../model.ts';
import { wordingOf } from './advice.ts';
import type { TextFile } from './files.ts';
import { entryLines, locator, type Path, parseYaml } from './yaml.ts';

/** An entry as its file has it, ids bare. */
export interface Placed<T> {
  readonly entry: T;
  readonly place: Place;
}

export interface Read<T> {
  readonly entries: readonly Placed<T>[];
  readonly findings: readonly Finding[];
  /** Ids of entries that are there but not sound; what refers to them is not wrong for that. */
  readonly refused: readonly string[];
}

/** Nothing but complaints. */
export function refusal(findings: readonly Finding[], refused: readonly string[] = []): Read<never> {
  return { entries: [], findings, refused };
}

/** All of several files or entries. */
export function joined<T>(all: readonly Read<T>[]): Read<T> {
  return {
    entries: all.flatMap(({ entries }) => entries),
    findings: all.flatMap(({ findings }) => findings),
    refused: all.flatMap(({ refused }) => refused),
  };
}

/** Reads a YAML list of entries; what is sound comes back even where a neighbour is not. */
export function readList<T>(file: TextFile, schema: z.ZodType<T>): Read<T> {
  const yaml = readYaml(file, 0);
  if (!yaml.ok) return refusal(yaml.findings, idsIn(file.text));
  if (yaml.value === null) return refusal([]);
  if (!Array.isArray(yaml.value)) return refusal([notAList(file)]);
  const lines = entryLines(file.text, yaml.value.length);
  const check = checker(file, schema, file.text, 0);
  return joined(yaml.value.map((value: unknown, index) => check(value, [index], lines[index] ?? 1)));
}

/** The ids of a list that YAML cannot read. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/^-\s+id:\s*(\S+)/gm)].flatMap(([, id]) => id ?? []);
}

/** Reads a file that is one entry; `text` is its YAML, which begins after `skipped` other lines. */
export function readOne<T>(file: TextFile, schema: z.ZodType<T>, text = file.text, skipped = 0): Read<T> {
  const yaml = readYaml({ path: file.path, text }, skipped);
  if (!yaml.ok) return refusal(yaml.findings);
  return checker(file, schema, text, skipped)(yaml.value, [], 1 + skipped);
}

type Yaml = { ok: true; value: unknown } | { ok: false; findings: Finding[] };

function readYaml({ path, text }: TextFile, skipped: number): Yaml {
  const result = parseYaml(text);
  if (result.ok) return result;
  const findings = result.problems.map(({ line, message, code }): Finding => {
    const advice = YAML_ADVICE[code] ?? 'check indentation, quotes and brackets around this line';
    return { level: 'error', rule: 'yaml', file: path, line: line + skipped, message, advice };
  });
  return { ok: false, findings };
}

const YAML_ADVICE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a field stands once in an entry; join the two or take one out',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that contains ": " in single quotes, or write it as a block after >-',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'line the text up with its neighbours; indent with two spaces a level',
  MISSING_CHAR: "close the quote or bracket; inside single quotes an apostrophe is written ''",
};

function notAList({ path }: TextFile): Finding {
  const advice = 'begin each entry with "- id: …" at the left margin';
  return {
    level: 'error',
    rule: 'schema',
    file: path,
    line: 1,
    message: 'the file is not a list of entries',
    advice,
  };
}

/** Positions are worked out once a file, and only when its first complaint asks for one. */
function checker<T>(file: TextFile, schema: z.ZodType<T>, text: string, skipped: number) {
  let locate: ((path: Path) => number) | undefined;
  const lineOf = (path: Path) => {
    locate ??= locator(text);
    return locate(path) + skipped;
  };
  return (value: unknown, base: Path, line: number): Read<T> => {
    const result = schema.safeParse(value);
    if (result.success) {
      return {
        entries: [{ entry: result.data, place: { file: file.path, line } }],
        findings: [],
        refused: [],
      };
    }
    const id = idOf(value);
    const issues = result.error.issues.flatMap(flatten);
    const findings = issues.map((issue) => complaint(issue, value, base, file.path, lineOf));
    return refusal(findings, id === null ? [] : [id]);
  };
}

type Issue = z.core.$ZodIssue;

/** A union's complaint is told through the branch that came nearest. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  if (nearest.length === 0) return [issue];
  return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function complaint(
  issue: Issue,
  value: unknown,
  base: Path,
  file: string,
  lineOf: (path: Path) => number,
): Finding {
  const holder = valueAt(value, issue.path);
  const misnamed = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const line = lineOf([...base, ...issue.path, ...misnamed]);
  const id = idOf(value);
  return {
    level: 'error',
    rule: 'schema',
    file,
    line,
    ...(id === null ? {} : { id }),
    ...wordingOf(issue, holder),
  };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, step) => (isRecord(held) ? held[String(step)] : undefined), value);
}

function idOf(value: unknown): string | null {
  return isRecord(value) && typeof value.id === 'string' ? value.id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
