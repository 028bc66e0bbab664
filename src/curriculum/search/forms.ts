/** The spellings under which a term can be found. */
import type { Term } from '../model.ts';
import { compact, partsOf, wordsOf } from './normalize.ts';

export type FormKind = 'name' | 'expansion' | 'alias';

export interface Form {
  readonly kind: FormKind;
  /** Letters and digits alone. */
  readonly compact: string;
  readonly words: readonly string[];
  /** Parts of hyphenated words; they lead to the form without being needed for it. */
  readonly parts: readonly string[];
}

/** Every distinct spelling of a term: its name first, then its expansion, then its aliases. */
export function formsOf({ name, expansion, aliases }: Term): Form[] {
  const forms = [
    ...spellings(name).map((text) => formOf('name', text)),
    ...(expansion === undefined ? [] : spellings(expansion).map((text) => formOf('expansion', text))),
    ...aliases.flatMap(spellings).map((text) => formOf('alias', text)),
  ].filter((form) => form.compact !== '');
  const seen = new Set<string>();
  return forms.filter((form) => !seen.has(form.compact) && seen.add(form.compact));
}

const PARENTHESIZED = /^(.+?)\s*\(([^)]+)\)\s*$/;

/** `Thunderbolt (cable)` is typed with and without what the parentheses say. */
function spellings(text: string): string[] {
  const match = PARENTHESIZED.exec(text);
  return match?.[1] ? [text, match[1]] : [text];
}

function formOf(kind: FormKind, text: string): Form {
  return { kind, compact: compact(text), words: wordsOf(text), parts: partsOf(text) };
}
