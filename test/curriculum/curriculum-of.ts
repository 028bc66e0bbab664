/** Small curricula from literals: what a test does not care about is filled in soundly. */
import type { z } from 'zod';
import { curriculumFrom } from '../../src/curriculum/curriculum.ts';
import { buildPack, type GuideEntry } from '../../src/curriculum/load/build.ts';
import type { Curriculum } from '../../src/curriculum/model.ts';
import { FactEntry, ItemEntry, PackFile, TermEntry } from '../../src/curriculum/schema.ts';

export type TermLiteral = Partial<z.input<typeof TermEntry>> & { id: string };
export type FactLiteral = Omit<FactEntry, 'source'>;
export type ItemLiteral = z.input<typeof ItemEntry>;
export type SingleLiteral = Partial<Extract<ItemLiteral, { kind: 'single' }>>;

export interface PackLiteral {
  readonly pack?: Partial<z.input<typeof PackFile>>;
  readonly terms?: readonly TermLiteral[];
  readonly items?: readonly ItemLiteral[];
  readonly guides?: readonly GuideEntry[];
  readonly facts?: readonly FactLiteral[];
}

const DEFINITION =
  'A thing that a learner has to know, told in as many words as a paragraph on a small screen should have, with its use.';

export function curriculumOf(...packs: readonly PackLiteral[]): Curriculum {
  return curriculumFrom(
    packs.map(({ pack = {}, terms = [], items = [], guides = [], facts = [] }) =>
      buildPack({
        pack: { entry: packFile(pack), place: { file: 'packs/tiny/pack.yaml', line: 1 } },
        terms: terms.map((literal, index) => ({ entry: termEntry(literal), place: at('terms', index) })),
        items: items.map((literal, index) => ({
          entry: ItemEntry.parse(literal),
          place: at('questions', index),
        })),
        guides: guides.map((entry, index) => ({ entry, place: at('guides', index) })),
        facts: facts.map((literal, index) => ({
          entry: FactEntry.parse({ source: ['a standard'], ...literal }),
          place: at('facts', index),
        })),
      }),
    ),
  );
}

function at(folder: string, index: number) {
  return { file: `packs/tiny/${folder}/all.yaml`, line: index + 1 };
}

export function packFile(overrides: Partial<z.input<typeof PackFile>> = {}): PackFile {
  return PackFile.parse({
    id: 'tiny',
    key: 'tiny',
    name: 'A tiny subject',
    shortName: 'Tiny',
    defaultOutline: 'tiny-1',
    outlines: [
      {
        id: 'tiny-1',
        name: 'Tiny 1',
        status: 'active',
        exam: { maxQuestions: 10, minutes: 10, passingScore: 5, scale: [0, 10] },
        domains: [
          { id: '1.0', name: 'First', weight: 0.6, objectives: [{ id: '1.1', title: 'One' }] },
          { id: '2.0', name: 'Second', weight: 0.4, objectives: [{ id: '2.1', title: 'Two' }] },
        ],
      },
    ],
    ...overrides,
  });
}

export function termEntry(literal: TermLiteral): TermEntry {
  return TermEntry.parse({
    name: literal.id.toUpperCase(),
    category: 'protocol',
    objectives: ['tiny-1/1.1'],
    definition: DEFINITION,
    sensei: 'Remember it.',
    keyConcepts: ['one', 'two', 'three', 'four'],
    onExam: ['so', 'or so'],
    faqs: [
      { question: 'Why?', answer: 'So.' },
      { question: 'How?', answer: 'Thus.' },
    ],
    related: ['other'],
    source: ['a standard'],
    ...literal,
  });
}

const WHY = 'It fits what the case says, since the symptom began when that part was changed.';

/** An option whose reason is filled in. */
export function option(text: string, correct = false) {
  return { text, correct, why: WHY };
}

/** A sound single-response question. */
export function single(overrides: SingleLiteral = {}): Extract<ItemLiteral, { kind: 'single' }> {
  return {
    id: 'q',
    kind: 'single',
    difficulty: 2,
    level: 'apply',
    objectives: ['tiny-1/1.1'],
    terms: ['smtp'],
    source: ['a standard'],
    stem: 'Since Monday a clerk at a bakery reads new mail, while each letter she writes waits unsent. Which service fails?',
    options: [option('SMTP', true), option('IMAP'), option('LDAP'), option('POP3')],
    ...overrides,
  };
}

/** The same with other options; the first is the key. */
export function choice(texts: readonly string[], overrides: SingleLiteral = {}) {
  return single({ options: texts.map((text, index) => option(text, index === 0)), ...overrides });
}

/** Any other kind, with the base that all share. */
export function multiple(keys: readonly string[], others: readonly string[], stem: string): ItemLiteral {
  const options = [...keys.map((text) => option(text, true)), ...others.map((text) => option(text))];
  return { ...single(), kind: 'multiple', stem, options };
}
