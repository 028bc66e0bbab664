/** Every content rule, listed once. */
import type { Rule } from '../rule.ts';
import { a1Absolutes } from './a1-absolutes.ts';
import { acceptanceOf } from './acceptance.ts';
import { balance } from './balance.ts';
import { c1Clang } from './c1-clang.ts';
import { c2ReverseClang } from './c2-reverse-clang.ts';
import { itemCardLimits, termCardLimits } from './card-limits.ts';
import { coverage } from './coverage.ts';
import { d1NearDuplicates } from './d1-near-duplicates.ts';
import { d2SameOptions } from './d2-same-options.ts';
import { d3SameKey } from './d3-same-key.ts';
import { d4TemplateFarming } from './d4-template-farming.ts';
import { d5SameDefinitions } from './d5-same-definitions.ts';
import { e1ExhibitWidth } from './e1-exhibit-width.ts';
import { f1Question } from './f1-question.ts';
import { f2Unfocused } from './f2-unfocused.ts';
import { itemFacts, termFacts } from './facts.ts';
import { g1GrammarCue } from './g1-grammar-cue.ts';
import { g2Parallel } from './g2-parallel.ts';
import { k1Convergence } from './k1-convergence.ts';
import { k2Combinations } from './k2-combinations.ts';
import { l1LongKey } from './l1-long-key.ts';
import { l2KeyLengths } from './l2-key-lengths.ts';
import { linkSymmetry } from './link-symmetry.ts';
import { n1AllOfTheAbove } from './n1-all-of-the-above.ts';
import { n2NegativeStem } from './n2-negative-stem.ts';
import { o1NumberOrder } from './o1-number-order.ts';
import { o2Opposites } from './o2-opposites.ts';
import { o3OptionLetters } from './o3-option-letters.ts';
import { p1KeyPosition } from './p1-key-position.ts';
import { q1Distractors } from './q1-distractors.ts';
import { q2Topics } from './q2-topics.ts';
import { r1Lengths } from './r1-lengths.ts';
import { r2Acronyms } from './r2-acronyms.ts';
import { r3DefinitionLength } from './r3-definition-length.ts';
import { reviewed, secondEyes } from './reviewed.ts';
import { s1Options } from './s1-options.ts';
import { s2KeyCount } from './s2-key-count.ts';
import { situation } from './situation.ts';
import { t1TrueFalse } from './t1-true-false.ts';
import { v1VagueWords } from './v1-vague-words.ts';
import { w1Spelling } from './w1-spelling.ts';
import { x1Copied } from './x1-copied.ts';
import { x2Leak } from './x2-leak.ts';

/** All but the one that counts what the others found. */
const FINDERS: readonly Rule[] = [
  s1Options,
  s2KeyCount,
  l1LongKey,
  l2KeyLengths,
  p1KeyPosition,
  n1AllOfTheAbove,
  n2NegativeStem,
  a1Absolutes,
  v1VagueWords,
  c1Clang,
  c2ReverseClang,
  g1GrammarCue,
  g2Parallel,
  k1Convergence,
  k2Combinations,
  o1NumberOrder,
  o2Opposites,
  o3OptionLetters,
  t1TrueFalse,
  e1ExhibitWidth,
  f1Question,
  f2Unfocused,
  d1NearDuplicates,
  d2SameOptions,
  d3SameKey,
  d4TemplateFarming,
  d5SameDefinitions,
  w1Spelling,
  x1Copied,
  x2Leak,
  r1Lengths,
  r2Acronyms,
  r3DefinitionLength,
  linkSymmetry,
  termFacts,
  itemFacts,
  termCardLimits,
  itemCardLimits,
  situation,
  q1Distractors,
  balance,
  coverage,
  q2Topics,
  reviewed,
  secondEyes,
];

export const RULES: readonly Rule[] = [...FINDERS, acceptanceOf(FINDERS)];
