/** What is taught: the rooms above read it through this door. */
export { answerProblem } from './answerable.ts';
export { type BankFigure, bankFigures, type CheckOptions, checkContent } from './check/check.ts';
export { describeFigures, describeFindings } from './check/describe-findings.ts';
export type { CardFits } from './check/rule.ts';
export { registerContentCommands } from './cli.ts';
export { curriculumFrom } from './curriculum.ts';
export { type ExportedPack, exportPack } from './export.ts';
export type { Finding } from './finding.ts';
export { type LoadResult, loadCurriculum } from './load/load.ts';
export type * from './model.ts';
export { findTermsIn } from './search/find-terms-in.ts';
export {
  buildTermIndex,
  type FindOptions,
  type FindResult,
  type Found,
  type TermIndex,
  type Why,
} from './search/term-index.ts';
export { contentStats, formatStats, type PackStats } from './stats.ts';
