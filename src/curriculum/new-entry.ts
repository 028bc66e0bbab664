/** A new entry as text, with every field to fill in: empty ones are refused by the check until they are written. */
import type { ItemKind } from './schema.ts';

export interface NewTerm {
  readonly id: string;
  readonly name: string;
  readonly objective: string;
}

export interface NewQuestion {
  readonly id: string;
  readonly kind: ItemKind;
  readonly objective: string;
}

/** A term in YAML, to stand at the end of a list. */
export function newTermText({ id, name, objective }: NewTerm): string {
  return `- id: ${quoted(id)}
  name: ${quoted(name)}
  # expansion: what the letters stand for
  aliases: [] # every other spelling that a learner might type
  category: '' # such as protocol, connector, device, service
  objectives: [${objective}]
  # ports: [25/tcp]
  definition: '' # one to three sentences: what it is, what it is for, the number to know
  sensei: '' # one line that resolves the confusion which costs points
  keyConcepts: # four to six, each a fact with its consequence
${blanks(4)}
  onExam: # two or three ways it is asked, each naming the decision
${blanks(2)}
  faqs: # two or three questions that people really ask
    - { question: '', answer: '' }
    - { question: '', answer: '' }
  related: [] # three to eight other terms; they lead back
  confusable: [] # those of them that people mix up with this one
  source: [''] # the standard, RFC or vendor's document
`;
}

/** A question in YAML, to stand at the end of a list. */
export function newQuestionText({ id, kind, objective }: NewQuestion): string {
  return `- id: ${quoted(id)}
  kind: ${kind}
  difficulty: 0 # 1 recall in context, 2 apply, 3 diagnose among close candidates
  level: '' # recall, apply or analyze
  objectives: [${objective}]
  terms: [] # what it rests on
  source: [''] # the standard, RFC or vendor's document
  stem: '' # who, what they see, what they want; then one question
${RESPONSES[kind]}`;
}

/** An id such as 802 would be read as a number. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function blanks(count: number): string {
  return Array.from({ length: count }, () => "    - ''").join('\n');
}

const WHY = "  why: '' # why this is right here, and what tempts elsewhere\n";
const KEY = "    - text: ''\n      correct: true\n      why: '' # why this is right here\n";
const DISTRACTOR =
  "    - text: ''\n      why: '' # why this tempts, why it fails, and when it would be right\n";

const RESPONSES: Readonly<Record<ItemKind, string>> = {
  single: `  options:\n${KEY}${DISTRACTOR.repeat(3)}`,
  multiple: `  options:\n${KEY.repeat(2)}${DISTRACTOR.repeat(3)}`,
  order: `  steps: # in the right order\n${blanks(4)}\n${WHY}`,
  match: `  pairs: # left and right\n${"    - ['', '']\n".repeat(4)}  extras: [] # right sides that fit nothing\n${WHY}`,
  categorize: `  buckets: ['', '']\n  items: # text and its bucket\n${"    - ['', '']\n".repeat(4)}${WHY}`,
  number: `  accept: [''] # every spelling that counts as right\n  # unit: GB\n${WHY}`,
  panel: `  fields:\n${"    - { label: '', options: ['', ''], answer: '' }\n".repeat(2)}${WHY}`,
};
