/** `/quiz`, from the first question to the result and beyond. */
import { expect, test } from 'vitest';
import type { Person } from '../../src/local-discord/index.ts';
import { DAY, sharedHall } from './support/hall.ts';
import { answer, itemOn, READING_MS, split, walk } from './support/quiz.ts';
import { has, labelsOf, pick, press, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { study } = hall;
const quiz = (who: Person, options = {}) => seen(who.command(study, 'quiz', options));
const answersOf = (who: Person) => hall.store.answersOf(who.id);

test('a quiz of five, all right: each verdict in words, the result, and what was recorded', async () => {
  const who = hall.member();
  const asked = await who.command(study, 'quiz', { questions: 5 });
  expect(asked).toMatchObject({ kind: 'message', ephemeral: true });
  let message = await seen(Promise.resolve(asked));
  for (let n = 1; n <= 5; n += 1) {
    const item = itemOn(hall, message);
    expect(textOf(message)).toContain(`${n} of 5`);
    const verdict = await answer(hall, who, message);
    expect(textOf(verdict)).toMatch(/^## ✅ Right: /);
    expect(textOf(verdict)).toContain(item.stem);
    for (const { why } of item.options) expect(textOf(verdict)).toContain(why);
    expect(textOf(verdict)).toContain(`${n} of 5 answered`);
    expect(verdict.id).toBe(message.id);
    message = await tap(who, verdict, 'quiz.go');
  }
  expect(textOf(message)).toContain('## 5 of 5');
  expect(textOf(message)).toContain('1 day in a row');
  expect(textOf(message)).toContain('10 points');
  expect(answersOf(who)).toHaveLength(5);
  for (const given of answersOf(who)) {
    expect(given).toMatchObject({ correct: true, firstAttempt: true, place: 'quiz', ms: READING_MS });
    expect(given).toMatchObject({ guildId: hall.guild.id, channelId: study, localDate: '2026-11-23' });
  }
  expect(hall.publicIn(study)).toEqual([]);
});

test('a miss says which it is, gives the reason for the choice, and comes back in the review', async () => {
  const who = hall.member();
  const first = await quiz(who, { topic: 'domain:mini-1/2.0', questions: 3 });
  const item = itemOn(hall, first);
  const verdict = textOf(await answer(hall, who, first, false));
  expect(verdict).toMatch(/^## ❌ Not /);
  expect(verdict).toMatch(/, your choice\n/);
  for (const { why } of item.options) expect(verdict).toContain(why);

  const result = await walk(hall, who, await quizAgain(who), () => true);
  expect(textOf(result)).toContain('## 2 of 3');
  expect(textOf(result)).toContain('Machines');
  const review = await tap(who, result, 'quiz.missed');
  expect(itemOn(hall, review).id).toBe(item.id);
  expect(textOf(await walk(hall, who, review))).toContain('## 1 of 1');
  expect(answersOf(who).at(-1)).toMatchObject({
    place: 'review',
    correct: true,
    firstAttempt: false,
    points: 2,
  });
});

/** Types `/quiz` while one is open, and goes on with it. */
async function quizAgain(who: Person) {
  const offer = await quiz(who);
  expect(textOf(offer)).toContain('You have a quiz open: **1 of 3** answered');
  return tap(who, offer, 'quiz.go');
}

test('a question with several answers: pick, see the choice, submit', async () => {
  const who = hall.member();
  let message = await quiz(who, { topic: 'all', questions: 15 });
  while (!has(message, 'quiz.select')) message = await tap(who, await answer(hall, who, message), 'quiz.go');
  const { right, wrong } = split(hall, message);
  expect(labelsOf(message)).not.toContain('▶ Submit');
  const numbers = (letters: string[]) => letters.map((letter) => String('ABCDEF'.indexOf(letter)));
  const first = await pick(who, message, 'quiz.select', ...numbers(wrong.slice(0, 2)));
  expect(textOf(first)).toContain('Your choice');
  const second = await pick(who, first, 'quiz.select', ...numbers(right));
  expect(textOf(second)).toContain(`Your choice: **${[...right].sort().join(' and ')}**`);
  hall.pass(READING_MS);
  const verdict = await tap(who, second, 'quiz.submit');
  expect(textOf(verdict)).toContain(`✅ Right: ${[...right].sort().join(' and ')}`);
  const missed = await walk(hall, who, await tap(who, verdict, 'quiz.go'), () => false);
  expect(textOf(missed)).toMatch(/## \d+ of 15/);
  expect(hall.store.verify()).toEqual([]);
});

test('how sure one is can be marked, changed, and is told in the verdict', async () => {
  const who = hall.member();
  const first = await quiz(who, { questions: 2, difficulty: 2, topic: 'objective:mini-1/2.1' });
  const marked = await tap(who, await tap(who, first, 'Sure'), 'Guessing');
  expect(labelsOf(marked)).toContain('● Guessing');
  expect(labelsOf(marked)).toContain('Sure');
  const verdict = await answer(hall, who, marked);
  expect(textOf(verdict)).toContain('you were guessing');
  const second = await tap(who, await tap(who, verdict, 'quiz.go'), 'Sure');
  expect(textOf(await answer(hall, who, second, false))).toContain('You were sure');
  expect(answersOf(who).map(({ confidence }) => confidence)).toEqual(['guess', 'sure']);
});

test('an answer in under two seconds counts as a look, not for points', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 1, difficulty: 1 });
  const verdict = await tap(who, message, split(hall, message).right[0] ?? '');
  expect(textOf(verdict)).toContain('under two seconds');
  expect(answersOf(who)).toMatchObject([{ correct: true, points: 0 }]);
});

test('stopping keeps every answer; three of them still make a day', async () => {
  const who = hall.member();
  const one = await quiz(who, { questions: 5 });
  expect(textOf(await tap(who, one, 'quiz.leave'))).toContain('Nothing was recorded');
  let message = await quiz(who, { questions: 5 });
  for (let n = 0; n < 3; n += 1) message = await tap(who, await answer(hall, who, message), 'quiz.go');
  const result = await tap(who, message, 'quiz.leave');
  expect(textOf(result)).toContain('## 3 of 3');
  expect(textOf(result)).toContain('1 day in a row');
  expect(answersOf(who)).toHaveLength(3);
});

test('an open quiz can be left for the new one', async () => {
  const who = hall.member();
  await answer(hall, who, await quiz(who, { questions: 3 }));
  const offer = await quiz(who, { questions: 2, difficulty: 1 });
  const replaced = await tap(who, offer, 'quiz.new');
  expect(textOf(replaced)).toContain('1 of 2');
  expect(itemOn(hall, replaced).difficulty).toBe(1);
  expect(answersOf(who)).toHaveLength(1);
  const again = await walk(hall, who, replaced);
  expect(textOf(await tap(who, again, 'quiz.ask'))).toContain('1 of 2');
});

test('topics are found by typing, and asked about', async () => {
  const who = hall.member();
  const offered = await who.autocomplete(study, 'quiz', { topic: 'machines' }, 'topic');
  expect(offered.map(({ value }) => value)).toContain('domain:mini-1/2.0');
  const all = await who.autocomplete(study, 'quiz', { topic: '' }, 'topic');
  expect(all.map(({ value }) => value)).toEqual(
    expect.arrayContaining(['all', 'weak', 'missed', 'kept', 'outline:mini-0', 'objective:mini-1/1.2']),
  );
  const terms = await who.autocomplete(study, 'quiz', { topic: 'rai' }, 'topic');
  expect(terms.map(({ value }) => value)).toContain('term:mini/raid');
  const typed = await quiz(who, { topic: 'shells', questions: 1 });
  expect(itemOn(hall, typed).objectives).toContain('mini-1/2.1');
  await tap(who, typed, 'quiz.leave');
});

test('the terms that one keeps, and what one missed, are topics of their own', async () => {
  const who = hall.member();
  await tap(who, await seen(who.command(study, 'term', { query: 'raid', share: false })), 'term.keep');
  const kept = await quiz(who, { topic: 'kept', questions: 1 });
  expect(itemOn(hall, kept).id).toBe('mini/disk-dies');
  await answer(hall, who, kept, false);
  const noneSoEasy = await quiz(who, { topic: 'missed', difficulty: 1 });
  expect(textOf(noneSoEasy)).toContain('Leave out the difficulty');
  const missed = await quiz(who, { topic: 'missed' });
  expect(itemOn(hall, missed).id).toBe('mini/disk-dies');
  expect(textOf(missed)).toContain('1 of 1');
});

test('the exam option asks by another outline', async () => {
  const who = hall.member();
  const exams = await who.autocomplete(study, 'quiz', { exam: '' }, 'exam');
  expect(exams.map(({ value }) => value)).toEqual(['mini-1', 'mini-0']);
  const result = await walk(hall, who, await quiz(who, { exam: 'mini-0', questions: 12 }));
  expect(textOf(result)).toContain('11 of 11');
  expect(answersOf(who).some(({ itemId }) => itemId === 'mini/disk-dies')).toBe(false);
});

test.each([
  [{ topic: 'missed' }, 'no missed questions'],
  [{ topic: 'kept' }, 'You keep no terms yet'],
  [{ topic: 'zzzzqqqq' }, 'I know no topic **zzzzqqqq**'],
  [{ exam: '999-9' }, 'I know no exam **999-9**'],
  [{ topic: 'weak' }, 'No question fits'],
])('%j: nothing fits, with the way on', async (options, line) => {
  const who = hall.member();
  const text = textOf(await quiz(who, options));
  expect(text).toContain(line);
  expect(text).toMatch(/`\/quiz`|Keep in my reviews|topic:|exam:|wider topic/);
  expect(answersOf(who)).toEqual([]);
});

test('a doubtful question is reported with a reason', async () => {
  const who = hall.member();
  const message = await quiz(who, { questions: 1 });
  const form = (await press(who, message, 'item.report')).modal;
  if (!form) throw new Error('no form was shown');
  const thanks = await seen(who.submit(form, { reason: 'Two options are right.' }));
  expect(textOf(thanks)).toContain('Thank you');
  expect(hall.store.reports(hall.guild.id)).toMatchObject([
    { userId: who.id, itemId: itemOn(hall, message).id, reason: 'Two options are right.' },
  ]);
});

test('questions do not repeat while fresh ones remain, day after day', async () => {
  const who = hall.member();
  const asked: string[] = [];
  for (let day = 0; day < 3; day += 1) {
    const result = await walk(hall, who, await quiz(who, { questions: 5 }));
    expect(textOf(result)).toContain(`${day + 1} day`);
    hall.pass(DAY);
  }
  for (const { itemId } of answersOf(who)) asked.push(itemId);
  expect(new Set(asked).size).toBe(15);
});
