/** What members see of themselves and each other: `/progress`, `/leaderboard`, `/me`, `/guide`, `/help`, the message menu. */
import { expect, test } from 'vitest';
import type { Person } from '../../src/local-discord/index.ts';
import { DAY, sharedHall } from './support/hall.ts';
import { walk } from './support/quiz.ts';
import { has, labelsOf, partsOf, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { study, guild } = hall;
const say = (who: Person, command: string, options = {}) => seen(who.command(study, command, options));

/** A round of questions, right or wrong. */
async function round(who: Person, questions: number, correct: (n: number) => boolean = () => true) {
  return walk(hall, who, await say(who, 'quiz', { questions }), correct);
}

test('/progress begins empty, and says what a first step would be', async () => {
  const who = hall.member();
  const shown = await who.command(study, 'progress');
  expect(shown).toMatchObject({ ephemeral: true });
  const text = textOf(await seen(Promise.resolve(shown)));
  expect(text).toContain('No streak yet');
  expect(text).toContain('Nothing answered yet');
  expect(text).toContain('Networks: nothing yet');
  expect(text).toContain('ten questions over the whole exam');
});

test('/progress tells accuracy by domain, points, streak and what to do next', async () => {
  const who = hall.member();
  await round(who, 4, (n) => n > 0);
  const card = await say(who, 'progress');
  expect(textOf(card)).toContain('**3 of 4** first attempts right');
  expect(textOf(card)).toContain('7 points this week, 7 in all');
  expect(textOf(card)).toContain('**1 day in a row**, today counted');
  expect(textOf(card)).toMatch(/has the most to gain/);
  expect(textOf(card)).toContain('26 more first attempts');
  expect(textOf(await tap(who, card, 'progress.why'))).toContain('- 2026-11-23 · set finished · UTC');
  expect(textOf(await tap(who, card, 'quiz.ask'))).toContain('1 of ');
});

test('another’s progress is theirs to open', async () => {
  const [who, other] = [hall.member(), hall.member()];
  await round(other, 3);
  expect(textOf(await say(who, 'progress', { member: other.id }))).toContain(
    'keeps their progress to themselves',
  );
  await tap(other, await say(other, 'me'), 'Let others see my progress');
  const opened = await say(who, 'progress', { member: other.id });
  expect(textOf(opened)).toContain(`${other.username}’s progress`);
  expect(labelsOf(opened)).toEqual([]);
});

test('a broken streak can be brought back by a review of ten', async () => {
  const who = hall.member();
  await round(who, 3);
  hall.pass(4 * DAY);
  const card = await say(who, 'progress');
  expect(textOf(card)).toMatch(/finished by 2026-11-2\d, brings your 1 day back/);
  const result = await walk(hall, who, await tap(who, card, 'progress.repair'));
  expect(textOf(result)).toContain('2 days in a row');
  expect(hall.store.answersOf(who.id).at(-1)).toMatchObject({ place: 'repair' });
});

test('/leaderboard: ties share a place, the hidden and those who left are not on it', async () => {
  const club = hall.discord.createGuild({ name: 'Club', owner: hall.admin });
  const room = club.createChannel({ name: 'study' }).id;
  club.addBot(hall.application);
  const [ann, ben, cat, dan] = ['ann', 'ben', 'cat', 'dan'].map((name) => hall.member(name, club)) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const play = async (who: Person, questions: number) =>
    walk(hall, who, await seen(who.command(room, 'quiz', { questions })));
  const board = async (who: Person, options = {}) =>
    textOf(await seen(who.command(room, 'leaderboard', options)));

  expect(await board(ann)).toContain('No places yet');
  for (const [who, questions] of [
    [ann, 3],
    [ben, 3],
    [cat, 5],
    [dan, 4],
  ] as const)
    await play(who, questions);
  const shown = await ann.command(room, 'leaderboard');
  expect(shown).toMatchObject({ kind: 'thinking', ephemeral: false });
  const text = textOf(await seen(Promise.resolve(shown)));
  expect(text).toContain('4 of 4 studied today');
  expect(text.split('\n').filter((line) => /^\*\*\d.* points/.test(line))).toEqual([
    '**1** cat · 10 points',
    '**2** dan · 8 points',
    expect.stringMatching(/^\*\*3 ann · 6 points\*\* \(you\)$|^\*\*3\*\* ben · 6 points$/),
    expect.stringMatching(/^\*\*3 ann · 6 points\*\* \(you\)$|^\*\*3\*\* ben · 6 points$/),
  ]);

  await tap(cat, await seen(cat.command(room, 'me')), 'Stay off boards');
  club.removeMember(dan);
  const later = await board(ben);
  expect(later).not.toMatch(/cat|dan/);
  expect(later).toContain('**1 ben · 6 points** (you)');
  expect(later).toContain('**1** ann · 6 points');
  expect(await board(cat)).toContain('You stay off the board, as you chose');
  expect(await board(ann, { by: 'streak', period: 'all' })).toContain('**1 ann · 1 day** (you)');
  expect(await board(ann, { by: 'accuracy', period: 'month' })).toContain(
    'Counted from 10 first attempts on',
  );
});

test('/guide lists, opens, turns its pages and ends in a quiz', async () => {
  const who = hall.member();
  const list = await say(who, 'guide');
  const opened = await seen(who.select(list.id, 'guide.choose|1', ['mini/mail']));
  expect(textOf(opened)).toContain('Page 1 of ');
  let page = opened;
  while (has(page, '▶ Next page')) page = await tap(who, page, '▶ Next page');
  expect(textOf(page)).toContain('A reader asks');
  expect(textOf(await tap(who, page, 'Back'))).toContain('Page 1 of ');
  expect(textOf(await tap(who, page, 'term.test'))).toContain('1 of ');
  const found = await who.autocomplete(study, 'guide', { topic: 'mail five' }, 'topic');
  expect(found).toEqual([{ name: 'Mail in five minutes', value: 'mini/mail' }]);
  expect(textOf(await say(who, 'guide', { topic: 'mini/mail' }))).toContain('Page 1');
});

test('/help says what this member can do here', async () => {
  expect(textOf(await say(hall.mia, 'help'))).not.toContain('/setup');
  const card = await say(hall.admin, 'help');
  expect(textOf(card)).toContain('`/setup` chooses the channel');
  expect(textOf(card)).toContain('The mail room: 8 terms, 15 questions');
  expect(has(card, 'progress.show')).toBe(true);
});

test('the message menu explains the terms of any message', async () => {
  const message = hall.tom.say(study, 'why does smtp work but imap and RAID do not?');
  const explained = await hall.mia.menu(message.id, 'Explain terms');
  expect(explained).toMatchObject({ ephemeral: true });
  const card = await seen(Promise.resolve(explained));
  expect(textOf(card)).toContain('**3 terms in this message**');
  expect(partsOf(card).filter(({ options }) => options)).toHaveLength(1);
  const plain = hall.tom.say(study, 'lunch?');
  expect(textOf(await seen(hall.mia.menu(plain.id, 'Explain terms')))).toContain('no glossary term');
  expect(guild.has(hall.mia.id)).toBe(true);
});

test('a silent Discord delays the board, not its acknowledgement', async () => {
  const who = hall.member();
  await round(who, 3);
  hall.discord.faults.onRest({ method: 'GET', route: '/members/' }, { kind: 'hang' });
  const thinking = await who.command(study, 'leaderboard');
  expect(thinking).toMatchObject({ kind: 'thinking' });
  expect(thinking.ackMs).toBeLessThan(1_000);
  expect(textOf(await seen(thinking.settled()))).toContain('(you)');
});

test('a name full of Markdown and mentions is shown as it is, and pings nobody', async () => {
  const who = hall.discord.createUser({ username: 'odd' });
  guild.addMember(who, { nick: '**@everyone** `x` ||y|| [z](http://a.b)' });
  await round(who, 3);
  const board = await say(who, 'leaderboard');
  expect(board.mention_everyone).toBe(false);
  expect(textOf(board)).toContain('\\*\\*@');
  expect(textOf(board)).not.toMatch(/(?<!\\)\*\*@everyone|(?<!\\)\|\|y/);
});
