import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import type { Curriculum, Item } from '../../../src/curriculum/model.ts';
import { type Review, readReviews, withReviews } from '../../../src/curriculum/review/log.ts';
import { describeMarking, markAnswers } from '../../../src/curriculum/review/mark.ts';
import { type ReviewMode, sheetEntry } from '../../../src/curriculum/review/sheet.ts';
import { choice, curriculumOf, multiple } from '../curriculum-of.ts';

function bank(count: number): Curriculum {
  const texts = ['SMTP', 'IMAP', 'LDAP', 'POP3'];
  return curriculumOf({
    items: Array.from({ length: count }, (_, index) =>
      choice(texts, { id: `q${index}`, stem: `In shop ${index} letters wait unsent. Which service fails?` }),
    ),
  });
}

function itemsOf({ packs }: Curriculum): readonly Item[] {
  return packs[0]?.items ?? [];
}

/** A line that answers the question rightly or wrongly. */
function answer(item: Item, right: boolean, mode: ReviewMode = 'whole'): string {
  const entry = sheetEntry(item, mode);
  const key = entry?.keys[0] ?? '';
  return `${entry?.digest}: ${right ? key : key === 'A' ? 'B' : 'A'}`;
}

/** Readings of a bank in which so many of the first questions were answered as keyed. */
function readings(curriculum: Curriculum, right: number, mode: ReviewMode = 'whole'): Review[] {
  const items = itemsOf(curriculum);
  const lines = items.map((item, index) => answer(item, index < right, mode));
  const { marked } = markAnswers(lines.join('\n'), items, mode);
  return readReviews(withReviews('', marked, mode, '2026-01-31'), 'reviews.tsv').reviews;
}

function findings(curriculum: Curriculum, reviews: readonly Review[]): string[] {
  const rules = RULES.filter(({ id }) => id === 'reviewed' || id === 'second-eyes');
  const found = checkContent(curriculum, { rules, reviews: new Map([['tiny', reviews]]) });
  return found.map(({ level, message }) => `${level}: ${message}`);
}

describe('marking a second reader', () => {
  it('tells agreement, difference and doubt apart', () => {
    const curriculum = bank(3);
    const [first, second, third] = itemsOf(curriculum);
    if (!first || !second || !third) throw new Error('no bank');
    const text = [answer(first, true), answer(second, false), `${answer(third, true)} ? B is fair too`].join(
      '\n',
    );
    const marking = markAnswers(`${text}\n\nfedcba98: A\nnonsense\n`, itemsOf(curriculum), 'whole');
    expect(marking.marked.map(({ agreed, sure }) => [agreed, sure])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
    expect(marking.unread).toEqual(['fedcba98: A', 'nonsense']);
    const told = describeMarking(marking);
    expect(told).toContain('2 of 3 answers agree with the key: 66.7 %; blind guessing would reach 25.0 %.');
    expect(told).toMatch(/Different from the key:\n {2}packs\/tiny\/questions\/all\.yaml:2 {2}tiny\/q1: /);
    expect(told).toContain('(B is fair too)');
  });

  it('takes letters in any case, order and punctuation where several are asked for', () => {
    const curriculum = curriculumOf({
      items: [multiple(['A1', 'A2'], ['B1', 'B2', 'B3'], 'Which TWO fit? (Choose TWO.)')],
    });
    const items = itemsOf(curriculum);
    const [item] = items;
    const entry = item && sheetEntry(item, 'whole');
    const backwards = [...(entry?.keys[0] ?? '')].reverse().join(', ').toLowerCase();
    expect(markAnswers(`- ${entry?.digest}: ${backwards}`, items, 'whole').marked).toMatchObject([
      { agreed: true },
    ]);
  });

  it('keeps readings in a log that it reads again, and names a line that is none', () => {
    const reviews = readings(bank(2), 1);
    expect(reviews).toMatchObject([
      { question: 'q0', agreed: true, sure: true, on: '2026-01-31' },
      { question: 'q1', agreed: false },
    ]);
    const log = withReviews('', [], 'whole', '2026-01-31');
    const { findings: found } = readReviews(
      `${log}q0\tabc\twhole\tperhaps\tsure\t2026-01-31\n`,
      'reviews.tsv',
    );
    expect(found).toMatchObject([{ level: 'error', file: 'reviews.tsv', line: 2 }]);
  });
});

describe('what readings say of the bank', () => {
  it('second-eyes fails under 98 in 100 and passes at it', () => {
    const curriculum = bank(100);
    expect(findings(curriculum, readings(curriculum, 97))).toContainEqual(
      expect.stringMatching(/^warning: answers of second readers that agree with the key: 97\.0 % of 100/),
    );
    expect(findings(curriculum, readings(curriculum, 98))).toEqual([]);
  });

  it('second-eyes is an error once the bank is whole', () => {
    const curriculum = bank(1000);
    expect(findings(curriculum, readings(curriculum, 900))).toContainEqual(
      expect.stringMatching(/^error: answers of second readers/),
    );
  });

  it('second-eyes fails when options alone give away more than ten points above chance', () => {
    const curriculum = bank(100);
    const whole = readings(curriculum, 100);
    expect(findings(curriculum, [...whole, ...readings(curriculum, 35, 'options')])).toEqual([]);
    expect(findings(curriculum, [...whole, ...readings(curriculum, 36, 'options')])).toContainEqual(
      expect.stringMatching(/guessed from the options alone, above chance: 11\.0 points of 100/),
    );
  });

  it('reviewed counts only questions that stand as they were read, and the last reading of each', () => {
    const curriculum = bank(100);
    const stale = readings(curriculum, 100).map((review, index) =>
      index < 11 ? { ...review, digest: '00000000' } : review,
    );
    expect(findings(curriculum, stale)).toContainEqual(
      expect.stringMatching(/^warning: questions that a second reader has answered as they stand: 89\.0 %/),
    );
    expect(findings(curriculum, [...readings(curriculum, 50), ...readings(curriculum, 100)])).toEqual([]);
  });
});
