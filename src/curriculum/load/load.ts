/** From the folders on disk to a curriculum in memory, or to the list of what is wrong. */
import { createHash } from 'node:crypto';
import { curriculumFrom } from '../curriculum.ts';
import { type Finding, inReadingOrder } from '../finding.ts';
import type { Curriculum } from '../model.ts';
import { FactEntry, ItemEntry, PackFile, TermEntry } from '../schema.ts';
import { buildPack, type PackEntries } from './build.ts';
import { duplicateIds, packClashes, packProblems } from './clashes.ts';
import { joined, readList, readOne, refusal } from './entries.ts';
import { type PackFolder, readPackFolders } from './files.ts';
import { readGuide } from './guide.ts';
import { checkReferences } from './references.ts';

export type LoadResult =
  | {
      readonly ok: true;
      readonly curriculum: Curriculum;
      /** A digest of every file, to say which content is loaded; equal files give equal stamps. */
      readonly stamp: string;
    }
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      /** What could be read all the same, for tools that help authors; references in it may lead nowhere. */
      readonly draft: Curriculum;
    };

/** Reads every pack in `<contentDir>/packs`. Throws only where the disk itself fails. */
export function loadCurriculum(contentDir: string): LoadResult {
  const folders = readPackFolders(contentDir);
  if (folders.length === 0) return { ok: false, findings: [noPacks()], draft: curriculumFrom([]) };
  const read = folders.map(readPack);
  const packs = read.flatMap(({ entries }) => entries);
  const draft = curriculumFrom(packs.map(buildPack));
  const findings = [
    ...read.flatMap((pack) => pack.findings),
    ...packClashes(packs.map(({ pack }) => pack)),
    ...checkReferences(draft, new Set(read.flatMap(({ refused }) => refused))),
  ];
  if (findings.length > 0) return { ok: false, findings: inReadingOrder(findings), draft };
  return { ok: true, curriculum: draft, stamp: stampOf(folders) };
}

interface ReadPack {
  readonly entries: readonly PackEntries[];
  readonly findings: readonly Finding[];
  /** Qualified ids of entries that are there but not sound. */
  readonly refused: readonly string[];
}

function readPack(folder: PackFolder): ReadPack {
  const pack = folder.pack ? readOne(folder.pack, PackFile) : refusal([noPackFile(folder)]);
  const terms = joined(folder.terms.map((file) => readList(file, TermEntry)));
  const items = joined(folder.questions.map((file) => readList(file, ItemEntry)));
  const guides = joined(folder.guides.map(readGuide));
  const facts = folder.facts ? readList(folder.facts, FactEntry) : refusal([]);
  const findings = [
    ...[pack, terms, items, guides, facts].flatMap((read) => read.findings),
    ...pack.entries.flatMap(packProblems),
    ...duplicateIds('term', terms.entries),
    ...duplicateIds('question', items.entries),
    ...duplicateIds('guide', guides.entries),
    ...duplicateIds('fact', facts.entries),
  ];
  const entries = pack.entries.map((placed) => ({
    pack: placed,
    terms: terms.entries,
    items: items.entries,
    guides: guides.entries,
    facts: facts.entries,
  }));
  const ids = [...terms.refused, ...guides.refused, ...facts.refused];
  const refused = pack.entries.flatMap(({ entry: { key } }) => ids.map((id) => `${key}/${id}`));
  return { entries, findings, refused };
}

function noPacks(): Finding {
  const advice = 'add packs/<name>/pack.yaml, or point CONTENT_DIR at the folder that holds packs';
  return { level: 'error', rule: 'no-packs', file: 'packs', line: 1, message: 'there is no pack', advice };
}

function noPackFile({ path }: PackFolder): Finding {
  const message = 'the pack has no pack.yaml';
  const advice = 'add one: its id, key, name and outlines; data/README.md shows how';
  return { level: 'error', rule: 'no-pack-file', file: `${path}/pack.yaml`, line: 1, message, advice };
}

function stampOf(folders: readonly PackFolder[]): string {
  const hash = createHash('sha256');
  for (const { pack, facts, terms, questions, guides } of folders) {
    for (const file of [
      ...(pack ? [pack] : []),
      ...(facts ? [facts] : []),
      ...terms,
      ...questions,
      ...guides,
    ]) {
      hash.update(`${file.path}\n${file.text.length}\n${file.text}`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
