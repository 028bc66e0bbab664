/**
 * YAML in two speeds: values alone where all is well, since a start should take no time, and a second parse with
 * positions for the one file in which something is wrong.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parse, parseDocument } from 'yaml';

export type Path = readonly PropertyKey[];

export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

export interface YamlProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** The parser's own name of the problem, such as `DUPLICATE_KEY`. */
  readonly code: string;
}

const OPTIONS = { prettyErrors: false, logLevel: 'error' } as const;

/** Reads one YAML document; says every problem with its line where it is not one. */
export function parseYaml(text: string): YamlResult {
  try {
    return { ok: true, value: parse(text, OPTIONS) };
  } catch {
    return { ok: false, problems: problemsOf(text) };
  }
}

function problemsOf(text: string): YamlProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  return document.errors.map(({ message, code, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message,
    code,
  }));
}

/**
 * The lines (1-based) on which the entries of a top-level list begin. In a file that is a list at column 0 only
 * an entry's own dash can stand there; any other file is parsed again with positions.
 */
export function entryLines(text: string, count: number): number[] {
  const found: number[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) if (/^-(\s|$)/.test(line)) found.push(index + 1);
  if (found.length === count) return found;
  const locate = locator(text);
  return Array.from({ length: count }, (_, index) => locate([index]));
}

/** Finds the line (1-based) of the deepest part of a path that stands in the text. */
export function locator(text: string): (path: Path) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  return (path) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? 1 : lines.linePos(offset).line;
  };
}

function offsetOf(root: Node | null, path: Path): number | null {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? null;
  for (const step of path) {
    const next = stepInto(node, step);
    if (!next) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number | undefined } | null {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item ? { node: item, offset: item.range?.[0] } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return pair ? { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined } : null;
}
