import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import {
  ANN,
  answer,
  answerAll,
  answerDaily,
  BEN,
  fileStore,
  GUILD,
  postDaily,
  questions,
  seen,
  startQuiz,
} from './fixture.ts';

/** Does everything that leaves a trace of a member. */
function leaveTraces(store: Store, userId: string, dailyId: number): void {
  seen(store, userId, `member ${userId}`);
  store.setMemberZone({ userId, zone: 'Europe/Berlin', at: 1 });
  store.keepTerm(userId, 'core1/smtp', 1);
  store.reportItem({
    userId,
    itemId: 'core1/q1',
    revision: 1,
    reason: `says ${userId}`,
    guildId: GUILD,
    at: 1,
  });
  answerAll(store, startQuiz(store, { userId }));
  answer(store, startQuiz(store, { userId, items: questions(3, 9) }), 0);
  answerDaily(store, dailyId, userId, { correct: userId === BEN });
}

/** Tables that hold the text anywhere. */
function tablesWith(path: string, text: string): string[] {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  const found = tables.filter((table) =>
    db
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .some((row) => JSON.stringify(row).includes(text)),
  );
  db.close();
  return found;
}

function twoMembers() {
  const { store, path } = fileStore();
  const dailyId = postDaily(store, '2026-11-23');
  for (const userId of [ANN, BEN]) leaveTraces(store, userId, dailyId);
  return { store, path, dailyId };
}

describe('exportMember', () => {
  it('holds every row of the member, and no row of anybody else', () => {
    const { store } = twoMembers();
    const held = store.exportMember(ANN);
    expect(held.member.zone).toBe('Europe/Berlin');
    expect(held.guilds).toHaveLength(1);
    expect(held.sessions).toHaveLength(2);
    expect(held.answers).toHaveLength(5);
    expect(held.points).toHaveLength(5);
    expect(held.streakEvents).toHaveLength(2);
    expect(held.keptTerms).toEqual([{ termId: 'core1/smtp', keptAt: 1 }]);
    expect(held.reports).toHaveLength(1);
    const text = JSON.stringify(held);
    expect(text).not.toContain(BEN);
    expect(JSON.parse(text)).toEqual(held);
  });
});

describe('deleteMember', () => {
  it('leaves no row of the member in any table, and all of the other one', () => {
    const { store, path } = twoMembers();
    const before = store.exportMember(BEN);
    expect(tablesWith(path, ANN)).toEqual(
      expect.arrayContaining(['answers', 'members', 'points', 'sessions']),
    );
    store.deleteMember(ANN);
    expect(tablesWith(path, ANN)).toEqual([]);
    expect(store.exportMember(BEN)).toEqual(before);
    expect(store.verify()).toEqual([]);
  });

  it('keeps the numbers of a daily question that everybody has seen', () => {
    const { store, dailyId } = twoMembers();
    const before = store.dailySplit(dailyId);
    store.deleteMember(ANN);
    expect(store.dailySplit(dailyId)).toEqual(before);
    store.deleteMember(BEN);
    expect(store.dailySplit(dailyId)).toEqual(before);
    expect(store.dailyAnswerers(dailyId)).toEqual([]);
  });

  it('lets the member begin anew', () => {
    const { store } = twoMembers();
    store.deleteMember(ANN);
    store.deleteMember(ANN);
    answerAll(store, startQuiz(store));
    expect(store.answersOf(ANN)).toHaveLength(3);
  });

  it('closes the log again', () => {
    const { store, path } = twoMembers();
    store.deleteMember(ANN);
    const raw = new Database(path);
    expect(() => raw.exec('DELETE FROM answers')).toThrow('the answer log is append-only');
    raw.close();
  });
});
