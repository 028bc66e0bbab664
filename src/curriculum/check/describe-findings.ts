import type { Finding } from '../finding.ts';
import { textTable } from '../text-table.ts';
import type { BankFigure } from './check.ts';

/** One block a finding, `file:line` first so that editors can open it; a count of both levels at the end. */
export function describeFindings(findings: readonly Finding[]): string {
  const blocks = findings.map(({ file, line, level, rule, id, message, advice }) => {
    const about = id === undefined ? '' : `${id}: `;
    return `${file}:${line}  ${level} ${rule}\n  ${about}${message}\n  → ${advice}\n`;
  });
  return [...blocks, summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return 'Nothing to complain about.\n';
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.\n`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** The bank's figures against their bounds, a line each. */
export function describeFigures(figures: readonly BankFigure[]): string {
  const rows = figures.map(({ rule, what, value, bound, of, ok, judged }) => {
    const verdict = judged ? (ok ? 'ok' : 'OUT') : 'too few';
    return [rule, what, value, bound, `${of}`, verdict];
  });
  return textTable([['rule', 'measure', 'value', 'wanted', 'of', ''], ...rows], [2, 4]);
}
