/** `/me`: one's own settings and data. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Person, StoredMessage } from '../../src/local-discord/index.ts';
import { DAY, sharedHall } from './support/hall.ts';
import { walk } from './support/quiz.ts';
import { formOf, press, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { study } = hall;
const me = async (who: Person, options = {}) => textOf(await seen(who.command(study, 'me', options)));
const settings = (who: Person) => hall.store.member(who.id);

test('a time zone is found by its city, set, and then fixed for a week', async () => {
  const who = hall.member();
  const offered = await who.autocomplete(study, 'me', { zone: 'kathm' }, 'zone');
  expect(offered[0]).toMatchObject({ value: 'Asia/Kathmandu' });
  expect(offered[0]?.name).toContain('05:45');
  expect(await me(who, { zone: 'Asia/Kathmandu' })).toContain('counted in **Asia/Kathmandu**');
  hall.pass(3 * DAY);
  expect(await me(who, { zone: 'New York' })).toMatch(/once in seven days.*<t:\d+:R>/);
  expect(settings(who).zone).toBe('Asia/Kathmandu');
  hall.pass(4 * DAY);
  expect(await me(who, { zone: 'New York' })).toContain('America/New York');
  expect(settings(who).zone).toBe('America/New_York');
});

test.each([
  [{ zone: 'Atlantis' }, 'I know no time zone **Atlantis**'],
  [{ zone: 'EST' }, 'I know no time zone **EST**'],
  [{ exam_date: '15/3/2027' }, '`2027-03-15`'],
  [{ exam_date: '2027-02-30' }, '`2027-03-15`'],
  [{ exam_date: '2020-01-01' }, 'That date has passed'],
  [{ zone: 'Europe/Paris', exam_date: 'soon' }, '`2027-03-15`'],
])('%j changes nothing and says what to type', async (options, line) => {
  const who = hall.member();
  expect(await me(who, options)).toContain(line);
  expect(settings(who)).toMatchObject({ zone: null, examDate: null });
});

test('an exam date is kept, shown and removed', async () => {
  const who = hall.member();
  expect(await me(who, { exam_date: '2027-03-15' })).toContain('Exam date: **2027-03-15**');
  expect(textOf(await seen(who.command(study, 'progress')))).toMatch(/Exam on 2027-03-15: \d+ days to go/);
  expect(await me(who, { exam_date: 'none' })).toContain('Exam date: not set');
});

test('the form sets both; a wrong one changes nothing', async () => {
  const who = hall.member();
  const panel = await seen(who.command(study, 'me'));
  const form = await formOf(press(who, panel, 'me.form'));
  const saved = await seen(who.submit(form, { zone: 'Asia/Tokyo', date: '2027-01-31' }));
  expect(saved.id).toBe(panel.id);
  expect(settings(who)).toMatchObject({ zone: 'Asia/Tokyo', examDate: '2027-01-31' });
  const again = await formOf(press(who, saved, 'me.form'));
  const wrong = await seen(who.submit(again, { zone: 'Asia/Tokyo', date: '31.1.' }));
  expect(textOf(wrong)).toContain('`2027-03-15`');
  expect(settings(who)).toMatchObject({ zone: 'Asia/Tokyo', examDate: '2027-01-31' });
});

test('exam, boards and progress are switched in place', async () => {
  const who = hall.member();
  const panel = await seen(who.command(study, 'me'));
  const exam = await seen(who.select(panel.id, 'me.exam|1', ['mini-0']));
  expect(textOf(exam)).toContain('Exam: **Mail room (mini-0)**.');
  const hidden = await tap(who, exam, 'Stay off boards');
  expect(textOf(hidden)).toContain('you stay off them');
  const open = await tap(who, hidden, 'Let others see my progress');
  expect(settings(who)).toMatchObject({ outline: 'mini-0', onBoards: false, progressOpen: true });
  const back = await tap(who, await tap(who, open, 'Keep my progress private'), 'Show me on boards');
  expect(textOf(back)).toContain('only you see it');
  expect(settings(who)).toMatchObject({ onBoards: true, progressOpen: false });
});

/** A member who has left something of every kind. */
async function busyMember(): Promise<Person> {
  const who = hall.member();
  await me(who, { zone: 'Europe/Paris', exam_date: '2027-03-15' });
  const first = await seen(who.command(study, 'quiz', { questions: 3 }));
  const form = await formOf(press(who, first, 'item.report'));
  await who.submit(form, { reason: 'A stale fact.' });
  await walk(hall, who, first, (n) => n > 0);
  await tap(who, await seen(who.command(study, 'term', { query: 'raid', share: false })), 'term.keep');
  return who;
}

async function fileOf(message: StoredMessage): Promise<string> {
  const [file] = message.attachments;
  if (!file) throw new Error('no file came');
  return (await fetch(file.url)).text();
}

test('the export is a file of JSON with all that is held', async () => {
  const who = await busyMember();
  const exported = await tap(who, await seen(who.command(study, 'me')), 'me.export');
  const data = JSON.parse(await fileOf(exported)) as Record<string, unknown>;
  expect(data).toMatchObject({
    member: { userId: who.id, zone: 'Europe/Paris', examDate: '2027-03-15' },
    guilds: [{ guildId: hall.guild.id, displayName: who.username }],
    keptTerms: [{ termId: 'mini/raid' }],
    reports: [{ reason: 'A stale fact.' }],
    streakEvents: [{ by: 'set' }],
  });
  expect(data.answers).toHaveLength(3);
  expect(data.points).toHaveLength(3);
  expect(data.sessions).toHaveLength(1);
});

/** In how many rows of which tables somebody's id stands. */
function tracesOf(who: Person): Record<string, number> {
  const db = new Database(hall.databasePath, { readonly: true });
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
  const found = tables.map((table): [string, number] => {
    const rows = db.prepare(`SELECT * FROM "${table}"`).all();
    return [table, rows.filter((row) => JSON.stringify(row).includes(who.id)).length];
  });
  db.close();
  return Object.fromEntries(found.filter(([, rows]) => rows > 0));
}

test('deletion is asked first; then nothing is left', async () => {
  const who = await busyMember();
  const other = await busyMember();
  const asked = await tap(who, await seen(who.command(study, 'me')), 'Delete my data');
  expect(textOf(asked)).toContain('It cannot be undone');
  expect(textOf(await tap(who, asked, 'Keep it'))).toContain('Nothing was deleted');
  expect(hall.store.answersOf(who.id)).toHaveLength(3);

  const again = await tap(who, await seen(who.command(study, 'me')), 'Delete my data');
  expect(tracesOf(who)).toMatchObject({ answers: 3, reports: 1, kept_terms: 1, sessions: 1 });
  expect(textOf(await tap(who, again, 'Delete all of it'))).toContain('I hold nothing about you any more');
  expect(tracesOf(who)).toEqual({});
  expect(hall.store.answersOf(other.id)).toHaveLength(3);
  expect(hall.store.verify()).toEqual([]);
});
