import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import {
  ANN,
  answerDaily,
  BEN,
  CHANNEL,
  DAILY_AT_NINE,
  GUILD,
  memoryStore,
  postDaily,
  seen,
  utc,
} from './fixture.ts';

const OTHER_CHANNEL = '200000000000000002';
const date = (text: string) => text as CivilDate;
const claim = (now: number, owner = 'a') => ({ owner, now, lease: 90_000 });

function withChannel(now: number): Store {
  const store = memoryStore();
  store.saveStudyChannel({ ...DAILY_AT_NINE, now });
  return store;
}

describe('saveStudyChannel', () => {
  it('plans the next time of day in the zone of the channel', () => {
    const store = withChannel(utc('2026-11-23 07:59'));
    expect(store.studyChannel(CHANNEL)).toMatchObject({
      nextDueAt: utc('2026-11-23 08:00'),
      nextLocalDate: '2026-11-23',
      paused: null,
      lastResult: null,
    });
  });

  it('plans tomorrow where today has its question already', () => {
    const store = memoryStore();
    postDaily(store, '2026-11-23');
    const saved = store.saveStudyChannel({ ...DAILY_AT_NINE, minutes: 1200, now: utc('2026-11-23 09:00') });
    expect(saved.nextLocalDate).toBe('2026-11-24');
  });

  it('plans what is due by the old time before the time is changed', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    store.saveStudyChannel({ ...DAILY_AT_NINE, minutes: 600, now: utc('2026-11-23 08:00') });
    expect(store.dailyOf(CHANNEL, date('2026-11-23'))).toMatchObject({
      state: 'due',
      dueAt: utc('2026-11-23 08:00'),
    });
    expect(store.studyChannel(CHANNEL)?.nextDueAt).toBe(utc('2026-11-24 09:00'));
  });

  it('does not post after the fact when the new time has just gone by', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const saved = store.saveStudyChannel({ ...DAILY_AT_NINE, minutes: 481, now: utc('2026-11-23 07:02') });
    expect(saved.nextDueAt).toBe(utc('2026-11-24 07:01'));
  });
});

describe('planDuePosts', () => {
  it('plans a date once, however often it is asked', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    expect(store.planDuePosts(utc('2026-11-23 07:59'))).toBe(0);
    expect(store.planDuePosts(utc('2026-11-23 08:00'))).toBe(1);
    expect(store.planDuePosts(utc('2026-11-23 08:01'))).toBe(0);
  });

  it('turns missed dates into skipped and exempt ones, with one late post', () => {
    const store = withChannel(utc('2026-11-18 08:30'));
    seen(store, ANN, 'Ann');
    expect(store.planDuePosts(utc('2026-11-23 10:00'))).toBe(5);
    const states = ['19', '20', '21', '22', '23'].map((day) =>
      store.dailyOf(CHANNEL, date(`2026-11-${day}`)),
    );
    expect(states.map((row) => row?.state)).toEqual(['skipped', 'skipped', 'skipped', 'skipped', 'due']);
    expect(states.at(-1)?.late).toBe(true);
    expect(store.streakEvents(ANN)).toEqual(
      ['19', '20', '21', '22'].map((day) => ({ kind: 'exempt', date: `2026-11-${day}` })),
    );
  });

  it('exempts nobody who had left before', () => {
    const store = withChannel(utc('2026-11-18 08:30'));
    seen(store, ANN, 'Ann');
    seen(store, BEN, 'Ben');
    store.memberLeft(GUILD, BEN, utc('2026-11-18 09:00'));
    store.planDuePosts(utc('2026-11-19 20:00'));
    expect(store.streakEvents(ANN)).toHaveLength(1);
    expect(store.streakEvents(BEN)).toEqual([]);
  });

  it.each([
    ['six hours later to the millisecond', 360, '2026-11-23 13:59', 59_999, 'due'],
    ['six hours later', 360, '2026-11-23 14:00', 0, 'skipped'],
  ])('counts %s as it is', (_, __, now, extra, state) => {
    const store = withChannel(utc('2026-11-23 07:00'));
    store.planDuePosts(utc(now) + extra);
    expect(store.dailyOf(CHANNEL, date('2026-11-23'))?.state).toBe(state);
  });

  it('never posts once the local date has ended', () => {
    const store = memoryStore();
    store.saveStudyChannel({ ...DAILY_AT_NINE, minutes: 23 * 60, now: utc('2026-11-23 12:00') });
    store.planDuePosts(utc('2026-11-23 23:00'));
    expect(store.dailyOf(CHANNEL, date('2026-11-23'))?.state).toBe('skipped');
  });

  it('leaves a guild alone while Sensei is out of it', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    store.guildGone(GUILD, utc('2026-11-23 07:30'));
    expect(store.planDuePosts(utc('2026-11-23 08:00'))).toBe(0);
    store.guildBack(GUILD);
    expect(store.planDuePosts(utc('2026-11-23 08:10'))).toBe(1);
  });
});

