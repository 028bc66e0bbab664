/** What a check of the content found. Findings are data; `describe-findings.ts` prints them. */
export interface Finding {
  /** An error keeps the content from being released; a warning is counted against its rule's allowance. */
  readonly level: 'error' | 'warning';
  /** Short name of the rule that was broken, such as `L1` or `unknown-term`. */
  readonly rule: string;
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The entry concerned, as its file names it; absent where a finding concerns a file or the whole bank. */
  readonly id?: string;
  /** What is wrong, with the measure and the bound where there is one. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

/** By file, line and rule, so that two runs over the same content print the same. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
