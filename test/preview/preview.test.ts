import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryLine, EntryView } from '../../src/preview/wire.ts';
import { type OpenPreview, startPreview } from '../../src/preview.ts';
import { packFiles } from '../curriculum/content-folder.ts';

let contentDir: string;
let open: OpenPreview;
const TERMS = 'packs/tiny/terms/mail.yaml';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(contentDir, path)), { recursive: true });
  writeFileSync(join(contentDir, path), text);
}

beforeEach(async () => {
  contentDir = mkdtempSync(join(tmpdir(), 'sensei-preview-'));
  for (const [path, text] of Object.entries(packFiles())) write(path, text);
  open = await startPreview({ contentDir });
});

afterEach(async () => {
  await open.close();
  rmSync(contentDir, { recursive: true, force: true });
});

async function get<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, open.url));
  return (await response.json()) as T;
}

const entry = (key: string) => get<EntryView>(`/api/entry?key=${encodeURIComponent(key)}`);

/** The status of a request with headers of one's own, which fetch would not send. */
function statusOf(headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL('/api/entries', open.url), { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

/** Follows the stream until it tells of a change. */
async function changeAfter(work: () => void): Promise<void> {
  const abort = new AbortController();
  const response = await fetch(new URL('/api/stream', open.url), { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  work();
  for (let text = ''; !text.includes('data: changed'); ) {
    const read = await reader?.read();
    if (!read || read.done) throw new Error('the stream ended before it told of the change');
    text += read.value;
  }
  abort.abort();
}

describe('content preview', () => {
  it('serves its page with rules that let nothing in from elsewhere', async () => {
    const page = await fetch(open.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<script type="module" src="/page.js">');
    for (const [path, word] of [
      ['/page.js', 'EventSource'],
      ['/page.css', '.cards'],
    ] as const) {
      expect(await (await fetch(new URL(path, open.url))).text()).toContain(word);
    }
  });

  it('lists every term and question with its place', async () => {
    const lines = await get<EntryLine[]>('/api/entries');
    expect(lines.filter(({ kind }) => kind !== 'rest')).toMatchObject([
      { key: 'term:tiny/smtp', title: 'SMTP', place: `${TERMS}:1` },
      { key: 'term:tiny/imap' },
      { key: 'question:tiny/q', place: 'packs/tiny/questions/mail.yaml:1' },
    ]);
  });

  it('draws the cards of a term and of a question', async () => {
    const term = await entry('term:tiny/smtp');
    expect(term.cards[0]).toMatchObject({ label: 'as it opens', most: 4000 });
    expect(term.cards[0]?.html).toContain('A thing that a learner has to know');
    const question = await entry('question:tiny/q');
    expect(question.cards[0]?.html).toContain('a clerk at a bakery');
    expect(question.cards[0]?.html).toContain('First');
    expect(question.cards.map(({ html }) => html).join()).not.toContain('xxxx');
  });

  it('escapes what an author wrote', async () => {
    const text = (packFiles()[TERMS] ?? '').replace('Remember it.', "'<img src=x onerror=alert(1)>'");
    await changeAfter(() => write(TERMS, text));
    const html = (await entry('term:tiny/smtp')).cards[0]?.html ?? '';
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img src=x');
  });

  it('tells its pages of a save and shows the finding beside the entry', async () => {
    const path = 'packs/tiny/questions/mail.yaml';
    const text = packFiles()[path] ?? '';
    await changeAfter(() => write(path, text.replace('text: POP3', 'text: imap')));
    const { findings, line } = await entry('question:tiny/q');
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'error', rule: 'S1', message: 'two options say "imap"' }),
    );
    expect(line.errors).toBeGreaterThan(0);
  });

  it('keeps the findings of what cannot be read, without a card', async () => {
    await changeAfter(() => appendFileSync(join(contentDir, TERMS), '- id: half\n  name: Half\n'));
    const { findings, cards } = await entry('rest');
    expect(findings.map(({ rule }) => rule)).toContain('schema');
    expect(cards).toEqual([]);
    expect((await fetch(new URL('/api/entry?key=term:tiny/half', open.url))).status).toBe(404);
  });

  it('answers its own page alone, and changes nothing', async () => {
    const { host, origin } = new URL(open.url);
    expect(await statusOf({ host })).toBe(200);
    expect(await statusOf({ host: 'evil.example' })).toBe(403);
    expect(await statusOf({ host, origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf({ host, origin, 'content-type': 'application/json' }, 'POST')).toBe(405);
    expect(await statusOf({ host, origin }, 'DELETE')).toBe(403);
  });

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(open.url).port);
    await expect(startPreview({ contentDir, port })).rejects.toThrow(/EADDRINUSE/);
  });
});