describe('claimDuePost', () => {
  it('hands a question out once, and again after the lease', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    expect(store.claimDuePost(claim(now))).toMatchObject({ mayBePosted: false, expired: false });
    expect(store.claimDuePost(claim(now + 89_999, 'b'))).toBeNull();
    expect(store.claimDuePost(claim(now + 90_000, 'b'))).toMatchObject({ mayBePosted: true });
  });

  it('takes a claim over that lies in the future because the clock was set back', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    store.claimDuePost(claim(now));
    expect(store.claimDuePost(claim(now - 1_800_000, 'b'))).toMatchObject({ mayBePosted: true });
  });

  it('lets only the claimer of the moment choose, confirm, release or fail', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    const dailyId = store.claimDuePost(claim(now))?.daily.id ?? 0;
    store.claimDuePost(claim(now + 90_000, 'b'));
    const old = { dailyId, owner: 'a' };
    const item = { itemId: 'core1/x', revision: 1, seed: 's', outline: '220-1201' };
    expect(store.setDailyItem({ ...old, ...item })).toBeNull();
    expect(store.confirmPosted({ ...old, messageId: '1', at: now })).toBe('lost');
    expect(store.releaseClaim({ ...old, retryAt: now })).toBe('lost');
    expect(store.failPost({ ...old, at: now, why: 'gone' })).toEqual({ kind: 'lost' });
    expect(store.daily(dailyId)).toMatchObject({ state: 'claimed', item: null });
  });

  it('waits for the retry, and not for one that the clock has moved out of sight', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    const dailyId = store.claimDuePost(claim(now))?.daily.id ?? 0;
    store.releaseClaim({ dailyId, owner: 'a', retryAt: now + 60_000 });
    expect(store.claimDuePost(claim(now + 59_999))).toBeNull();
    expect(store.claimDuePost(claim(now - 7_200_000))).not.toBeNull();
  });
});

describe('the nonce', () => {
  it('differs by channel and date, is the same at each attempt and short enough for Discord', () => {
    const store = withChannel(utc('2026-11-22 07:00'));
    store.saveStudyChannel({ ...DAILY_AT_NINE, channelId: OTHER_CHANNEL, now: utc('2026-11-22 07:00') });
    store.planDuePosts(utc('2026-11-23 08:00'));
    const nonces = [CHANNEL, OTHER_CHANNEL].flatMap((channel) =>
      ['22', '23'].map((day) => store.dailyOf(channel, date(`2026-11-${day}`))?.nonce ?? ''),
    );
    expect(new Set(nonces).size).toBe(4);
    expect(Math.max(...nonces.map((nonce) => nonce.length))).toBeLessThanOrEqual(25);
  });
});

describe('recordDailyAnswer', () => {
  it('keeps the first answer with its points and the study day', () => {
    const store = memoryStore();
    const id = postDaily(store, '2026-11-23');
    expect(answerDaily(store, id, ANN)).toMatchObject({
      kind: 'recorded',
      answer: { place: 'daily', dailyId: id, points: 15, ms: null, guildId: GUILD, channelId: CHANNEL },
    });
    expect(answerDaily(store, id, ANN, { correct: false })).toMatchObject({
      kind: 'already',
      answer: { correct: true, points: 15 },
    });
    expect(store.streakEvents(ANN)).toMatchObject([{ kind: 'study', by: 'daily', date: '2026-11-23' }]);
  });

  it('takes a press that comes before the post is confirmed', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    const dailyId = store.claimDuePost(claim(now))?.daily.id ?? 0;
    expect(answerDaily(store, dailyId, ANN).kind).toBe('gone');
    store.setDailyItem({
      dailyId,
      owner: 'a',
      itemId: 'core1/x',
      revision: 1,
      seed: 's',
      outline: '220-1201',
    });
    expect(answerDaily(store, dailyId, ANN, { at: now }).kind).toBe('recorded');
    expect(answerDaily(store, 99, ANN).kind).toBe('gone');
  });

  it('is closed from the first attempt to reveal on, for good, and then records nothing', () => {
    const store = memoryStore();
    const dailyId = postDaily(store, '2026-11-23');
    answerDaily(store, dailyId, ANN);
    store.planDuePosts(utc('2026-11-24 08:00'));
    expect(answerDaily(store, dailyId, '5').kind).toBe('recorded');
    expect(store.claimDueReveal(claim(utc('2026-11-24 08:00')))?.id).toBe(dailyId);
    expect(answerDaily(store, dailyId, BEN).kind).toBe('closed');
    store.failReveal({ dailyId, owner: 'a', retryAt: utc('2026-11-24 08:10') });
    expect(answerDaily(store, dailyId, BEN).kind).toBe('closed');
    expect(answerDaily(store, dailyId, ANN).kind).toBe('already');
    expect(store.answersOf(BEN)).toEqual([]);
  });
});

