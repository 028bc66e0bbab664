/**
 * Every bound of the content check in one table, each with its reason. Guideline means Haladyna, Downing and
 * Rodriguez (2002), "A review of multiple-choice item-writing guidelines"; flaw rule means SAQUET (Moore et al.,
 * 2024), whose rules agreed with human judges on more than nine flaws in ten.
 */
export const THRESHOLDS = {
  /** Fewer questions than this make shares jump with every one; they are shown, not judged. */
  bankSize: 100,

  /** Flaw rule: a key of this many words that is clearly longer than all else gives itself away. */
  longKeyWords: 4,
  longKeyWarning: 1.25,
  longKeyError: 1.6,
  /** Chance is 25 % with four options; 1,000 questions stay within 21.5 to 28.5 % in 99 of 100 cases. */
  longestKeyShare: 0.3,
  meanLengthRatio: { least: 0.9, most: 1.1 },
  /** Position of the key where options are not shuffled; 25 % is even. */
  positionShare: { least: 0.15, most: 0.35 },
  /** The 1 % point of chi-square with three degrees of freedom. */
  positionChiSquare: 11.34,
  positionRun: 5,

  /** Allowances: what share of the bank may carry a warning. Stricter than published banks reach. */
  negativeShare: 0.03,
  absoluteShare: 0.02,
  vagueShare: 0.01,
  clangShare: 0.08,
  unparallelShare: 0.03,
  convergenceShare: 0.1,
  oppositeShare: 0.03,
  trueFalseShare: 0.02,
  unfocusedShare: 0.03,
  leakShare: 0.02,
  lengthShare: 0.05,

  /** Flaw rule: shorter words repeat by necessity. */
  clangLetters: 4,
  convergenceTokens: 2,

  /** Above, two stems are one question; between the two, a person should look. */
  stemJaccard: { review: 0.4, same: 0.6 },
  stemCosine: { review: 0.7, same: 0.85 },
  /** Five words in a row are seldom shared by chance. */
  shingleWords: 5,
  definitionJaccard: 0.5,
  /** A bank of 20 questions an objective can bear one answer in a few guises. */
  sameKey: 6,
  templateWords: 8,
  templateShare: 0.03,
  /** Longer runs of words are seldom shared by chance; names are left out of the count. */
  copiedWords: 7,
  /** A stem this like another one that also spells its key answers it. */
  leakLikeness: 0.5,

  /** A scenario needs some words and a phone's screen bears so many. */
  stemWords: { least: 12, most: 90 },
  /** Flesch Reading Ease; below it a stem tests reading, which the outline does not ask for. */
  stemEase: 45,
  /** What a code block of 14 px type shows without wrapping on a phone of 360 px, measured on the page. */
  exhibitColumns: 33,
  /** All reasons of a question together: enough to teach, short enough to be read. */
  whyWords: { least: 25, most: 220 },
  definitionWords: { least: 20, most: 75 },

  /** The size at which the bank counts as written. */
  wholeBank: 1000,
  /** The published weights are whole percents; two points of drift are invisible in a session. */
  weightPoints: 0.02,
  /** Two sessions on one objective without a repeat. */
  itemsPerObjective: 20,
  termsPerTopic: 1,
  itemsPerTopic: 2,
  /** A pull request's own questions may still wait for their reader. */
  reviewedShare: 0.9,
  /** Above it, a key that no one else reaches is an exception that can be looked at by hand. */
  agreementShare: 0.98,
  /** Share above chance that options alone may give away; published banks leak more through implausible distractors. */
  guessPoints: 0.1,
  /** The usual mark of a usable item in the literature: at most one minor flaw. */
  acceptableShare: 0.95,
  cleanShare: 0.85,
} as const;
