/** What the preview's page is told. */

/** A line of the list. */
export interface EntryLine {
  /** `term:core1/smtp`, `question:core1/…`, or `rest` for findings that belong to no card. */
  readonly key: string;
  readonly kind: 'term' | 'question' | 'rest';
  readonly title: string;
  /** `packs/…/mail.yaml:12`; empty for the rest. */
  readonly place: string;
  readonly errors: number;
  readonly warnings: number;
}

export interface EntryView {
  readonly line: EntryLine;
  readonly findings: readonly FindingView[];
  readonly cards: readonly CardView[];
  /** Said where there is no card. */
  readonly note: string | null;
}

export interface FindingView {
  readonly level: 'error' | 'warning';
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  readonly advice: string;
}

export interface CardView {
  readonly label: string;
  /** Characters of text on the card, and how many Discord takes. */
  readonly characters: number;
  readonly most: number;
  /** Safe markup: everything in it was escaped by the renderer. */
  readonly html: string;
}
