/**
 * `reviews.tsv` in a pack: what second readers answered, a line a reading, newest last. A question that has been
 * changed since has another digest, so its readings no longer speak for it.
 */
import type { Finding } from '../finding.ts';
import { bareId } from '../ids.ts';
import type { Item } from '../model.ts';
import type { Marked } from './mark.ts';
import { digestOf, REVIEW_MODES, type ReviewMode } from './sheet.ts';

export interface Review {
  /** The question's id as its file has it. */
  readonly question: string;
  readonly digest: string;
  readonly mode: ReviewMode;
  readonly agreed: boolean;
  readonly sure: boolean;
  /** ISO date. */
  readonly on: string;
}

export const REVIEW_LOG = 'reviews.tsv';
const HEAD = 'question\tdigest\tmode\toutcome\tsure\ton';

/** The log's text with these readings behind what is there. */
export function withReviews(text: string, marked: readonly Marked[], mode: ReviewMode, on: string): string {
  const lines = marked.map(({ item, digest, agreed, sure }) =>
    [bareId(item.id), digest, mode, agreed ? 'agreed' : 'differed', sure ? 'sure' : 'unsure', on].join('\t'),
  );
  return `${[text.trimEnd() || HEAD, ...lines].join('\n')}\n`;
}

/** The log's readings; a line that is none is a finding. `file` is what findings name. */
export function readReviews(text: string, file: string): { reviews: Review[]; findings: Finding[] } {
  const reviews: Review[] = [];
  const findings: Finding[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line === '' || line === HEAD) return;
    const review = readLine(line);
    if (review) reviews.push(review);
    else findings.push(badLine(line, file, index + 1));
  });
  return { reviews, findings };
}

/** The last reading of each question that still stands as it was read, by the question's qualified id. */
export function standingReviews(
  reviews: readonly Review[],
  items: readonly Item[],
  mode: ReviewMode,
): ReadonlyMap<string, Review> {
  const key = (question: string, digest: string): string => `${question} ${digest}`;
  const last = new Map(
    reviews
      .filter((review) => review.mode === mode)
      .map((review) => [key(review.question, review.digest), review]),
  );
  return new Map(
    items.flatMap((item) => {
      const review = last.get(key(bareId(item.id), digestOf(item)));
      return review ? [[item.id, review] as const] : [];
    }),
  );
}

function readLine(line: string): Review | null {
  const [question, digest, written, outcome, sure, on, ...more] = line.split('\t');
  const mode = REVIEW_MODES.find((each) => each === written);
  if (!question || !digest || !mode || !on || more.length > 0) return null;
  if (outcome !== 'agreed' && outcome !== 'differed') return null;
  if (sure !== 'sure' && sure !== 'unsure') return null;
  return { question, digest, mode, agreed: outcome === 'agreed', sure: sure === 'sure', on };
}

function badLine(line: string, file: string, at: number): Finding {
  const message = `"${line.slice(0, 60)}" is not a reading`;
  const advice = 'take the line out; "content review mark --save" writes sound ones';
  return { level: 'error', rule: 'reviews', file, line: at, message, advice };
}
