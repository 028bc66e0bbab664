import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { registerContentCommands } from '../../src/curriculum/cli.ts';
import { type Files, packFiles, withContent } from './content-folder.ts';
import { single } from './curriculum-of.ts';

/** Arguments that name the folder. */
type Arguments = (contentDir: string) => string[];

const PACK = new URL('../../data/packs/comptia-a-plus-core-1/pack.yaml', import.meta.url);

/** Runs one command on a content folder; what it wrote, and the exit code that it asked for. */
function run(files: Files, ...asked: readonly (string | Arguments)[]): { output: string; code: number } {
  return withContent(files, (contentDir) =>
    runIn(contentDir, ...asked.flatMap((part) => (typeof part === 'string' ? part : part(contentDir)))),
  );
}

/** The same on a folder that lies there already. */
function runIn(contentDir: string, ...args: readonly string[]): { output: string; code: number } {
  let output = '';
  const program = new Command();
  registerContentCommands(program, () => contentDir, { write: (text) => (output += text) });
  everyCommand(program).forEach((command) => {
    command.exitOverride().configureOutput({ writeErr: (text) => (output += text) });
  });
  try {
    program.parse(['content', ...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    return { output, code: Number(error.exitCode) };
  }
  return { output, code: Number(process.exitCode ?? 0) };
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

afterEach(() => {
  process.exitCode = 0;
});

describe('sensei content', () => {
  it('check passes on sound content', () => {
    const { output, code } = run(packFiles(), 'check', '--errors');
    expect(output).toContain('Nothing to complain about.');
    expect(code).toBe(0);
  });

  it('check fails with file, line and advice', () => {
    const files = packFiles();
    const path = 'packs/tiny/questions/mail.yaml';
    const broken = { ...files, [path]: (files[path] ?? '').replace('text: POP3', 'text: imap') };
    const { output, code } = run(broken, 'check', '--figures');
    expect(output).toContain(`${path}:1  error S1\n  q: two options say "imap"`);
    expect(output).toContain('key is the longest of four options');
    expect(code).toBe(1);
  });

  it('check runs the content rules even where a file does not load', () => {
    const files = packFiles();
    const terms = (files['packs/tiny/terms/mail.yaml'] ?? '').replace('sensei:', 'sensie:');
    const questions = (files['packs/tiny/questions/mail.yaml'] ?? '').replace('text: POP3', 'text: imap');
    const broken = {
      ...files,
      'packs/tiny/terms/mail.yaml': terms,
      'packs/tiny/questions/mail.yaml': questions,
    };
    const { output } = run(broken, 'check');
    expect(output).toContain('error schema');
    expect(output).toContain('error S1');
  });

  it('check compares with texts from elsewhere', () => {
    const files = {
      ...packFiles(),
      'elsewhere.txt': 'A clerk at a bakery reads new mail, while each letter waits.',
    };
    const compare = (name: string) =>
      run(files, (contentDir) => ['check', '--errors', '--against', join(contentDir, name)]);
    expect(compare('elsewhere.txt').output).toMatch(/error X1\n {2}q: 11 words in a row stand in /);
    expect(compare('nowhere.txt').output).toContain('cannot read');
  });

  it('stats lists the topics that nothing covers', () => {
    const outline = readFileSync(PACK, 'utf8');
    const files = { ...packFiles(), 'packs/core/pack.yaml': outline };
    expect(run(files, 'stats', '--topics').output).toMatch(/^220-1201 .*\n1\.1 +battery +0 +0$/m);
  });

  it('stats prints the counts', () => {
    expect(run(packFiles(), 'stats').output).toContain('tiny: 2 terms, 1 questions, 1 guides');
  });

  it('export prints the pack with bare ids and the agreed field names', () => {
    const document: unknown = JSON.parse(run(packFiles(), 'export', '--format', 'json').output);
    expect(document).toMatchObject({
      pack: 'tiny',
      objectives: [
        { id: 'tiny-1/1.1', title: 'One', weight: 0.6 },
        { id: 'tiny-1/2.1', title: 'Two', weight: 0.4 },
      ],
      terms: [
        { id: 'smtp', related: ['imap'], guides: ['mail'], faqs: [{ question: 'Why?', answer: 'So.' }, {}] },
        { id: 'imap' },
      ],
      questions: [
        {
          id: 'q',
          kind: 'single',
          difficulty: 2,
          terms: ['smtp'],
          options: [{ text: 'SMTP', correct: true }, {}, {}, {}],
        },
      ],
      guides: [{ id: 'mail', kind: 'study-guide', minutes: 5, body: '# Mail\n\nIt travels by **SMTP**.' }],
    });
  });

  it('export asks which pack is meant, and refuses one that is not there', () => {
    const { output, code } = run(packFiles(), 'export', '--pack', 'other');
    expect(output).toContain('there is no pack "other"; there is tiny');
    expect(code).toBe(1);
  });

  it('review writes sheets, marks the answers, keeps them, and asks only for what is left', () => {
    const files = packFiles();
    const out = mkdtempSync(join(tmpdir(), 'sensei-sheets-'));
    try {
      const seen = withContent(files, (contentDir) => {
        const first = runIn(contentDir, 'review', 'sheet', '--out', out);
        const sheet = readFileSync(join(out, 'sheet-1.md'), 'utf8');
        const [, digest] = /^## ([0-9a-f]{8}) /.exec(sheet) ?? [];
        const [, letter] = /^([A-D])\) SMTP$/m.exec(sheet) ?? [];
        writeFileSync(join(out, 'answers.txt'), `${digest}: ${letter}\n`);
        const marked = runIn(contentDir, 'review', 'mark', join(out, 'answers.txt'), '--save');
        const again = runIn(contentDir, 'review', 'sheet', '--out', out);
        const blind = runIn(contentDir, 'review', 'sheet', '--out', out, '--options-only');
        const figures = runIn(contentDir, 'check', '--figures');
        return { first, marked, again, blind, figures };
      });
      expect(seen.first.output).toBe(`1 question on 1 sheet in ${out}\n`);
      expect(seen.marked.output).toContain('1 of 1 answers agree with the key: 100.0 %');
      expect(seen.again.output).toContain('0 questions on 0 sheets');
      expect(seen.blind.output).toContain('1 question on 1 sheet');
      expect(seen.figures.output).toMatch(/answered as they stand +100\.0 %/);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });

  it('review sheet draws another sample with another seed, and the same with the same', () => {
    const objectives = ['tiny-1/1.1'];
    const many = Array.from({ length: 20 }, (_, index) =>
      single({ id: `q${index}`, stem: `Case ${index}?`, objectives }),
    );
    const out = mkdtempSync(join(tmpdir(), 'sensei-sheets-'));
    const drawn = (contentDir: string, seed: string): string => {
      runIn(contentDir, 'review', 'sheet', '--out', out, '--take', '5', '--seed', seed);
      return readFileSync(join(out, 'sheet-1.md'), 'utf8');
    };
    try {
      const files = { ...packFiles(), 'packs/tiny/questions/mail.yaml': stringify(many) };
      withContent(files, (contentDir) => {
        const first = drawn(contentDir, 'one');
        expect(first.match(/^## /gm)).toHaveLength(5);
        expect(drawn(contentDir, 'one')).toBe(first);
        expect(drawn(contentDir, 'two')).not.toBe(first);
      });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });

  it('review mark says which file it cannot read', () => {
    const { output, code } = run(packFiles(), 'review', 'mark', 'no-such-answers.txt');
    expect(output).toContain('cannot read no-such-answers.txt');
    expect(code).toBe(1);
  });
});
