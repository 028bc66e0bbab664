/** Presses that no card asked for: doubled, foreign, forged, late, or about questions that are gone. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actions } from '../../src/discord/actions.ts';
import type { Person, StoredMessage } from '../../src/local-discord/index.ts';
import { DAY, HOUR, sharedHall } from './support/hall.ts';
import { answer, READING_MS, split } from './support/quiz.ts';
import { idOf, press, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { study } = hall;
const quiz = (who: Person, options = {}) => seen(who.command(study, 'quiz', options));
const rows = (who: Person) => hall.store.answersOf(who.id);

/** Changes a row behind Sensei's back, as a moderator of the database or another version might have. */
function meddle(sql: string, ...values: readonly string[]): void {
  const db = new Database(hall.databasePath);
  db.prepare(sql).run(...values);
  db.close();
}

test('two presses in the same millisecond: one answer, and both are told the same', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 3, difficulty: 1 });
  hall.pass(READING_MS);
  const { right, wrong } = split(hall, message);
  const pressed = await Promise.all([
    press(who, message, right[0] ?? ''),
    press(who, message, wrong[0] ?? ''),
  ]);
  const texts = await Promise.all(pressed.map(async (one) => textOf(await seen(Promise.resolve(one)))));
  expect(rows(who)).toMatchObject([{ correct: true }]);
  for (const text of texts) expect(text).toMatch(/✅ Right/);
  expect(texts.join()).toContain('was answered already');
});

test('two quizzes in the same millisecond: one is open, the other offers to go on', async () => {
  const who = hall.member();
  const texts = (await Promise.all([quiz(who), quiz(who)])).map(textOf);
  expect(texts.filter((text) => text.includes('You have a quiz open'))).toHaveLength(1);
  expect(hall.store.openSession(who.id)?.items).toHaveLength(10);
});

test('two answers to the daily question in the same millisecond: one counts', async () => {
  await hall.admin.command(study, 'setup', { channel: hall.daily, time: '09:00', zone: 'UTC' });
  await hall.passAndTick(HOUR);
  const card = hall.publicIn(hall.daily).at(-1);
  if (!card) throw new Error('nothing was posted');
  const who = hall.member();
  await Promise.all(['A', 'B', 'C', 'D'].map((letter) => press(who, card, letter)));
  expect(rows(who)).toHaveLength(1);
});

test('the same press again and again: the first answer stands', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 2 });
  await answer(hall, who, message);
  for (let n = 0; n < 3; n += 1) {
    const again = await seen(who.forge(message.id, idOf(message, /^quiz\.(answer|submit)/)));
    expect(textOf(again)).toContain('Question 1 was answered already');
  }
  expect(rows(who)).toHaveLength(1);
});

test('a stranger’s press on somebody’s quiz changes nothing', async () => {
  const [who, stranger] = [hall.member(), hall.member()];
  const message = await quiz(who, { questions: 2 });
  const seat = await seen(stranger.command(study, 'help'));
  const ids = JSON.stringify(message.components).match(/quiz\.[a-z]+\|1[^"]*/g) ?? [];
  expect(ids.length).toBeGreaterThan(4);
  for (const id of [...ids, idOf(message, 'quiz.leave').replace('leave', 'missed')]) {
    const told = await seen(stranger.forge(seat.id, id, ['0']));
    expect([id, textOf(told)]).toEqual([id, expect.stringContaining('belong to somebody else')]);
  }
  expect(hall.store.openSession(who.id)?.items.every((item) => item.confidence === null)).toBe(true);
  expect([...rows(who), ...rows(stranger)]).toEqual([]);
});

test('a quiz that is gone is over, kindly', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 2 });
  await tap(who, await tap(who, await seen(who.command(study, 'me')), 'Delete my data'), 'Delete all of it');
  for (const wanted of [/^quiz\.(answer|select)/, 'quiz.sure', 'quiz.leave', 'quiz.go']) {
    const id =
      wanted === 'quiz.go' ? idOf(message, 'quiz.leave').replace('leave', 'go') : idOf(message, wanted);
    const told = await seen(who.forge(message.id, id, ['0']));
    expect(textOf(told)).toContain('This quiz is over');
  }
});

test('a question that was revised or withdrawn makes way for the next', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 3 });
  const session = hall.store.openSession(who.id)?.id ?? '';
  meddle('UPDATE session_items SET revision = 99 WHERE session_id = ? AND position = 0', session);
  const next = await seen(who.forge(message.id, idOf(message, /^quiz\.(answer|submit)/)));
  expect(textOf(next)).toContain('2 of 3');
  expect(rows(who)).toEqual([]);
  meddle(`UPDATE session_items SET item_id = 'mini/withdrawn' WHERE session_id = ?`, session);
  const over = await seen(who.forge(next.id, idOf(next, /^quiz\.(answer|submit)/)));
  expect(textOf(over)).toMatch(/Nothing was recorded|over/);
});

test('an answer to a daily question that is not on record is told so', async () => {
  const seat = await seen(hall.mia.command(study, 'help'));
  expect(textOf(await seen(hall.mia.forge(seat.id, 'daily.answer|1|zz|0')))).toContain('no longer on record');
});

test('buttons work after a month, and on cards whose message is old', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 2 });
  const card = await seen(who.command(study, 'term', { query: 'smtp' }));
  hall.pass(31 * DAY);
  expect(textOf(await answer(hall, who, message))).toMatch(/✅ Right/);
  expect(textOf(await tap(who, card, 'Related'))).toContain('IMAP');
});

const words = fc.constantFrom(...Object.values(actions).map(({ name }) => name));
const part = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    '1e9',
    'none',
    'yes',
    'null',
    '__proto__',
    '9'.repeat(30),
    'mini/smtp',
    '🔥',
  ),
);
const customId = fc
  .tuple(words, fc.constantFrom('0', '1', '2', 'x'), fc.array(part, { maxLength: 5 }))
  .map(([name, version, parts]) => [name, version, ...parts].join('|').slice(0, 100));

test('forged custom IDs are answered kindly and change nothing', async () => {
  const who = hall.member();
  const seat: StoredMessage = await seen(who.command(study, 'help'));
  const harmless = fc.oneof(customId, fc.string({ minLength: 1, maxLength: 100 }));
  await fc.assert(
    fc.asyncProperty(
      harmless,
      fc.option(fc.array(fc.string({ maxLength: 20 }), { maxLength: 2 })),
      async (id, values) => {
        const outcome = await who.forge(seat.id, id, values ?? undefined);
        expect([id, outcome.kind]).not.toEqual([id, 'failed']);
      },
    ),
    { numRuns: 120 },
  );
  expect(rows(who)).toEqual([]);
  expect(hall.store.verify()).toEqual([]);
});

test('an interaction that comes late is answered all the same, and its instant is the press', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 1, difficulty: 1 });
  hall.pass(HOUR);
  const at = hall.now;
  const pressed = press(who, message, /^quiz\.answer/);
  hall.pass(2_000);
  expect((await pressed).kind).toBe('updated');
  expect(rows(who).map((row) => row.at)).toEqual([at]);
});
