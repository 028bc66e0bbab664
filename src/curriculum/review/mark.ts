/** A second reader's answers against the keys. */

import type { Item } from '../model.ts';
import { shareText } from '../share-text.ts';
import { type ReviewMode, type SheetEntry, sheetEntry } from './sheet.ts';

export interface Marked {
  readonly item: Item;
  readonly digest: string;
  /** As the reader wrote it. */
  readonly answer: string;
  readonly key: string;
  readonly agreed: boolean;
  /** False where the reader put a question mark behind the answer. */
  readonly sure: boolean;
  /** What stands behind the question mark. */
  readonly remark: string;
  readonly chance: number;
}

export interface Marking {
  readonly marked: readonly Marked[];
  /** Lines that are no answer, or answer a question that has changed since or is not in the pack. */
  readonly unread: readonly string[];
}

/** `3fa9c1d2: AC`, or `3fa9c1d2: AC ? the second one is open`. */
const ANSWER = /^\W*([0-9a-f]{8})\b[^:]*:\s*([^?|]+?)\s*(\?.*)?$/;

/** Compares the lines of an answer file with the pack's questions. The last answer to a question counts. */
export function markAnswers(text: string, items: readonly Item[], mode: ReviewMode): Marking {
  const asked = new Map<string, { item: Item; entry: SheetEntry }>();
  for (const item of items) {
    const entry = sheetEntry(item, mode);
    if (entry) asked.set(entry.digest, { item, entry });
  }
  const marked = new Map<string, Marked>();
  const unread: string[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, digest = '', answer = '', doubt] = ANSWER.exec(line) ?? [];
    const found = asked.get(digest);
    if (found) marked.set(digest, markOne(found.item, found.entry, answer, doubt));
    else unread.push(line);
  }
  return { marked: [...marked.values()], unread };
}

function markOne(item: Item, entry: SheetEntry, answer: string, doubt: string | undefined): Marked {
  const given = normalized(item, answer);
  return {
    item,
    digest: entry.digest,
    answer,
    key: entry.keys[0] ?? '',
    agreed: entry.keys.some((key) => normalized(item, key) === given),
    sure: doubt === undefined,
    remark: doubt?.replace(/^[?\s|]+/, '') ?? '',
    chance: entry.chance,
  };
}

/** Letters in any case and with anything between them; of several options the order means nothing. */
function normalized(item: Item, answer: string): string {
  if (item.kind === 'number') return answer.toLowerCase().replaceAll(/[\s,]/g, '');
  const letters = [...answer.toUpperCase().replaceAll(/[^A-Z]/g, '')];
  return (item.kind === 'multiple' ? letters.sort() : letters).join('');
}

/** What a person reads after marking: the share that agrees, and each question to look at again. */
export function describeMarking({ marked, unread }: Marking): string {
  const agreed = marked.filter((each) => each.agreed).length;
  const chance = marked.reduce((sum, each) => sum + each.chance, 0) / Math.max(1, marked.length);
  const share = shareText(agreed / Math.max(1, marked.length));
  const differs = marked.filter((each) => !each.agreed);
  const doubts = marked.filter((each) => each.agreed && !each.sure);
  return [
    `${agreed} of ${marked.length} answers agree with the key: ${share}; blind guessing would reach ${shareText(chance)}.`,
    ...section('Different from the key:', differs.map(describe)),
    ...section('Right, but in doubt:', doubts.map(describe)),
    ...section('Lines that answer no question as it stands:', unread),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function describe({ item, answer, key, remark }: Marked): string {
  const { file, line } = item.place;
  return `${file}:${line}  ${item.id}: ${answer}, the key is ${key}${remark === '' ? '' : ` (${remark})`}`;
}
