import { describe, expect, it } from 'vitest';
import { ANN, answer, answerAll, BEN, GUILD, memoryStore, questions, startQuiz } from './fixture.ts';

describe('startSession', () => {
  it('gives back the open session instead of a second one', () => {
    const store = memoryStore();
    const first = startQuiz(store);
    const second = store.startSession({ ...first, items: questions(5, 50), at: 2_000 });
    expect(second).toEqual({ kind: 'open', session: first });
    expect(store.openSession(ANN)?.id).toBe(first.id);
  });

  it('leaves the open one first when asked to replace it', () => {
    const store = memoryStore();
    const first = startQuiz(store);
    const second = startQuiz(store, { replace: true, at: 2_000 });
    expect(store.session(first.id)).toMatchObject({ state: 'left', endedAt: 2_000 });
    expect(store.openSession(ANN)?.id).toBe(second.id);
  });

  it('has an id that fits in a custom ID', () => {
    expect(startQuiz(memoryStore()).id).toMatch(/^[a-z0-9]{1,13}$/);
  });
});

describe('before the answer', () => {
  it('keeps confidence, selection and the first showing', () => {
    const store = memoryStore();
    const { id } = startQuiz(store);
    const place = { sessionId: id, userId: ANN, position: 1 };
    store.showItem({ ...place, at: 5_000 });
    store.showItem({ ...place, at: 6_000 });
    store.setConfidence({ ...place, confidence: 'sure' });
    const marked = store.setSelection({ ...place, selection: [4, 1, 4] });
    expect(marked.kind).toBe('set');
    expect(store.session(id)?.items[1]).toMatchObject({
      shownAt: 5_000,
      confidence: 'sure',
      selection: [1, 4],
    });
  });

  it('tells a stranger, a missing question and a late tap apart, and changes nothing', () => {
    const store = memoryStore();
    const session = startQuiz(store);
    answer(store, session, 0);
    const before = store.session(session.id);
    const tap = { sessionId: session.id, userId: ANN, position: 0, confidence: 'guess' } as const;
    expect(store.setConfidence(tap).kind).toBe('too-late');
    expect(store.setConfidence({ ...tap, userId: BEN }).kind).toBe('foreign');
    expect(store.setConfidence({ ...tap, position: 9 }).kind).toBe('gone');
    expect(store.setConfidence({ ...tap, sessionId: 'none' }).kind).toBe('gone');
    expect(store.session(session.id)).toEqual(before);
  });
});

