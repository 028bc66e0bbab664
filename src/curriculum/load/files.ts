/** The folders of the content on disk, read into memory. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files of one pack, in the order of their names. */
export interface PackFolder {
  /** Relative to the content folder: `packs/<name>`. */
  readonly path: string;
  readonly pack: TextFile | null;
  readonly facts: TextFile | null;
  readonly terms: readonly TextFile[];
  readonly questions: readonly TextFile[];
  readonly guides: readonly TextFile[];
}

const YAML = /\.ya?ml$/;
const MARKDOWN = /\.md$/;

/** All folders in `<contentDir>/packs`; an absent folder holds no packs. */
export function readPackFolders(contentDir: string): PackFolder[] {
  const names = list(join(contentDir, 'packs')).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readPackFolder(contentDir, `packs/${name}`));
}

function readPackFolder(contentDir: string, path: string): PackFolder {
  const [pack] = readAll(contentDir, path, /^pack\.ya?ml$/);
  const [facts] = readAll(contentDir, path, /^facts\.ya?ml$/);
  return {
    path,
    pack: pack ?? null,
    facts: facts ?? null,
    terms: readAll(contentDir, `${path}/terms`, YAML),
    questions: readAll(contentDir, `${path}/questions`, YAML),
    guides: readAll(contentDir, `${path}/guides`, MARKDOWN),
  };
}

function readAll(contentDir: string, folder: string, wanted: RegExp): TextFile[] {
  const files = list(join(contentDir, folder)).filter((entry) => entry.isFile() && wanted.test(entry.name));
  return files.map(({ name }) => read(contentDir, `${folder}/${name}`));
}

/** A byte order mark is dropped and Windows line ends become plain ones, so that lines count alike everywhere. */
function read(contentDir: string, path: string): TextFile {
  const text = readFileSync(join(contentDir, path), 'utf8');
  return { path, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
