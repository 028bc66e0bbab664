/** A store on a temporary file, and acts that many tests begin with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { nextOccurrence } from '../../src/calendar/occurrence.ts';
import { type NewSession, openStore, type Session, type Store } from '../../src/store/index.ts';

export const GUILD = '100000000000000001';
export const CHANNEL = '200000000000000001';
export const ANN = '300000000000000001';
export const BEN = '300000000000000002';

const opened: { close(): void }[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sensei-store-'));
  folders.push(folder);
  return folder;
}

/** Closed and removed after the test. */
export function openAt(path: string): Store {
  const store = openStore(path, { nextDue: nextOccurrence });
  opened.push(store);
  return store;
}

export const memoryStore = (): Store => openAt(':memory:');

/** A store together with its file, for other connections to it. */
export function fileStore(): { store: Store; path: string } {
  const path = join(temporaryFolder(), 'sensei.db');
  return { store: openAt(path), path };
}

/** Items `core1/q0`, `core1/q1` … */
export function questions(count: number, first = 0): NewSession['items'] {
  return Array.from({ length: count }, (_, n) => ({
    itemId: `core1/q${first + n}`,
    revision: 1,
    seed: `s${n}`,
  }));
}

export function startQuiz(store: Store, wanted: Partial<NewSession> = {}): Session {
  return store.startSession({
    userId: ANN,
    guildId: GUILD,
    channelId: CHANNEL,
    place: 'quiz',
    topic: 'all',
    outline: '220-1201',
    difficulty: null,
    items: questions(3),
    at: 1_000,
    ...wanted,
  }).session;
}

let interactions = 0;
export const interactionId = (): string => {
  interactions += 1;
  return String(interactions);
};

/** Answers one question of a session. */
export function answer(
  store: Store,
  session: Session,
  position: number,
  given: { correct?: boolean; at?: number; interactionId?: string; userId?: string } = {},
) {
  return store.recordQuizAnswer({
    sessionId: session.id,
    userId: session.userId,
    position,
    chosen: [given.correct === false ? 2 : 0],
    correct: true,
    at: 10_000 + position,
    interactionId: interactionId(),
    guildId: session.guildId,
    channelId: session.channelId,
    ...given,
  });
}

export function answerAll(store: Store, session: Session, given: Parameters<typeof answer>[3] = {}): void {
  for (const { position } of session.items) answer(store, session, position, given);
}

/** 09:00 in Berlin, every day. */
export const DAILY_AT_NINE = {
  channelId: CHANNEL,
  guildId: GUILD,
  minutes: 540,
  weekdays: 127,
  zone: 'Europe/Berlin',
  outline: null,
  roleId: null,
  revealRule: 'next',
  thread: false,
} as const;

export const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`);

/** A question posted in the channel at 09:00 Berlin time on a date; its id. */
export function postDaily(store: Store, date: string, channelId: string = CHANNEL): number {
  const due = utc(`${date} 08:00`);
  if (store.studyChannel(channelId) === null)
    store.saveStudyChannel({ ...DAILY_AT_NINE, channelId, now: due - 60_000 });
  store.planDuePosts(due);
  const post = store.claimDuePost({ owner: 'test', now: due, lease: 90_000 });
  if (post === null) throw new Error(`Nothing was due on ${date}.`);
  const held = { dailyId: post.daily.id, owner: 'test' };
  store.setDailyItem({ ...held, itemId: `core1/d${date}`, revision: 1, seed: date, outline: '220-1201' });
  store.confirmPosted({ ...held, messageId: `9${post.daily.id}`, at: due + 1_000 });
  return post.daily.id;
}

export function answerDaily(
  store: Store,
  dailyId: number,
  userId: string,
  given: { correct?: boolean; at?: number; interactionId?: string; chosen?: readonly number[] } = {},
) {
  return store.recordDailyAnswer({
    dailyId,
    userId,
    chosen: [given.correct === false ? 2 : 0],
    correct: true,
    at: (store.daily(dailyId)?.postedAt ?? 0) + 5_000,
    interactionId: interactionId(),
    ...given,
  });
}

export function seen(store: Store, userId: string, displayName: string, at = 0): void {
  store.sawMember({ guildId: GUILD, userId, displayName, at });
}
