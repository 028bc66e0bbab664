/** The content as the page wants it: a list of entries with their findings, and one entry's cards. */
import {
  type Curriculum,
  checkContent,
  type Finding,
  type Item,
  loadCurriculum,
  type Place,
  type Term,
} from '../curriculum/index.ts';
import { cardProblem } from '../discord/card-limits.ts';
import { cardViews } from './cards.ts';
import type { EntryLine, EntryView, FindingView } from './wire.ts';

type Entry = { readonly kind: 'term'; readonly term: Term } | { readonly kind: 'item'; readonly item: Item };

interface Listed {
  readonly line: EntryLine;
  readonly findings: readonly Finding[];
  /** Null for the findings that belong to no card. */
  readonly entry: Entry | null;
}

/** One reading of the content folder. */
export interface Preview {
  readonly curriculum: Curriculum;
  readonly listed: ReadonlyMap<string, Listed>;
}

/** Reads and checks everything; what cannot be read shows as findings without a card. */
export function readPreview(contentDir: string): Preview {
  const loaded = loadCurriculum(contentDir);
  const curriculum = loaded.ok ? loaded.curriculum : loaded.draft;
  const found = checkContent(curriculum, { cardFits: cardProblem });
  const findings = loaded.ok ? found : [...loaded.findings, ...found];
  const byEntry = grouped(findings);
  const entries = [
    ...[...curriculum.terms.values()].map((term): Listed => {
      const own = byEntry.get(anchorOf(term)) ?? [];
      return listed({ kind: 'term', term }, `term:${term.id}`, titleOf(term), term.place, own);
    }),
    ...[...curriculum.items.values()].map((item): Listed => {
      const own = byEntry.get(anchorOf(item)) ?? [];
      return listed({ kind: 'item', item }, `question:${item.id}`, item.stem, item.place, own);
    }),
  ];
  const claimed = new Set(entries.flatMap((entry) => entry.findings));
  const rest = restOf(findings.filter((finding) => !claimed.has(finding)));
  return { curriculum, listed: new Map([...rest, ...entries].map((one) => [one.line.key, one])) };
}

/** File and bare id: what a finding names and what an entry has. */
function anchorOf({ id, place }: { readonly id: string; readonly place: Place }): string {
  return `${place.file}\n${id.slice(id.indexOf('/') + 1)}`;
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const anchor = `${finding.file}\n${finding.id ?? ''}`;
    const held = groups.get(anchor);
    if (held) held.push(finding);
    else groups.set(anchor, [finding]);
  }
  return groups;
}

function titleOf({ name, expansion }: Term): string {
  return expansion === undefined ? name : `${name}: ${expansion}`;
}

function listed(
  entry: Entry,
  key: string,
  title: string,
  place: Place,
  findings: readonly Finding[],
): Listed {
  const kind = entry.kind === 'term' ? 'term' : 'question';
  const line: EntryLine = { key, kind, title, place: `${place.file}:${place.line}`, ...counted(findings) };
  return { line, findings, entry };
}

function restOf(findings: readonly Finding[]): Listed[] {
  if (findings.length === 0) return [];
  const title = 'Findings that belong to no card';
  return [
    { line: { key: 'rest', kind: 'rest', title, place: '', ...counted(findings) }, findings, entry: null },
  ];
}

function counted(findings: readonly Finding[]): Pick<EntryLine, 'errors' | 'warnings'> {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return { errors, warnings: findings.length - errors };
}

export function listView({ listed: all }: Preview): EntryLine[] {
  return [...all.values()].map(({ line }) => line);
}

/** Null where no entry has this key. */
export function entryView({ curriculum, listed: all }: Preview, key: string): EntryView | null {
  const one = all.get(key);
  if (!one) return null;
  const cards = one.entry ? cardViews(curriculum, one.entry) : [];
  const note = one.entry && cards.length === 0 ? 'Questions of this kind have no card yet.' : null;
  return { line: one.line, findings: one.findings.map(findingView), cards, note };
}

function findingView({ level, rule, file, line, message, advice }: Finding): FindingView {
  return { level, rule, place: `${file}:${line}`, message, advice };
}
