/** A pack as one JSON document for other tools; ids in it are bare, since it holds one pack. */
import { bareId } from './ids.ts';
import type { Fact, Guide, Item, Pack, Term } from './model.ts';

export interface ExportedTerm {
  readonly id: string;
  readonly name: string;
  readonly expansion: string | null;
  readonly aliases: readonly string[];
  readonly objectives: readonly string[];
  readonly definition: string;
  readonly sensei: string;
  readonly keyConcepts: readonly string[];
  readonly onExam: readonly string[];
  readonly faqs: Term['faqs'];
  readonly related: readonly string[];
  readonly guides: readonly string[];
}

export interface ExportedPack {
  readonly pack: string;
  /** `weight` is the share of the objective's domain in the exam, 0 to 1. */
  readonly objectives: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  readonly terms: readonly ExportedTerm[];
  readonly questions: readonly ExportedQuestion[];
  readonly guides: readonly ExportedGuide[];
  readonly facts: readonly ExportedFact[];
}

export interface ExportedFact extends Pick<Fact, 'what' | 'value' | 'source'> {
  readonly id: string;
  /** The term that it is a fact of. */
  readonly subject: string;
  readonly unit: string | null;
}

export interface ExportedGuide
  extends Pick<Guide, 'title' | 'kind' | 'minutes' | 'summary' | 'objectives' | 'body'> {
  readonly id: string;
}

interface QuestionBase extends Pick<Item, 'stem' | 'difficulty' | 'objectives' | 'source'> {
  readonly id: string;
  readonly terms: readonly string[];
  readonly exhibit?: string;
}

export type ExportedQuestion = QuestionBase & Response;

/** What a question of each kind is answered with, and why. */
type Response =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly ExportedOption[] }
  | { readonly kind: 'order'; readonly steps: readonly string[]; readonly why: string }
  | {
      readonly kind: 'match';
      readonly pairs: readonly (readonly [string, string])[];
      readonly extras: readonly string[];
      readonly why: string;
    }
  | {
      readonly kind: 'categorize';
      readonly buckets: readonly string[];
      readonly items: readonly (readonly [string, string])[];
      readonly why: string;
    }
  | {
      readonly kind: 'number';
      readonly accept: readonly string[];
      readonly unit?: string;
      readonly why: string;
    }
  | { readonly kind: 'panel'; readonly fields: readonly ExportedField[]; readonly why: string };

interface ExportedOption {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

interface ExportedField {
  readonly label: string;
  readonly options: readonly string[];
  readonly answer: string;
}

export function exportPack(pack: Pack): ExportedPack {
  const domains = pack.outlines.flatMap((outline) => outline.domains);
  return {
    pack: pack.id,
    objectives: domains.flatMap(({ weight, objectives }) =>
      objectives.map(({ id, title }) => ({ id, title, weight })),
    ),
    terms: pack.terms.map(exportTerm),
    questions: pack.items.map(exportQuestion),
    guides: pack.guides.map(exportGuide),
    facts: pack.facts.map(exportFact),
  };
}

function exportTerm(term: Term): ExportedTerm {
  const { name, expansion, aliases, objectives, definition, sensei, keyConcepts, onExam, faqs } = term;
  return {
    id: bareId(term.id),
    name,
    expansion: expansion ?? null,
    ...{ aliases, objectives, definition, sensei, keyConcepts, onExam, faqs },
    related: term.related.map(bareId),
    guides: term.guides.map(bareId),
  };
}

function exportQuestion(item: Item): ExportedQuestion {
  const { stem, difficulty, objectives, source, exhibit } = item;
  const base: QuestionBase = {
    id: bareId(item.id),
    ...{ stem, difficulty, objectives, source },
    terms: item.terms.map(bareId),
    ...(exhibit === undefined ? {} : { exhibit }),
  };
  return { ...base, ...responseOf(item) };
}

function responseOf(item: Item): Response {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return { kind: item.kind, options: item.options };
    case 'order':
      return { kind: item.kind, steps: item.steps, why: item.why };
    case 'match':
      return { kind: item.kind, pairs: item.pairs, extras: item.extras, why: item.why };
    case 'categorize':
      return { kind: item.kind, buckets: item.buckets, items: item.items, why: item.why };
    case 'number':
      return {
        kind: item.kind,
        accept: item.accept,
        ...(item.unit === undefined ? {} : { unit: item.unit }),
        why: item.why,
      };
    case 'panel':
      return { kind: item.kind, fields: item.fields, why: item.why };
  }
}

function exportGuide({ id, title, kind, minutes, summary, objectives, body }: Guide): ExportedGuide {
  return { id: bareId(id), title, kind, minutes, summary, objectives, body };
}

function exportFact({ id, subject, what, value, unit, source }: Fact): ExportedFact {
  return { id: bareId(id), subject: bareId(subject), what, value, unit: unit ?? null, source };
}