describe('recordQuizAnswer', () => {
  it('writes the answer with all that belongs to it', () => {
    const store = memoryStore();
    store.saveGuild({ guildId: GUILD, zone: 'Asia/Kathmandu' });
    const session = startQuiz(store);
    const place = { sessionId: session.id, userId: ANN, position: 0 };
    const at = Date.parse('2026-05-01T18:30:00Z');
    store.showItem({ ...place, at: at - 4_000 });
    store.setConfidence({ ...place, confidence: 'think' });
    const recorded = answer(store, session, 0, { at });
    expect(recorded).toMatchObject({
      kind: 'recorded',
      finished: false,
      answer: {
        userId: ANN,
        itemId: 'core1/q0',
        chosen: [0],
        correct: true,
        confidence: 'think',
        ms: 4_000,
        at,
        zone: 'Asia/Kathmandu',
        localDate: '2026-05-02',
        firstAttempt: true,
        seed: 's0',
        place: 'quiz',
        points: 2,
      },
    });
    expect(store.answersOf(ANN)).toHaveLength(1);
  });

  it('keeps the first of two presses, whatever the second one says', () => {
    const store = memoryStore();
    const session = startQuiz(store);
    const first = answer(store, session, 0, { correct: true, at: 10_000 });
    const second = answer(store, session, 0, { correct: false, at: 10_000 });
    expect(first.kind).toBe('recorded');
    expect(second).toMatchObject({ kind: 'already', answer: { correct: true, chosen: [0] } });
    expect(store.answersOf(ANN)).toHaveLength(1);
  });

  it('takes a redelivered interaction for a repeat', () => {
    const store = memoryStore();
    const session = startQuiz(store);
    answer(store, session, 0, { interactionId: '77' });
    expect(answer(store, session, 1, { interactionId: '77' }).kind).toBe('already');
    expect(store.answersOf(ANN)).toHaveLength(1);
  });

  it('refuses a stranger, an unknown question and a session that is over', () => {
    const store = memoryStore();
    const session = startQuiz(store);
    expect(answer(store, session, 0, { userId: BEN }).kind).toBe('foreign');
    expect(answer(store, session, 3).kind).toBe('gone');
    expect(answer(store, { ...session, id: 'forged' }, 0).kind).toBe('gone');
    store.leaveSession(session.id, ANN, 11_000);
    expect(answer(store, session, 0).kind).toBe('finished');
    expect(store.answersOf(ANN)).toEqual([]);
  });

  it('ends the session with its last answer, in any order, and credits the day once', () => {
    const store = memoryStore();
    const session = startQuiz(store);
    answer(store, session, 2);
    answer(store, session, 0);
    const last = answer(store, session, 1, { at: 20_000 });
    expect(last).toMatchObject({
      kind: 'recorded',
      finished: true,
      session: { state: 'finished', endedAt: 20_000 },
    });
    expect(store.openSession(ANN)).toBeNull();
    expect(store.streakEvents(ANN)).toEqual([
      { kind: 'study', by: 'set', at: 20_000, zone: 'Etc/UTC', date: '1970-01-01' },
    ]);
    answer(store, session, 1);
    expect(store.streakEvents(ANN)).toHaveLength(1);
  });

  it('knows a first attempt from one after a miss and from a repeat', () => {
    const store = memoryStore();
    const rounds = [false, true, true].map((correct, n) => {
      const session = startQuiz(store, { items: questions(1), at: n });
      const given = answer(store, session, 0, { correct });
      return given.kind === 'recorded' && { first: given.answer.firstAttempt, points: given.answer.points };
    });
    expect(rounds).toEqual([
      { first: true, points: 1 },
      { first: false, points: 2 },
      { first: false, points: 0 },
    ]);
    expect([...store.itemHistory(ANN)]).toEqual([
      ['core1/q0', { attempts: 3, firstCorrect: false, lastCorrect: true, lastAt: 10_000 }],
    ]);
  });

  it('brings nothing for a guess faster than reading, and no more than a day’s cap', () => {
    const store = memoryStore();
    const session = startQuiz(store, { items: questions(50) });
    store.showItem({ sessionId: session.id, userId: ANN, position: 0, at: 9_000 });
    expect(answer(store, session, 0, { at: 10_000 })).toMatchObject({ answer: { ms: 1_000, points: 0 } });
    for (let n = 1; n < 50; n += 1) answer(store, session, n);
    expect(store.pointsOf(ANN, { fromMs: null, toMs: 1e15 })).toBe(60);
    expect(store.pointsLedger(ANN).reduce((sum, { points }) => sum + points, 0)).toBe(60);
    expect(store.verify()).toEqual([]);
  });
});

describe('leaving', () => {
  it('credits a set of three answers at the moment of the last, and none of two', () => {
    const store = memoryStore();
    const two = startQuiz(store, { items: questions(5) });
    answer(store, two, 0);
    answer(store, two, 1);
    expect(store.leaveSession(two.id, ANN, 50_000).kind).toBe('ended');
    expect(store.streakEvents(ANN)).toEqual([]);
    const three = startQuiz(store, { items: questions(5, 10) });
    for (const position of [0, 1, 2]) answer(store, three, position);
    store.finishSession(three.id, ANN, 90_000);
    expect(store.streakEvents(ANN)).toMatchObject([{ by: 'set', at: 10_002 }]);
    expect(store.verify()).toEqual([]);
  });

  it('says what it found: over already, not theirs, not there', () => {
    const store = memoryStore();
    const { id } = startQuiz(store);
    expect(store.leaveSession(id, BEN, 2_000).kind).toBe('foreign');
    expect(store.leaveSession('none', ANN, 2_000).kind).toBe('gone');
    store.leaveSession(id, ANN, 2_000);
    expect(store.finishSession(id, ANN, 3_000)).toMatchObject({
      kind: 'already',
      session: { endedAt: 2_000 },
    });
  });

  it('mends a streak only with a repair of ten', () => {
    const store = memoryStore();
    answerAll(store, startQuiz(store, { place: 'repair', items: questions(9) }));
    answerAll(store, startQuiz(store, { place: 'repair', items: questions(10, 20) }));
    expect(store.streakEvents(ANN).map(({ kind }) => kind)).toEqual(['study', 'repair']);
  });
});
