/** Content that is dropped in, taken out and broken. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../src/sensei.ts';
import { type Files, packFiles } from '../curriculum/content-folder.ts';
import { dailyHall, inDaily, newest } from './support/daily.ts';
import { FIXTURES, HOUR, ownHall } from './support/hall.ts';
import { itemOn } from './support/quiz.ts';
import { has, offersOf, pick, seen, tap, textOf } from './support/screen.ts';

/** A content folder with the fixture's pack and these files beside it. */
function contentWith(files: Files): string {
  const contentDir = mkdtempSync(join(tmpdir(), 'sensei-content-'));
  onTestFinished(() => rmSync(contentDir, { recursive: true, force: true }));
  cpSync(join(FIXTURES, 'packs'), join(contentDir, 'packs'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  }
  return contentDir;
}

test('a second pack is a folder dropped in: its terms are found, its outline chosen, its questions asked', async () => {
  const hall = await ownHall({ contentDir: contentWith(packFiles('zz-tiny')) });
  const { mia, admin, study } = hall;
  const terms = await mia.autocomplete(study, 'term', { query: 'imap' }, 'query');
  expect(terms.map(({ value }) => value)).toEqual(expect.arrayContaining(['mini/imap', 'tiny/imap']));
  const both = await seen(mia.command(study, 'term', { query: 'smtp' }));
  expect(offersOf(both, 'term.choose').sort()).toEqual(['mini/smtp', 'tiny/smtp']);
  expect(textOf(await pick(mia, both, 'term.choose', 'tiny/smtp'))).toContain('Tiny · tiny-1 1.1');

  const me = await seen(mia.command(study, 'me'));
  expect(textOf(await pick(mia, me, 'me.exam', 'tiny-1'))).toContain('Exam: **Tiny (tiny-1)**');
  const question = await seen(mia.command(study, 'quiz', { questions: 1 }));
  expect(itemOn(hall, question).pack).toBe('tiny');
  expect(textOf(await seen(mia.command(study, 'guide')))).toContain('Mail in five minutes');

  const setup = { channel: hall.daily, time: '09:00', zone: 'UTC', exam: 'tiny-1' };
  await admin.command(study, 'setup', setup);
  await hall.passAndTick(HOUR);
  expect(itemOn(hall, newest(hall)).pack).toBe('tiny');
  expect(textOf(await seen(mia.command(study, 'help')))).toContain('10 terms, 16 questions');
});

test('what is broken is named with file and line, and nothing starts', async () => {
  const contentDir = contentWith({ 'packs/mail-room/questions/more.yaml': '- id: broken\n  kind: single\n' });
  const hall = await ownHall({ empty: true });
  const starting = hall.start({ contentDir });
  await expect(starting).rejects.toThrow(StartError);
  await expect(starting).rejects.toThrow(/packs\/mail-room\/questions\/more\.yaml:1/);
});

test('a term that left the glossary is missed kindly', async () => {
  const hall = await ownHall({ contentDir: contentWith(packFiles('zz-tiny')) });
  const card = await seen(hall.mia.command(hall.study, 'term', { query: 'tiny/smtp' }));
  await tap(hall.mia, card, 'term.keep');
  await hall.restart();
  for (const wanted of ['Related', 'term.test', 'term.keep'])
    expect(textOf(await tap(hall.mia, card, wanted))).toContain('no longer in the glossary');
  const kept = await seen(hall.mia.command(hall.study, 'quiz', { topic: 'kept' }));
  expect(has(kept, /^quiz\.answer/)).toBe(false);
});

test('a restart on the same database: nothing is registered again, and every button goes on', async () => {
  const hall = await dailyHall();
  await hall.passAndTick(HOUR);
  const question = await seen(hall.mia.command(hall.study, 'quiz', { questions: 2 }));
  await hall.restart();
  const puts = hall.discord.requests.filter(({ method }) => method === 'PUT');
  expect(puts).toHaveLength(1);
  expect(textOf(await tap(hall.mia, question, 'Sure'))).toContain('1 of 2');
  await hall.passAndTick(HOUR);
  expect(inDaily(hall)).toHaveLength(1);
});
