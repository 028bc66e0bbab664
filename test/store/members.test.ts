import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { ANN, GUILD, memoryStore, seen, utc } from './fixture.ts';

const DAY = 86_400_000;

describe('member', () => {
  it('has defaults while unknown', () => {
    expect(memoryStore().member(ANN)).toEqual({
      userId: ANN,
      zone: null,
      zoneChangedAt: null,
      outline: null,
      examDate: null,
      onBoards: true,
      progressOpen: false,
    });
  });

  it('keeps what was set, each by itself', () => {
    const store = memoryStore();
    store.setMemberOutline(ANN, '220-1201');
    store.setExamDate(ANN, '2027-02-01' as CivilDate);
    store.setVisibility(ANN, { onBoards: false });
    store.setVisibility(ANN, { progressOpen: true });
    expect(store.member(ANN)).toMatchObject({
      outline: '220-1201',
      examDate: '2027-02-01',
      onBoards: false,
      progressOpen: true,
    });
  });
});

describe('setMemberZone', () => {
  it('sets a first zone at once and refuses another within seven days', () => {
    const store = memoryStore();
    const at = utc('2026-03-01 12:00');
    expect(store.setMemberZone({ userId: ANN, zone: 'Asia/Tokyo', at })).toEqual({ kind: 'set' });
    const early = store.setMemberZone({ userId: ANN, zone: 'Europe/Rome', at: at + 7 * DAY - 1 });
    expect(early).toEqual({ kind: 'too-soon', from: at + 7 * DAY });
    expect(store.member(ANN).zone).toBe('Asia/Tokyo');
    expect(store.setMemberZone({ userId: ANN, zone: 'Europe/Rome', at: at + 7 * DAY })).toEqual({
      kind: 'set',
    });
  });

  it('says unchanged for the same zone and starts no new wait', () => {
    const store = memoryStore();
    store.setMemberZone({ userId: ANN, zone: 'Asia/Tokyo', at: 0 });
    expect(store.setMemberZone({ userId: ANN, zone: 'Asia/Tokyo', at: 6 * DAY })).toEqual({
      kind: 'unchanged',
    });
    expect(store.setMemberZone({ userId: ANN, zone: null, at: 7 * DAY })).toEqual({ kind: 'set' });
  });
});

describe('zoneOf', () => {
  it('is the own one, then the guild’s, then UTC', () => {
    const store = memoryStore();
    expect(store.zoneOf(ANN, GUILD)).toBe('Etc/UTC');
    store.saveGuild({ guildId: GUILD, zone: 'America/New_York' });
    expect(store.zoneOf(ANN, GUILD)).toBe('America/New_York');
    store.setMemberZone({ userId: ANN, zone: 'Pacific/Kiritimati', at: 0 });
    expect(store.zoneOf(ANN, GUILD)).toBe('Pacific/Kiritimati');
    expect(store.dateOf(ANN, GUILD, utc('2026-01-05 10:30'))).toBe('2026-01-06');
  });
});

describe('sawMember', () => {
  it('renews the name, and brings back one who had left', () => {
    const store = memoryStore();
    seen(store, ANN, 'Ann', 1);
    store.memberLeft(GUILD, ANN, 2);
    seen(store, ANN, 'Anna', 3);
    expect(store.displayName(GUILD, ANN)).toBe('Anna');
    expect(store.exportMember(ANN).guilds).toEqual([
      { guildId: GUILD, displayName: 'Anna', firstSeenAt: 1, lastSeenAt: 3, leftAt: null },
    ]);
  });
});

describe('a second sighting', () => {
  it('is written an hour later, and not before', () => {
    const store = memoryStore();
    const lastSeen = () => store.exportMember(ANN).guilds;
    seen(store, ANN, 'Ann', 1);
    seen(store, ANN, 'Ann', 3_600_000);
    expect(lastSeen()).toMatchObject([{ lastSeenAt: 1 }]);
    seen(store, ANN, 'Ann', 3_600_001);
    expect(lastSeen()).toMatchObject([{ lastSeenAt: 3_600_001 }]);
  });
});

describe('guild', () => {
  it('keeps what is not given, and is only marked when gone', () => {
    const store = memoryStore();
    store.saveGuild({ guildId: GUILD, zone: 'Europe/Berlin' });
    store.saveGuild({ guildId: GUILD, outline: '220-1202' });
    store.guildGone(GUILD, 7);
    store.guildGone(GUILD, 9);
    expect(store.guild(GUILD)).toEqual({
      guildId: GUILD,
      zone: 'Europe/Berlin',
      outline: '220-1202',
      goneAt: 7,
    });
    store.guildBack(GUILD);
    expect(store.guild(GUILD).goneAt).toBeNull();
  });
});

describe('terms, wishes, reports and the registration', () => {
  it('keeps a term once and lets it go', () => {
    const store = memoryStore();
    store.keepTerm(ANN, 'core1/smtp', 2);
    store.keepTerm(ANN, 'core1/pop3', 1);
    store.keepTerm(ANN, 'core1/smtp', 3);
    expect(store.keptTerms(ANN)).toEqual(['core1/pop3', 'core1/smtp']);
    store.unkeepTerm(ANN, 'core1/pop3');
    expect(store.keptTerms(ANN)).toEqual(['core1/smtp']);
  });

  it('counts one wish for spellings that differ in case and spaces', () => {
    const store = memoryStore();
    store.recordWish({ query: '  Quantum  Bus', guildId: GUILD, at: 1 });
    store.recordWish({ query: 'quantum bus', guildId: null, at: 2 });
    store.recordWish({ query: '   ', guildId: GUILD, at: 3 });
    expect(store.wishes()).toEqual([{ query: 'quantum bus', times: 2, lastAt: 2 }]);
    expect(store.wishes(GUILD)).toEqual([{ query: 'quantum bus', times: 1, lastAt: 1 }]);
  });

  it('lists reports newest first', () => {
    const store = memoryStore();
    const report = {
      userId: ANN,
      itemId: 'core1/q1',
      revision: 2,
      reason: 'two keys',
      guildId: GUILD,
      at: 1,
    };
    store.reportItem(report);
    store.reportItem({ ...report, guildId: null, at: 2 });
    expect(store.reports().map(({ at }) => at)).toEqual([2, 1]);
    expect(store.reports(GUILD)).toEqual([report]);
  });

  it('remembers the last registration', () => {
    const store = memoryStore();
    expect(store.registeredHash()).toBeNull();
    store.setRegisteredHash('a');
    store.setRegisteredHash('b');
    expect(store.registeredHash()).toBe('b');
  });
});
