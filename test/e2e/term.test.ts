/** `/term`, as members meet it. */
import { expect, test } from 'vitest';
import { sharedHall } from './support/hall.ts';
import { has, labelsOf, offersOf, pick, press, seen, tap, textOf } from './support/screen.ts';

const hall = await sharedHall();
const { mia, tom, study } = hall;
const term = (query: string, rest = {}) => mia.command(study, 'term', { query, ...rest });

test('the third letter finds the term, and choosing it opens its card', async () => {
  const offered = await mia.autocomplete(study, 'term', { query: 'smt' }, 'query');
  expect(offered[0]).toEqual({ name: 'SMTP · Simple Mail Transfer Protocol', value: 'mini/smtp' });
  const card = textOf(await seen(term(String(offered[0]?.value))));
  expect(card).toContain('## SMTP\nSimple Mail Transfer Protocol');
  expect(card).toContain('25 TCP');
  expect(card).toContain('mini-0 1.1 (retired Sept 2025)');
});

test.each([
  ['smtp', 'SMTP'],
  ['simple mail transfer protocol', 'SMTP'],
  ['protocol mail simple', 'SMTP'],
  ['outgoing mail', 'SMTP'],
  ['port 25', 'SMTP'],
  ['587', 'SMTP'],
  ['smpt', 'SMTP'],
  ['68', 'DHCP'],
])('%s finds %s', async (query, name) => {
  expect(textOf(await seen(term(query)))).toContain(`## ${name}\n`);
});

test('a card is shared unless its member says otherwise', async () => {
  expect(await term('smtp')).toMatchObject({ kind: 'message', ephemeral: false });
  expect(await term('smtp', { share: false })).toMatchObject({ kind: 'message', ephemeral: true });
});

test('its owner opens each section in place, and closes it again', async () => {
  const card = await seen(term('smtp'));
  const inside = {
    exam: 'A case about SMTP',
    faqs: '**Why SMTP?**\nIt does one thing well.',
    related: '**IMAP** Internet Message Access Protocol *(often mixed up with this one)*',
    guides: '**Mail in five minutes**',
  };
  for (const [section, content] of Object.entries(inside)) {
    expect(textOf(card)).not.toContain(content);
    const opened = await press(mia, card, new RegExp(`^term\\.section\\|.*\\|${section}$`));
    expect(opened).toMatchObject({ kind: 'updated', ephemeral: false });
    const shown = await seen(Promise.resolve(opened));
    expect(shown.id).toBe(card.id);
    expect(textOf(shown)).toContain(content);
    const closed = await tap(mia, shown, /\|none$/);
    expect(textOf(closed)).toBe(textOf(card));
  }
});

test('somebody else opens a section for themselves only', async () => {
  const card = await seen(term('smtp'));
  const own = await press(tom, card, 'Questions people ask');
  expect(own).toMatchObject({ kind: 'message', ephemeral: true });
  expect(hall.publicIn(study).find(({ id }) => id === card.id)?.components).toEqual(card.components);
  const theirs = await seen(Promise.resolve(own));
  expect(await press(tom, theirs, 'Related')).toMatchObject({ kind: 'updated', ephemeral: true });
});

test('from a card to a related term, to its guide, to a quiz and into the reviews', async () => {
  const card = await seen(term('smtp'));
  const related = await tap(mia, card, 'Related');
  expect(offersOf(related, 'term.choose')).toEqual(['mini/imap', 'mini/pop3']);
  expect(textOf(await pick(mia, related, 'term.choose', 'mini/imap'))).toContain('## IMAP');

  const guide = await tap(mia, await tap(mia, related, 'Guides'), 'guide.open');
  expect(textOf(guide)).toContain('## Mail in five minutes');

  const question = await tap(mia, card, 'term.test');
  expect(textOf(question)).toContain('1 of ');
  await tap(mia, question, 'quiz.leave');

  const kept = await tap(mia, card, 'term.keep');
  expect(hall.store.keptTerms(mia.id)).toEqual(['mini/smtp']);
  await tap(mia, kept, 'term.forget');
  expect(hall.store.keptTerms(mia.id)).toEqual([]);
});

test('several terms fit: one is chosen, and shared as wished', async () => {
  const asked = await term('incoming mail');
  expect(asked).toMatchObject({ ephemeral: true });
  const choice = await seen(Promise.resolve(asked));
  expect(offersOf(choice, 'term.choose').sort()).toEqual(['mini/imap', 'mini/pop3']);
  const chosen = await mia.select(choice.id, 'term.choose|1|public', ['mini/pop3']);
  expect(chosen).toMatchObject({ kind: 'message', ephemeral: false });
  expect(textOf(await seen(Promise.resolve(chosen)))).toContain('## POP3');
});

test('nothing fits: the nearest three are a press away, and the wish is kept without its member', async () => {
  const asked = await term('quantum entanglement @everyone');
  expect(asked).toMatchObject({ ephemeral: true });
  const message = await seen(Promise.resolve(asked));
  expect(labelsOf(message)).toHaveLength(3);
  expect(hall.store.wishes()).toMatchObject([{ query: 'quantum entanglement @everyone', times: 1 }]);
  expect(has(await tap(mia, message, /^term\.open/), 'term.test')).toBe(true);
});

test.each(['   ', '*', '`', '\u{1F525}'])('%j is answered kindly', async (query) => {
  expect(textOf(await seen(term(query))).length).toBeGreaterThan(20);
});
