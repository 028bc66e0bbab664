import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTopic, parseTopic, type TopicAsker, topicItems, weakObjectives } from '../../src/tutor/topic.ts';
import type { ItemRecord, Topic } from '../../src/tutor/types.ts';
import { bank, curriculumOf, multipleItem, OUTLINE, singleItem, term } from './small-curriculum.ts';

const smtp = singleItem({ id: 'about-smtp', objectives: ['ex/2.1'], terms: ['p/smtp'] });
const imap = singleItem({ id: 'about-imap', objectives: ['ex/2.1'], terms: ['p/imap'] });
const broken = multipleItem({ id: 'broken', objectives: ['ex/2.1'], terms: ['p/smtp'] }, []);
const elsewhere = singleItem({ id: 'elsewhere', objectives: ['other/1.1'] });
const CURRICULUM = curriculumOf(
  [...bank(2), smtp, imap, broken, elsewhere],
  [term('p/smtp', ['p/imap']), term('p/imap', [])],
);
const asker = (over: Partial<TopicAsker> = {}): TopicAsker => ({
  outline: OUTLINE,
  history: new Map(),
  kept: new Set(),
  ...over,
});
const record = (correct: boolean): ItemRecord => ({
  attempts: 1,
  firstCorrect: correct,
  lastCorrect: correct,
  lastAt: 1,
});
const idsOf = (topic: Topic, who = asker()) =>
  topicItems(topic, who, CURRICULUM).items.map((item) => item.id);

describe('topicItems', () => {
  test('all and outline: whatever the outline has, if it can be asked', () => {
    expect(idsOf({ kind: 'all' })).toHaveLength(18);
    expect(idsOf({ kind: 'outline', outline: 'ex' })).toEqual(idsOf({ kind: 'all' }));
    expect(idsOf({ kind: 'all' })).not.toContain('broken');
    expect(idsOf({ kind: 'all' })).not.toContain('elsewhere');
  });

  test('domain and objective', () => {
    expect(idsOf({ kind: 'domain', domain: 'ex/1.0' })).toEqual(['1.1-0', '1.1-1', '1.2-0', '1.2-1']);
    expect(idsOf({ kind: 'objective', objective: 'ex/4.2' })).toEqual(['4.2-0', '4.2-1']);
  });

  test('term: with its neighbours, its own first', () => {
    const { items, prefer } = topicItems({ kind: 'term', term: 'p/smtp' }, asker(), CURRICULUM);
    expect(items.map((item) => item.id)).toEqual(['about-smtp', 'about-imap']);
    expect([...prefer]).toEqual(['about-smtp']);
  });

  test('kept: the terms in the reviews; nothing without any', () => {
    expect(idsOf({ kind: 'kept' }, asker({ kept: new Set(['p/imap']) }))).toEqual(['about-imap']);
    expect(idsOf({ kind: 'kept' })).toEqual([]);
  });

  test('missed: whose last answer was wrong', () => {
    const history = new Map([
      ['1.1-0', record(false)],
      ['1.1-1', record(true)],
      ['gone', record(false)],
    ]);
    expect(idsOf({ kind: 'missed' }, asker({ history }))).toEqual(['1.1-0']);
  });

  test('weak: the three objectives with the lowest accuracy among those answered', () => {
    const history = new Map(
      (['1.1', '1.2', '2.2', '3.1', '3.2'] as const).flatMap((code, n) =>
        [0, 1].map((m) => [`${code}-${m}`, record(2 * n + m >= 5)] as const),
      ),
    );
    expect(weakObjectives(asker({ history }), CURRICULUM)).toEqual(['ex/1.1', 'ex/1.2', 'ex/2.2']);
    expect(idsOf({ kind: 'weak' }, asker({ history }))).toHaveLength(6);
    expect(idsOf({ kind: 'weak' })).toEqual([]);
  });
});

test('one miss does not make an objective weaker than many', () => {
  const items = bank(10);
  const missed = (prefix: string, count: number, wrong: number) =>
    Array.from({ length: count }, (_, n) => [`${prefix}-${n}`, record(n >= wrong)] as const);
  const history = new Map([...missed('1.1', 1, 1), ...missed('1.2', 10, 8)]);
  expect(weakObjectives(asker({ history }), curriculumOf(items), 1)).toEqual(['ex/1.2']);
});

describe('a topic as text', () => {
  const topics: Topic[] = [
    { kind: 'all' },
    { kind: 'missed' },
    { kind: 'weak' },
    { kind: 'kept' },
    { kind: 'outline', outline: 'ex' },
    { kind: 'domain', domain: 'ex/1.0' },
    { kind: 'objective', objective: 'ex/1.1' },
    { kind: 'term', term: 'p/smtp' },
  ];

  test.each(topics)('$kind comes back', (topic) => {
    expect(parseTopic(makeTopic(topic), CURRICULUM)).toEqual(topic);
  });

  test('an unknown text is no topic; a known one is written the same', () => {
    const known = topics.map(makeTopic);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...known, 'term:', 'term:p/gone', ':', 'x:ex')),
        (text) => {
          const topic = parseTopic(text, CURRICULUM);
          expect(topic === null ? known.includes(text) : makeTopic(topic) !== text).toBe(false);
        },
      ),
    );
  });
});
