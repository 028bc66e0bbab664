/** `kill -9` between any two steps: nothing lost, nothing doubled, and the next press goes on. */
import { expect, test } from 'vitest';
import { nextOccurrence } from '../../src/calendar/occurrence.ts';
import { type Curriculum, loadCurriculum } from '../../src/curriculum/index.ts';
import type { RestMatch, StoredMessage } from '../../src/local-discord/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { DAY, FIXTURES, type Hall, HOUR, MINUTE, ownHall, SECOND } from './support/hall.ts';
import { type Process, processesOf } from './support/processes.ts';
import { READING_MS, splitOf } from './support/quiz.ts';
import { has, pick, press, seen, tap, textOf } from './support/screen.ts';

const POST = { method: 'POST', route: /^\/channels\/\d+\/messages$/ };

/** Looks into the database of a process that is gone. */
function look<T>(hall: Hall, read: (store: Store) => T): T {
  const store = openStore(hall.databasePath, { nextDue: nextOccurrence });
  try {
    expect(store.verify()).toEqual([]);
    return read(store);
  } finally {
    store.close();
  }
}

function contents(): Curriculum {
  const loaded = loadCurriculum(FIXTURES);
  if (!loaded.ok) throw new Error('the fixture does not load');
  return loaded.curriculum;
}

const curriculum = contents();
const letterOf = (message: StoredMessage) => splitOf(curriculum, message).right[0] ?? '';
const places = (message: StoredMessage) =>
  splitOf(curriculum, message).right.map((letter) => String('ABCDEF'.indexOf(letter)));

test('between any two steps of a quiz', async () => {
  const hall = await ownHall({ empty: true });
  const processes = processesOf(hall);
  const { mia, study } = hall;
  const begin = () => seen(mia.command(study, 'quiz', { questions: 3, topic: 'term:mini/telnet' }));

  let message: StoredMessage | null = null;
  let answered = 0;
  let steps = 0;
  for (let done = false; !done; steps += 1) {
    const sensei = processes.next();
    await sensei.start(hall.now);
    hall.pass(READING_MS);
    const now: StoredMessage = message ?? (await begin());
    if (message === null) message = now;
    else if (textOf(now).includes('## 3 of 3')) done = true;
    else if (has(now, 'quiz.go')) message = await tap(mia, now, 'quiz.go');
    else if (answered === 0 && !has(now, /●/)) message = await tap(mia, now, 'Sure');
    else if (has(now, 'quiz.answer')) message = await tap(mia, now, letterOf(now));
    else if (textOf(now).includes('Your choice')) message = await tap(mia, now, 'quiz.submit');
    else message = await pick(mia, now, 'quiz.select', ...places(now));
    await sensei.kill();
    if (!done && message && /^## ✅ Right/.test(textOf(message))) answered += 1;
    const rows = look(hall, (store) => store.answersOf(mia.id));
    expect(rows).toHaveLength(answered);
    expect(rows.every(({ correct }) => correct)).toBe(true);
  }
  expect(answered).toBe(3);
  expect(steps).toBeGreaterThan(9);
  look(hall, (store) => {
    expect(store.answersOf(mia.id)[0]?.confidence).toBe('sure');
    expect(store.streakEvents(mia.id)).toHaveLength(1);
    expect(store.openSession(mia.id)).toBeNull();
    expect(store.pointsOf(mia.id, { fromMs: null, toMs: hall.now + DAY })).toBe(6);
  });
}, 60_000);

/** A database whose channel gets its question at nine; it is half past eight. */
async function plannedHall(): Promise<Hall> {
  const hall = await ownHall({ empty: true });
  hall.pass(HOUR / 2);
  const store = openStore(hall.databasePath, { nextDue: nextOccurrence });
  const channel = { channelId: hall.daily, guildId: hall.guild.id, minutes: 540, weekdays: 127 };
  const rest = { zone: 'UTC', outline: null, roleId: null, revealRule: 'next', thread: false } as const;
  store.saveStudyChannel({ ...channel, ...rest, now: hall.now });
  store.close();
  hall.pass(HOUR / 2);
  return hall;
}

/** Lets the next such request hang without effect, and resolves when it has come. */
async function hung(hall: Hall, match: RestMatch): Promise<void> {
  hall.discord.faults.onRest(match, { kind: 'hang' });
  await expect
    .poll(() => hall.discord.requests.some(({ status }) => status === 0), { timeout: 5_000 })
    .toBe(true);
}

/** Kills the process while its request is under way: Discord goes on with what it has received. */
function killedIn(hall: Hall, process: Process, when: 'before' | 'after'): Promise<void> {
  return new Promise((resolve) => {
    hall.discord.faults.onRest(POST, { kind: 'call', [when]: () => process.kill().then(resolve) });
  });
}

test.each([
  ['claim and post', 0, (hall: Hall, first: Process) => hung(hall, POST).then(() => first.kill())],
  ['post and answer', 1, (hall: Hall, first: Process) => killedIn(hall, first, 'before')],
  ['post and commit', 1, (hall: Hall, first: Process) => killedIn(hall, first, 'after')],
] as const)(
  'between %s of a daily question',
  async (_, messages, kill) => {
    const hall = await plannedHall();
    const processes = processesOf(hall);
    const first = processes.next();
    const killed = kill(hall, first);
    await first.startOnly(hall.now);
    await killed;
    await expect.poll(() => hall.publicIn(hall.daily).length).toBe(messages);
    expect(look(hall, (store) => store.daily(1))).toMatchObject({ state: 'claimed', messageId: null });

    // Long enough for the nonce to be forgotten: only looking for the message can tell.
    hall.pass(20 * MINUTE);
    await processes.next().start(hall.now);
    await expect.poll(() => look(hall, (store) => store.daily(1)?.state), { timeout: 5_000 }).toBe('posted');
    expect(hall.publicIn(hall.daily)).toHaveLength(1);
    const [card] = hall.publicIn(hall.daily);
    if (!card) throw new Error('the question is gone');
    expect(look(hall, (store) => store.daily(1))).toMatchObject({ messageId: card.id, attempts: 2 });
    expect(textOf(await tap(hall.mia, card, letterOf(card)))).toContain('15 points');
    expect(look(hall, (store) => store.answersOf(hall.mia.id))).toHaveLength(1);
  },
  30_000,
);

test('between an answer and the word about it', async () => {
  const hall = await ownHall({ empty: true });
  const processes = processesOf(hall);
  const { mia, study } = hall;
  const first = processes.next();
  await first.start(hall.now);
  const question = await seen(mia.command(study, 'quiz', { questions: 1, difficulty: 1 }));
  hall.pass(READING_MS);
  const silent = press(mia, question, letterOf(question));
  await hung(hall, { method: 'POST', route: '/callback' });
  await first.kill();
  hall.pass(4 * SECOND);
  expect(await silent).toMatchObject({ kind: 'failed' });
  expect(look(hall, (store) => store.answersOf(mia.id))).toMatchObject([{ correct: true, points: 2 }]);

  await processes.next().start(hall.now);
  const again = await tap(mia, question, letterOf(question));
  expect(textOf(again)).toContain('was answered already');
  expect(textOf(await tap(mia, again, 'quiz.go'))).toContain('## 1 of 1');
  expect(look(hall, (store) => store.answersOf(mia.id))).toHaveLength(1);
}, 30_000);
