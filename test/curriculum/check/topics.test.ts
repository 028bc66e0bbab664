import { describe, expect, it } from 'vitest';
import { bankFigures } from '../../../src/curriculum/check/check.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import { isCovered, topicCovers } from '../../../src/curriculum/check/topics.ts';
import {
  choice,
  curriculumOf,
  type ItemLiteral,
  packFile,
  single,
  type TermLiteral,
} from '../curriculum-of.ts';

const TOPICS = ['SMTP 25', 'keyboard/keys', 'ports 20-21', 'TCP vs UDP', 'screws'];

function packWith(terms: readonly TermLiteral[], items: readonly ItemLiteral[], topics = TOPICS) {
  const [outline] = packFile().outlines;
  if (!outline) throw new Error('the tiny pack has an outline');
  const domains = outline.domains.map((domain) => ({
    ...domain,
    objectives: domain.objectives.map((objective) => ({
      ...objective,
      topics: objective.id === '1.1' ? topics : [],
    })),
  }));
  return curriculumOf({ pack: { outlines: [{ ...outline, domains }] }, terms, items });
}

function covers(terms: readonly TermLiteral[], items: readonly ItemLiteral[]) {
  const [pack] = packWith(terms, items).packs;
  const [outline] = pack?.outlines ?? [];
  if (!pack || !outline) throw new Error('the tiny pack is there');
  return new Map(topicCovers(pack, outline).map((cover) => [cover.topic, cover]));
}

const smtp: TermLiteral = { id: 'smtp', definition: 'It listens on port 25.' };

describe('topics of an outline', () => {
  it('are taught by a term that has their words, in its names or its texts', () => {
    const found = covers([smtp, { id: 'keys', name: 'Loose key' }], []);
    expect(found.get('SMTP 25')).toMatchObject({ terms: 1, items: 0 });
    expect(found.get('keyboard/keys')?.terms).toBe(1);
    expect(found.get('screws')?.terms).toBe(0);
  });

  it('take one end of a range for the whole, and "vs" for nothing', () => {
    const found = covers([{ id: 'a', definition: 'Its ports are 20 and others; TCP, not UDP.' }], []);
    expect(found.get('ports 20-21')?.terms).toBe(1);
    expect(found.get('TCP vs UDP')?.terms).toBe(1);
  });

  it('are asked about by a question that has the words or rests on a term with that name', () => {
    const asks = single({ id: 'a', stem: 'A case has lost two screws. Which part comes loose first?' });
    const rests = single({ id: 'b', terms: ['keys'] });
    const found = covers([{ id: 'keys', name: 'Keyboard' }], [asks, rests]);
    expect(found.get('screws')?.items).toBe(1);
    expect(found.get('keyboard/keys')?.items).toBe(1);
  });

  it('do not count what stands under another objective', () => {
    expect(covers([{ ...smtp, objectives: ['tiny-1/2.1'] }], []).get('SMTP 25')?.terms).toBe(0);
  });

  it('are covered with one term and two questions', () => {
    const two = ['a', 'b'].map((id) => single({ id, stem: `Which of ${id} speaks SMTP on port 25?` }));
    const cover = (items: readonly ItemLiteral[]) => covers([smtp], items).get('SMTP 25');
    const [full, half] = [cover(two), cover(two.slice(1))];
    expect(full && isCovered(full)).toBe(true);
    expect(half && isCovered(half)).toBe(false);
  });
});

describe('figures of what the questions draw on', () => {
  const figures = (rule: string, ...items: ItemLiteral[]) =>
    bankFigures(packWith([smtp, { id: 'imap' }], items), { rules: RULES.filter(({ id }) => id === rule) });

  it('Q2 counts bare topics and names them', () => {
    expect(figures('Q2')[0]).toMatchObject({ value: '5 of 5 topics', ok: false });
    expect(figures('Q2')[0]?.advice).toContain('SMTP 25 (1.1), keyboard/keys (1.1)');
  });

  it('Q1 counts terms, numbers beside a number, and keys of other questions', () => {
    expect(figures('Q1', choice(['SMTP', 'IMAP', 'A spoon', 'A fork']))[0]?.value).toBe('33.3 %');
    expect(figures('Q1', choice(['10 m', '20 m', '30 m', 'A fork']))[0]?.value).toBe('66.7 %');
    const other = choice(['A spoon', 'IMAP', 'SMTP', 'IMAP 4'], { id: 'other' });
    expect(figures('Q1', choice(['SMTP', 'A spoon', 'A knife', 'A fork']), other)[0]?.value).toBe('66.7 %');
  });

  it('C2 counts questions whose stem is echoed by one distractor, and judges none', () => {
    const echoes = choice(['SMTP', 'A letter box', 'IMAP', 'LDAP']);
    expect(figures('C2', echoes, single({ id: 'silent' }))[0]).toMatchObject({ value: '50.0 %', ok: true });
  });
});