describe('reveals', () => {
  it('wait for the channel’s next question, posted or skipped', () => {
    const store = memoryStore();
    const first = postDaily(store, '2026-11-23');
    expect(store.claimDueReveal(claim(utc('2026-11-24 07:59')))).toBeNull();
    store.planDuePosts(utc('2026-11-24 20:00'));
    expect(store.dailyOf(CHANNEL, date('2026-11-24'))?.state).toBe('skipped');
    expect(store.claimDueReveal(claim(utc('2026-11-24 20:00')))?.id).toBe(first);
  });

  it('come after the hours that were set, and after nothing else', () => {
    const store = memoryStore();
    store.saveStudyChannel({ ...DAILY_AT_NINE, revealRule: 30, now: utc('2026-11-23 07:00') });
    const first = postDaily(store, '2026-11-23');
    postDaily(store, '2026-11-24');
    const due = (store.daily(first)?.postedAt ?? 0) + 30 * 3_600_000;
    expect(store.daily(first)?.closesAt).toBe(due);
    expect(store.claimDueReveal(claim(due - 1))).toBeNull();
    expect(store.claimDueReveal(claim(due))?.id).toBe(first);
  });

  it('are confirmed once, by the claimer', () => {
    const store = memoryStore();
    const dailyId = postDaily(store, '2026-11-23');
    store.removeStudyChannel(CHANNEL, utc('2026-11-23 12:00'));
    const now = utc('2026-11-23 12:01');
    store.claimDueReveal(claim(now));
    expect(store.confirmRevealed({ dailyId, owner: 'b', at: now })).toBe('lost');
    expect(store.confirmRevealed({ dailyId, owner: 'a', at: now })).toBe('confirmed');
    expect(store.daily(dailyId)).toMatchObject({ revealState: 'revealed', revealedAt: now });
    expect(store.claimDueReveal(claim(now + 1e9))).toBeNull();
  });
});

describe('what can be told of a question', () => {
  it('is the count, and after the reveal the split and who was first', () => {
    const store = memoryStore();
    const id = postDaily(store, '2026-11-23');
    for (const [user, name] of [
      ['5', 'Eve'],
      [ANN, 'Ann'],
      [BEN, 'Ben'],
    ] as const)
      seen(store, user, name);
    answerDaily(store, id, '5', { correct: false, at: 1 });
    answerDaily(store, id, BEN, { at: 3 });
    answerDaily(store, id, ANN, { at: 2 });
    expect(store.dailyCounts(id)).toBe(3);
    expect(store.dailySplit(id)).toEqual({
      answered: 3,
      right: 2,
      byOption: new Map([
        [0, 2],
        [2, 1],
      ]),
    });
    expect(store.firstRight(id)?.displayName).toBe('Ann');
    store.setVisibility(ANN, { onBoards: false });
    expect(store.firstRight(id)).toBeNull();
    expect(store.dailyAnswerers(id).map(({ displayName }) => displayName)).toEqual(['Eve', 'Ben']);
  });

  it('is the question of this channel before that of another', () => {
    const store = memoryStore();
    const here = postDaily(store, '2026-11-22');
    const now = postDaily(store, '2026-11-23');
    store.saveStudyChannel({ ...DAILY_AT_NINE, channelId: OTHER_CHANNEL, now: utc('2026-11-23 07:59') });
    const there = postDaily(store, '2026-11-23', OTHER_CHANNEL);
    expect(store.currentDaily(GUILD, CHANNEL)?.id).toBe(now);
    expect(store.currentDaily(GUILD, OTHER_CHANNEL)?.id).toBe(there);
    expect(store.previousDaily(now)?.id).toBe(here);
    expect(store.previousDaily(here)).toBeNull();
    expect(store.dailiesUsed(GUILD)).toHaveLength(3);
  });

  it('is told in batches that grow with the age of the card', () => {
    const store = memoryStore();
    const id = postDaily(store, '2026-11-23');
    const posted = store.daily(id)?.postedAt ?? 0;
    const stale = (minutes: number) =>
      store.dailiesWithNewAnswers(posted + minutes * 60_000).map((row) => row.answers);
    expect(stale(1)).toEqual([]);
    answerDaily(store, id, ANN);
    expect(stale(0.4)).toEqual([]);
    expect(stale(1)).toEqual([1]);
    store.confirmCount(id, 1, posted + 60_000);
    expect(stale(30)).toEqual([]);
    answerDaily(store, id, BEN);
    store.confirmCount(id, 1, posted + 61 * 60_000);
    expect(stale(70)).toEqual([]);
    expect(stale(71)).toEqual([2]);
    store.confirmCount(id, 1, posted + 361 * 60_000);
    expect(stale(420)).toEqual([]);
    expect(stale(421)).toEqual([2]);
  });
});

