import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import {
  ANN,
  answerAll,
  answerDaily,
  BEN,
  GUILD,
  memoryStore,
  postDaily,
  questions,
  seen,
  startQuiz,
  utc,
} from './fixture.ts';

const EVE = '300000000000000003';
const TODAY = '2026-11-23' as CivilDate;

function studied() {
  const store = memoryStore();
  seen(store, ANN, 'Ann');
  seen(store, BEN, 'Ben');
  seen(store, EVE, 'Eve');
  const dailyId = postDaily(store, TODAY);
  answerDaily(store, dailyId, ANN);
  answerDaily(store, dailyId, BEN, { correct: false });
  answerAll(store, startQuiz(store, { items: questions(2) }), { at: utc('2026-11-24 10:00') });
  return store;
}

describe('boardRows', () => {
  it('counts points, days and first attempts of the span', () => {
    const store = studied();
    expect(store.boardRows(GUILD, null, 1e15)).toEqual([
      {
        userId: ANN,
        displayName: 'Ann',
        points: 19,
        studyDays: 2,
        answered: 3,
        firstAttempts: 3,
        firstRight: 3,
      },
      {
        userId: BEN,
        displayName: 'Ben',
        points: 10,
        studyDays: 1,
        answered: 1,
        firstAttempts: 1,
        firstRight: 0,
      },
    ]);
    const second = store.boardRows(GUILD, utc('2026-11-24 00:00'), utc('2026-11-25 00:00'));
    expect(second.map(({ points }) => points)).toEqual([4]);
  });

  it('leaves out who stays off boards, who left, and what was done elsewhere', () => {
    const store = studied();
    store.setVisibility(ANN, { onBoards: false });
    store.memberLeft(GUILD, BEN, utc('2026-11-25 00:00'));
    answerAll(store, startQuiz(store, { userId: EVE, guildId: '1' }));
    expect(store.boardRows(GUILD, null, 1e15)).toEqual([]);
  });
});

describe('groupGoal', () => {
  it('counts who answered on the date among those active in the last thirty days', () => {
    const store = studied();
    const now = utc('2026-11-24 12:00');
    expect(store.groupGoal(GUILD, TODAY, now)).toEqual({ answered: 2, members: 2 });
    expect(store.groupGoal(GUILD, '2026-11-24' as CivilDate, now)).toEqual({ answered: 1, members: 2 });
    expect(store.groupGoal(GUILD, TODAY, now + 30 * 86_400_000)).toEqual({ answered: 0, members: 0 });
  });

  it('counts one who stays off boards, since it names nobody', () => {
    const store = studied();
    store.setVisibility(ANN, { onBoards: false });
    expect(store.groupGoal(GUILD, TODAY, utc('2026-11-24 12:00')).members).toBe(2);
  });
});

describe('groupAccuracy', () => {
  it('takes first attempts of the guild by item', () => {
    expect(studied().groupAccuracy(GUILD)).toEqual([
      { itemId: 'core1/d2026-11-23', answered: 2, right: 1 },
      { itemId: 'core1/q0', answered: 1, right: 1 },
      { itemId: 'core1/q1', answered: 1, right: 1 },
    ]);
  });
});
