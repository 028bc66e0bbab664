/** A small made-up outline with items, for tests of choosing. */
import type {
  Curriculum,
  Difficulty,
  Domain,
  Item,
  Objective,
  Outline,
  Term,
} from '../../src/curriculum/model.ts';

const place = { file: 'made-up.yaml', line: 1 };
const why = 'A reason that is long enough to be one.';

/** Domain weights of the outline `ex`; two objectives each. */
export const WEIGHTS = [0.4, 0.3, 0.2, 0.1] as const;

function objective(domain: number, number: number): Objective {
  return {
    id: `ex/${domain}.${number}`,
    outline: 'ex',
    domain: `ex/${domain}.0`,
    code: `${domain}.${number}`,
    title: `Objective ${domain}.${number}`,
    topics: [],
  };
}

const domains: Domain[] = WEIGHTS.map((weight, index) => ({
  id: `ex/${index + 1}.0`,
  code: `${index + 1}.0`,
  name: `Domain ${index + 1}`,
  weight,
  objectives: [objective(index + 1, 1), objective(index + 1, 2)],
}));

export const OUTLINE: Outline = {
  id: 'ex',
  pack: 'pack',
  name: 'Example',
  status: 'active',
  exam: { maxQuestions: 90, minutes: 90, passingScore: 675, scale: [100, 900] },
  domains,
};

export interface ItemSketch {
  readonly id: string;
  readonly objectives: readonly string[];
  readonly difficulty?: Difficulty;
  readonly terms?: readonly string[];
}

/** A single-response item whose first option is right. */
export function singleItem({ id, objectives, difficulty = 2, terms = ['p/t'] }: ItemSketch) {
  const texts = ['right', 'wrong', 'worse', 'worst'];
  return {
    id,
    pack: 'pack',
    place,
    kind: 'single' as const,
    revision: 1,
    difficulty,
    level: 'apply' as const,
    objectives: [...objectives],
    terms: [...terms],
    source: ['made up'],
    stem: 'Which?',
    ordered: false,
    options: texts.map((text, index) => ({ text, correct: index === 0, why })),
  };
}

/** A multiple-response item with the given right options. */
export function multipleItem(sketch: ItemSketch, right: readonly number[], options = 5) {
  return {
    ...singleItem(sketch),
    kind: 'multiple' as const,
    options: Array.from({ length: options }, (_, index) => ({
      text: `option ${index}`,
      correct: right.includes(index),
      why,
    })),
  };
}

/** So many single items for each of the eight objectives, with ids `1.1-0`, `1.1-1`, … */
export function bank(perObjective: number): Item[] {
  return domains.flatMap((domain) =>
    domain.objectives.flatMap(({ id, code }) =>
      Array.from({ length: perObjective }, (_, n) => singleItem({ id: `${code}-${n}`, objectives: [id] })),
    ),
  );
}

export function term(id: string, related: readonly string[]): Term {
  return {
    id,
    pack: 'pack',
    place,
    name: id,
    aliases: [],
    category: 'made-up',
    objectives: ['ex/1.1'],
    supplemental: false,
    ports: [],
    numbers: [],
    definition: 'A made-up term.',
    sensei: 'Made up.',
    keyConcepts: [],
    onExam: [],
    faqs: [],
    related: [...related],
    confusable: [],
    guides: [],
    source: ['made up'],
  };
}

export function curriculumOf(items: readonly Item[], terms: readonly Term[] = []): Curriculum {
  return {
    packs: [],
    outlines: new Map([[OUTLINE.id, OUTLINE]]),
    domains: new Map(domains.map((domain) => [domain.id, domain])),
    objectives: new Map(domains.flatMap((domain) => domain.objectives.map((one) => [one.id, one]))),
    terms: new Map(terms.map((one) => [one.id, one])),
    items: new Map(items.map((item) => [item.id, item])),
    guides: new Map(),
  };
}