describe('a channel without permission', () => {
  it('pauses, is looked at once an hour, and posts today’s question when it is healed', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    const dailyId = store.claimDuePost(claim(now))?.daily.id ?? 0;
    const failure = { dailyId, owner: 'a', at: now, why: 'forbidden', detail: 'Send Messages' } as const;
    expect(store.failPost(failure)).toEqual({ kind: 'failed', paused: true });
    expect(store.claimDuePost(claim(now + 60_000))).toBeNull();
    expect(store.claimChannelChecks(now + 3_599_999)).toEqual([]);
    expect(store.claimChannelChecks(now + 3_600_000)).toMatchObject([
      { channelId: CHANNEL, paused: { reason: 'forbidden', detail: 'Send Messages' } },
    ]);
    expect(store.claimChannelChecks(now + 3_600_001)).toEqual([]);
    expect(store.resumeStudyChannel(CHANNEL, now + 3_600_000)?.paused).toBeNull();
    expect(store.claimDuePost(claim(now + 3_600_000))?.daily.id).toBe(dailyId);
  });

  it('skips its dates as exempt while it stays without', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    seen(store, ANN, 'Ann');
    const now = utc('2026-11-23 08:00');
    store.planDuePosts(now);
    const dailyId = store.claimDuePost(claim(now))?.daily.id ?? 0;
    store.failPost({ dailyId, owner: 'a', at: now, why: 'forbidden' });
    store.planDuePosts(utc('2026-11-23 14:00'));
    store.planDuePosts(utc('2026-11-24 08:00'));
    expect(store.daily(dailyId)).toMatchObject({ state: 'skipped', reason: 'forbidden' });
    expect(store.dailyOf(CHANNEL, date('2026-11-24'))?.state).toBe('due');
    expect(store.streakEvents(ANN)).toEqual([{ kind: 'exempt', date: '2026-11-23' }]);
  });
});

describe('planPostNow', () => {
  it('makes today’s question due before its time, once', () => {
    const store = withChannel(utc('2026-11-23 05:00'));
    const now = utc('2026-11-23 06:00');
    const planned = store.planPostNow(CHANNEL, now);
    expect(planned).toMatchObject({ kind: 'planned' });
    expect(store.studyChannel(CHANNEL)?.nextLocalDate).toBe('2026-11-24');
    expect(store.planDuePosts(utc('2026-11-23 08:00'))).toBe(0);
    const held = { dailyId: store.claimDuePost(claim(now))?.daily.id ?? 0, owner: 'a' };
    store.confirmPosted({ ...held, messageId: '1', at: now });
    expect(store.planPostNow(CHANNEL, now + 1)).toEqual({ kind: 'already-posted', dailyId: held.dailyId });
  });

  it('gives a skipped date and a paused channel another chance', () => {
    const store = withChannel(utc('2026-11-23 07:00'));
    store.planDuePosts(utc('2026-11-23 15:00'));
    store.pauseStudyChannel(CHANNEL, { reason: 'admin', at: utc('2026-11-23 15:01') });
    const now = utc('2026-11-23 16:00');
    expect(store.planPostNow(CHANNEL, now).kind).toBe('planned');
    expect(store.claimDuePost(claim(now))).toMatchObject({ daily: { state: 'claimed', late: false } });
    expect(store.studyChannel(CHANNEL)).toMatchObject({ paused: null, nextLocalDate: '2026-11-24' });
    expect(store.planPostNow('1', now).kind).toBe('not-a-study-channel');
  });
});
