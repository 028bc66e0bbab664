import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/curriculum/model.ts';
import { markAnswers } from '../../../src/curriculum/review/mark.ts';
import { digestOf, sheetEntry } from '../../../src/curriculum/review/sheet.ts';
import { choice, curriculumOf, type ItemLiteral, multiple, option, single } from '../curriculum-of.ts';

const { options: _, kind: __, ...base } = single();
const WHY = 'So the standard of this case has it, step by step and without a gap.';

const OTHERS: readonly ItemLiteral[] = [
  { ...base, id: 'o', kind: 'order', steps: ['Open', 'Look', 'Close'], why: WHY },
  {
    ...base,
    id: 'm',
    kind: 'match',
    why: WHY,
    extras: ['23'],
    pairs: [
      ['SSH', '22'],
      ['DNS', '53'],
      ['SFTP', '22'],
    ],
  },
  {
    ...base,
    id: 'c',
    kind: 'categorize',
    why: WHY,
    buckets: ['TCP', 'UDP'],
    items: [
      ['RDP', 'TCP'],
      ['TFTP', 'UDP'],
      ['SSH', 'TCP'],
    ],
  },
  { ...base, id: 'n', kind: 'number', accept: ['1,500', '1500 W'], unit: 'W', why: WHY },
  {
    ...base,
    id: 'p',
    kind: 'panel',
    why: WHY,
    fields: [
      { label: 'Port', options: ['25', '587'], answer: '587' },
      { label: 'Security', options: ['None', 'STARTTLS', 'TLS'], answer: 'STARTTLS' },
    ],
  },
];

function itemOf(literal: ItemLiteral): Item {
  const [item] = curriculumOf({ items: [literal] }).packs[0]?.items ?? [];
  if (!item) throw new Error('the literal made no question');
  return item;
}

function entryOf(item: Item) {
  const entry = sheetEntry(item, 'whole');
  if (!entry) throw new Error('no entry');
  return entry;
}

describe('a sheet for second readers', () => {
  it('shows a choice without key, reasons, id or terms', () => {
    const item = itemOf(choice(['SMTP', 'IMAP', 'LDAP', 'POP3'], { id: 'secret-smtp-id' }));
    const { text } = entryOf(item);
    expect(text).toContain('waits unsent');
    expect(text).toMatch(/^[A-D]\) SMTP$/m);
    expect(text).not.toMatch(/secret|It fits what the case|correct|true/);
  });

  it('takes the stem and the exhibit away where options alone are shown', () => {
    const item = itemOf(single({ exhibit: 'ping 192.0.2.1' }));
    expect(entryOf(item).text).toContain('ping 192.0.2.1');
    const alone = sheetEntry(item, 'options');
    expect(alone?.text).not.toMatch(/clerk|ping/);
    expect(alone?.text).toContain('IMAP');
  });

  it('shows numbers in their order and other options in one that the file does not betray', () => {
    const texts = ['10', '20', '30', '40'];
    const options = texts.map((text, index) => option(text, index === 2));
    const { text, keys } = entryOf(itemOf(single({ options, ordered: true })));
    expect(text).toMatch(/A\) 10\nB\) 20\nC\) 30\nD\) 40/);
    expect(keys).toEqual(['C']);
    const places = Array.from(
      { length: 200 },
      (_, index) =>
        entryOf(itemOf(choice(['SMTP', 'IMAP', 'LDAP', 'POP3'], { stem: `Case ${index}: what fails?` })))
          .keys[0],
    );
    for (const letter of 'ABCD') {
      expect(places.filter((place) => place === letter).length).toBeGreaterThan(25);
    }
  });

  it('counts the chance of a blind guess', () => {
    expect(entryOf(itemOf(single())).chance).toBe(1 / 4);
    const two = itemOf(multiple(['A1', 'A2'], ['B1', 'B2', 'B3'], 'Which TWO fit? (Choose TWO.)'));
    expect(entryOf(two)).toMatchObject({ chance: 1 / 10 });
  });

  it.each(OTHERS)('asks a question of the kind $kind whole, and never by options alone', (literal) => {
    const item = itemOf(literal);
    const { digest, keys } = entryOf(item);
    for (const key of keys) {
      expect(markAnswers(`${digest}: ${key}`, [item], 'whole').marked).toMatchObject([{ agreed: true }]);
    }
    expect(markAnswers(`${digest}: ZZZ`, [item], 'whole').marked).toMatchObject([{ agreed: false }]);
    expect(sheetEntry(item, 'options')).toBeNull();
  });

  it('letters each right side of a match once', () => {
    const match = OTHERS.find(({ kind }) => kind === 'match');
    const text = match ? entryOf(itemOf(match)).text : '';
    expect(text.match(/^[A-Z]\) /gm)).toHaveLength(3);
  });

  it('gives a question a new digest when what is read or right changes, and only then', () => {
    const before = digestOf(itemOf(single()));
    const why = 'Another reason that says the same in other words, as long as before.';
    const reworded = single().options.map((each) => ({ ...each, why }));
    expect(digestOf(itemOf(single({ options: reworded, terms: ['imap'] })))).toBe(before);
    expect(digestOf(itemOf(single({ stem: 'Another case: what fails?' })))).not.toBe(before);
    // Another order on the sheet would turn the letters of earlier answers round.
    expect(digestOf(itemOf(single({ ordered: true })))).not.toBe(before);
    const flipped = single().options.map((each, index) => ({ ...each, correct: index === 1 }));
    expect(digestOf(itemOf(single({ options: flipped })))).not.toBe(before);
  });
});
