/** What is taught: the rooms above read it through this door. */
export { answerProblem } from './answerable.ts';
export { curriculumFrom } from './curriculum.ts';
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
