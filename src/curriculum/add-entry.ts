/** Writes a new entry into a pack's files: never over an entry that is there, never into a file of another sort. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { loadCurriculum } from './load/load.ts';
import type { Curriculum, Pack } from './model.ts';
import { newQuestionText, newTermText } from './new-entry.ts';
import { type ItemKind, TermEntry } from './schema.ts';

export interface Request {
  readonly pack?: string | undefined;
  readonly id: string;
  readonly objective: string;
  /** A name such as `mail.yaml`; its subject's own file unless given. */
  readonly file?: string | undefined;
}

export type AddRequest =
  | (Request & { readonly what: 'term'; readonly name: string })
  | (Request & { readonly what: 'question'; readonly kind: ItemKind });

export type Added =
  | { readonly ok: true; readonly file: string; readonly line: number }
  | { readonly ok: false; readonly why: string };

const FILE = /^[a-z0-9-]+\.ya?ml$/;

/** Appends the entry to its file, which is made where there is none. `file` is relative to the content folder. */
export function addEntry(contentDir: string, request: AddRequest, choose: ChoosePack): Added {
  const loaded = loadCurriculum(contentDir);
  const curriculum = loaded.ok ? loaded.curriculum : loaded.draft;
  const pack = choose(curriculum, request.pack);
  if (typeof pack === 'string') return { ok: false, why: pack };
  const folder = join(contentDir, dirname(pack.place.file), request.what === 'term' ? 'terms' : 'questions');
  const why = refusal(request, pack, curriculum);
  if (why !== null) return { ok: false, why };
  const unsound = loaded.ok ? [] : loaded.findings.filter((finding) => finding.id === request.id);
  const [half] = unsound.filter(({ file }) => join(contentDir, dirname(file)) === folder);
  if (half)
    return { ok: false, why: `the id "${request.id}" is taken by ${half.file}, which is not finished` };
  const path = join(folder, request.file ?? `${request.objective.replace(/[/.]/g, '-')}.yaml`);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const joint = before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, before + joint + textOf(request));
  const file = relative(contentDir, path).replaceAll('\\', '/');
  return { ok: true, file, line: (before + joint).split('\n').length };
}

/** A pack, or the line that says why there is none. */
export type ChoosePack = (curriculum: Curriculum, wanted: string | undefined) => Pack | string;

function refusal(request: AddRequest, { key, outlines }: Pack, curriculum: Curriculum): string | null {
  const { id, objective, file } = request;
  if (!TermEntry.shape.id.safeParse(id).success)
    return `the id "${id}" must be lower-case words joined by hyphens`;
  const held = request.what === 'term' ? curriculum.terms : curriculum.items;
  const taken = held.get(`${key}/${id}`);
  if (taken) return `the id "${id}" is taken by ${taken.place.file}:${taken.place.line}`;
  const known = outlines.some(({ domains }) =>
    domains.some(({ objectives }) => objectives.some((one) => one.id === objective)),
  );
  if (!known) return `there is no objective "${objective}"; write it like 220-1201/2.1`;
  if (file !== undefined && !FILE.test(file)) return `"${file}" must be a file name such as mail.yaml`;
  return request.what === 'term' && request.name.trim() === '' ? 'the name is empty' : null;
}

function textOf(request: AddRequest): string {
  return request.what === 'term' ? newTermText(request) : newQuestionText(request);
}
