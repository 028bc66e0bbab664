import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/discord/card.ts';
import { dailyCard, revealCard } from '../../src/discord/views/daily.ts';
import { literal, plain } from '../../src/discord/views/markdown.ts';
import { questionCard } from '../../src/discord/views/question.ts';
import { dots } from '../../src/discord/views/result.ts';
import { termCard } from '../../src/discord/views/term.ts';
import { quizVerdictCard } from '../../src/discord/views/verdict.ts';
import { en } from '../../src/discord/words/index.ts';
import { playableItem } from '../../src/tutor/kinds/index.ts';
import { curriculumOf } from '../curriculum/curriculum-of.ts';

const WHY = {
  imap: 'IMAP leaves the mail on the server and keeps every device alike.',
  pop3: 'POP3 moves the mail to one device; right where only one is used.',
  smtp: 'SMTP sends mail onward; right when the outgoing side fails.',
  snmp: 'SNMP watches devices; right when a switch has to report.',
};

const curriculum = curriculumOf({
  terms: [
    { id: 'imap', expansion: 'Internet Message Access Protocol', ports: ['143/tcp'], related: ['pop3'] },
    { id: 'pop3', related: ['imap'], confusable: ['imap'] },
  ],
  items: [
    {
      id: 'mail-on-two-devices',
      kind: 'single',
      difficulty: 2,
      level: 'apply',
      objectives: ['tiny-1/1.1'],
      terms: ['imap', 'pop3'],
      source: ['RFC 9051'],
      stem: 'A nurse reads mail on a phone and a desktop. Which protocol keeps **both alike**?',
      options: [
        { text: 'POP3', why: WHY.pop3 },
        { text: 'IMAP', why: WHY.imap, correct: true },
        { text: 'SMTP', why: WHY.smtp },
        { text: 'SNMP', why: WHY.snmp },
      ],
    },
  ],
});
const item = [...curriculum.items.values()].filter(playableItem)[0];
const imap = curriculum.terms.get('tiny/imap');
if (!item || !imap) throw new Error('the test curriculum is not as it should be');
const order = [2, 1, 0, 3];

/** Every string of a payload, custom IDs included. */
const everything = (card: unknown): string => JSON.stringify(card);

describe('a question', () => {
  const card = questionCard(en, {
    session: 'abc',
    item,
    order,
    position: 2,
    total: 10,
    domain: 'Networking',
    objective: '2.1 ports',
    confidence: null,
    selection: [],
  });

  it('stands in the order shown: place, stem, options by letter', () => {
    const text = textOf(card);
    expect(text).toContain('3 of 10 · Networking · 2.1 ports');
    expect(text.indexOf('A nurse')).toBeLessThan(text.indexOf('SMTP'));
    expect(text).toMatch(
      /\*\*A\*\*\u2002SMTP\n\*\*B\*\*\u2002IMAP\n\*\*C\*\*\u2002POP3\n\*\*D\*\*\u2002SNMP/,
    );
  });

  it('gives nothing away, neither in words nor in custom IDs', () => {
    for (const why of Object.values(WHY)) expect(everything(card)).not.toContain(why);
    expect(everything(card)).not.toContain('correct');
    const answers = [...everything(card).matchAll(/"label":"([A-D])","custom_id":"([^"]*)"/g)];
    expect(answers.map(([, letter]) => letter)).toEqual(['A', 'B', 'C', 'D']);
    // The IDs differ by the place shown only, so the key's cannot be told from another's.
    expect(answers.map(([, , id]) => id?.replace(/\|\d$/, ''))).toEqual(Array(4).fill('quiz.answer|1|abc|2'));
  });
});

describe('a verdict', () => {
  const verdict = (chosen: number, confidence: 'sure' | 'guess' | null = null) =>
    textOf(
      quizVerdictCard(en, curriculum, {
        session: 'abc',
        position: 0,
        total: 2,
        last: false,
        item,
        order,
        chosen: [chosen],
        correct: chosen === 1,
        confidence,
        rapid: false,
        notes: [],
      }),
    );

  it('says right or wrong in a word beside the symbol', () => {
    expect(verdict(1)).toContain('✅ Right: B, IMAP');
    expect(verdict(0)).toContain('❌ Not this: it is B, IMAP');
  });

  it('explains every option: the key, then the choice, then the others', () => {
    const text = verdict(0);
    const places = [WHY.imap, WHY.pop3, WHY.smtp].map((why) => text.indexOf(why));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('your choice');
    expect(text).toContain(WHY.snmp);
  });

  it('answers the confidence that was given', () => {
    expect(verdict(1, 'guess')).toContain('guessing');
    expect(verdict(0, 'sure')).toContain('You were sure');
  });
});

describe('the daily question', () => {
  const shown = { item, order, date: '2026-11-24' };

  it('tells before the reveal how many answered, and nothing of what', () => {
    const card = dailyCard(en, { ...shown, daily: 7, closesAt: null, late: false, answered: 3, role: null });
    expect(textOf(card)).toContain('3 have answered');
    for (const why of Object.values(WHY)) expect(everything(card)).not.toContain(why);
  });

  it('pings the one role that was chosen, and nobody otherwise', () => {
    const view = { ...shown, daily: 7, closesAt: null, late: false, answered: 0 };
    expect(dailyCard(en, { ...view, role: '123' })).toMatchObject({ pingRole: '123' });
    expect(dailyCard(en, { ...view, role: null })).not.toHaveProperty('pingRole');
  });

  it('shows at the reveal the key, the split in numbers and the commonest trap', () => {
    const split = new Map([
      [0, 2],
      [1, 1],
    ]);
    const text = textOf(revealCard(en, curriculum, { ...shown, split, firstRight: 'Ann *x*', cheers: [] }));
    expect(text).toContain('The answer: B, IMAP');
    expect(text).toMatch(/C █+░+` 2 · 67 %/);
    expect(text).toContain('The commonest trap: C.');
    expect(text).toContain('First right answer: Ann \\*x\\*.');
  });
});

describe('a term', () => {
  it('opens the section that was asked for, marks it, and leaves the others closed', () => {
    const closed = textOf(termCard(en, curriculum, { term: imap, open: null, owner: '1' }));
    expect(closed).toContain('Internet Message Access Protocol');
    expect(closed).toContain('143 TCP');
    expect(closed).not.toContain('Questions people ask');
    const card = termCard(en, curriculum, { term: imap, open: 'faqs', owner: '1' });
    expect(textOf(card)).toContain('Questions people ask');
    expect(everything(card)).toContain('▾ Questions people ask');
  });
});

describe('text from outside', () => {
  it('cannot ping or link', () => {
    expect(plain('@everyone <@123> <#4>')).not.toMatch(/@everyone|<@|<#/);
  });
  it('is shown literally where a member wrote it', () => {
    expect(literal('**bold** [x](y)')).toBe('\\*\\*bold\\*\\* \\[x\\]\\(y\\)');
  });
});

describe('dots', () => {
  it.each([
    [4, 5, '●●●●○'],
    [0, 2, '○○'],
    [0, 0, ''],
    [15, 20, '●●●●●●●●○○'],
  ])('%i of %i', (right, total, drawn) => expect(dots(right, total)).toBe(drawn));
});
