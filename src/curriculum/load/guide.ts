import { GuideFrontMatter } from '../schema.ts';
import type { GuideEntry } from './build.ts';
import { type Read, readOne, refusal } from './entries.ts';
import type { TextFile } from './files.ts';

/** `---`, YAML, `---`, Markdown. */
const FRONT_MATTER = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/** Reads a guide: front matter checked as YAML, the rest taken as its Markdown body. */
export function readGuide(file: TextFile): Read<GuideEntry> {
  const match = FRONT_MATTER.exec(file.text);
  if (!match)
    return refuse(file, 1, 'has no front matter', 'begin the file with "---", its fields and "---"');
  const [whole, yaml = ''] = match;
  const { entries, ...rest } = readOne(file, GuideFrontMatter, yaml, 1);
  const body = file.text.slice(whole.length).trim();
  if (body === '')
    return refuse(file, whole.split('\n').length, 'has no text', 'write it below the front matter');
  return { ...rest, entries: entries.map(({ entry, place }) => ({ entry: { ...entry, body }, place })) };
}

function refuse({ path }: TextFile, line: number, what: string, advice: string): Read<GuideEntry> {
  return refusal([{ level: 'error', rule: 'guide', file: path, line, message: `the guide ${what}`, advice }]);
}
