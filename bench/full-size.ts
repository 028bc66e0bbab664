/** The content at the size that a whole bank has, for measuring before it is written. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WANTED = { terms: 600, questions: 1_000 } as const;
const ENTRY = /^- id: *['"]?([a-z0-9-]+)['"]?/gm;
const LONGEST_ID = 48;

/** Works on a copy of the content whose files are repeated, under other ids, until it has the wanted size. */
export function withFullSize<T>(contentDir: string, work: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'sensei-full-size-'));
  try {
    cpSync(contentDir, copy, { recursive: true });
    const packs = join(copy, 'packs');
    for (const pack of readdirSync(packs)) {
      grow(join(packs, pack, 'terms'), WANTED.terms);
      grow(join(packs, pack, 'questions'), WANTED.questions);
    }
    return work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function grow(folder: string, wanted: number): void {
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  let entries = files.reduce((sum, { text }) => sum + countOf(text), 0);
  for (let round = 1; entries > 0 && entries < wanted; round++) {
    for (const { name, text } of files) {
      if (entries >= wanted) return;
      const ending = `-${round}`;
      const renamed = text.replace(ENTRY, (_, id: string) => `- id: ${shortened(id, ending)}${ending}`);
      writeFileSync(join(folder, `again-${round}-${name}`), renamed);
      entries += countOf(text);
    }
  }
}

function shortened(id: string, ending: string): string {
  return id.slice(0, LONGEST_ID - ending.length).replace(/-$/, '');
}

function countOf(text: string): number {
  return text.match(ENTRY)?.length ?? 0;
}
