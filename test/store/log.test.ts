import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ANN, answerAll, answerDaily, fileStore, postDaily, startQuiz } from './fixture.ts';

function filledFile(): { path: string; raw: Database.Database; verify: () => unknown[] } {
  const { store, path } = fileStore();
  answerAll(store, startQuiz(store));
  answerDaily(store, postDaily(store, '2026-11-23'), ANN);
  const raw = new Database(path);
  raw.pragma('recursive_triggers = ON');
  return { path, raw, verify: () => store.verify() };
}

describe('the answer log', () => {
  it.each([
    ['an update', 'UPDATE answers SET correct = 0'],
    ['a deletion', 'DELETE FROM answers WHERE id = 1'],
    ['a replacement', 'REPLACE INTO answers SELECT * FROM answers WHERE id = 1'],
  ])('refuses %s', (_, sql) => {
    const { raw } = filledFile();
    expect(() => raw.exec(sql)).toThrow('the answer log is append-only');
    expect(raw.prepare('SELECT count(*) FROM answers').pluck().get()).toBe(4);
    raw.close();
  });

  it('refuses a second first attempt and a second answer to a question', () => {
    const { raw } = filledFile();
    raw.exec('CREATE TEMP TABLE again AS SELECT * FROM answers WHERE id = 1');
    raw.exec(`UPDATE again SET id = 99, interaction_id = 'x'`);
    expect(() => raw.exec('INSERT INTO answers SELECT * FROM again')).toThrow(/UNIQUE/);
    raw.close();
  });
});

describe('verify', () => {
  it('finds nothing in a sound database', () => {
    const { raw, verify } = filledFile();
    expect(verify()).toEqual([]);
    raw.close();
  });

  it.each([
    ['points that were raised', 'UPDATE points SET points = points + 1 WHERE answer_id = 2', 'points', 2],
    ['points that are missing', 'DELETE FROM points WHERE answer_id = 3', 'points', 3],
    ['a study day that is missing', `DELETE FROM study_events WHERE kind = 'daily'`, 'study_events', 4],
    [
      'a study day that was moved',
      `UPDATE study_events SET local_date = '2020-01-01' WHERE kind = 'set'`,
      'study_events',
      3,
    ],
    [
      'a study day out of thin air',
      `INSERT INTO study_events VALUES (1, '${ANN}', 'set', 1, 'Etc/UTC', '1970-01-01')`,
      'study_events',
      1,
    ],
  ])('finds %s', (_, sql, table, answerId) => {
    const { raw, verify } = filledFile();
    raw.exec(sql);
    expect(verify()).toMatchObject([{ table, answerId }]);
    raw.close();
  });
});
