/** What entries say of each other and of the outlines, checked once all of them are read. */

import { answerProblem } from '../answerable.ts';
import type { Finding } from '../finding.ts';
import { bareId } from '../ids.ts';
import type { Curriculum, Pack, Place } from '../model.ts';
import { slips } from '../search/distance.ts';

interface Entry {
  readonly id: string;
  readonly place: Place;
}

type Target = 'objective' | 'term' | 'guide' | 'fact';
type Known = ReadonlySet<string>;

/**
 * Every reference that leads nowhere, every objective of another pack, every question without a sound key.
 * `refused` are ids that are there, though their entries were complained of already.
 */
export function checkReferences(curriculum: Curriculum, refused: ReadonlySet<string>): Finding[] {
  const terms: Known = new Set([...curriculum.terms.keys(), ...refused]);
  const guides: Known = new Set([...curriculum.guides.keys(), ...refused]);
  return curriculum.packs.flatMap((pack) => packReferences(pack, terms, guides, refused));
}

function packReferences(pack: Pack, terms: Known, guides: Known, refused: Known): Finding[] {
  const objectives = objectivesOf(pack);
  const facts: Known = new Set([...pack.facts.map(({ id }) => id), ...refused]);
  return [
    ...pack.facts.flatMap((fact) => dangling(fact, 'term', [fact.subject], terms)),
    ...pack.terms.flatMap((term) => [
      ...dangling(term, 'objective', term.objectives, objectives),
      ...dangling(term, 'term', [...term.related, ...term.confusable], terms),
      ...dangling(term, 'guide', term.guides, guides),
      ...dangling(term, 'fact', term.facts ?? [], facts),
    ]),
    ...pack.items.flatMap((item) => [
      ...dangling(item, 'objective', item.objectives, objectives),
      ...dangling(item, 'term', item.terms, terms),
      ...dangling(item, 'fact', item.facts ?? [], facts),
      ...unanswerable(item, answerProblem(item)),
    ]),
    ...pack.guides.flatMap((guide) => [
      ...dangling(guide, 'objective', guide.objectives, objectives),
      ...dangling(guide, 'term', guide.terms, terms),
    ]),
  ];
}

function objectivesOf(pack: Pack): Known {
  const domains = pack.outlines.flatMap((outline) => outline.domains);
  return new Set(domains.flatMap(({ objectives }) => objectives.map(({ id }) => id)));
}

function dangling(entry: Entry, target: Target, refs: readonly string[], known: Known): Finding[] {
  const unknown = [...new Set(refs)].filter((ref) => !known.has(ref));
  return unknown.map((ref) => {
    const near = nearest(ref, known);
    return {
      ...errorAt(entry),
      rule: `unknown-${target}`,
      message: `there is no ${target} "${asWritten(ref, target)}" in this pack`,
      advice: near
        ? `did you mean "${asWritten(near, target)}"?`
        : `add that ${target} or take the reference out`,
    };
  });
}

function unanswerable(entry: Entry, problem: string | null): Finding[] {
  if (problem === null) return [];
  return [
    { ...errorAt(entry), rule: 'answer', message: problem, advice: 'correct the key of this question' },
  ];
}

function errorAt({ id, place }: Entry): Pick<Finding, 'level' | 'file' | 'line' | 'id'> {
  return { level: 'error', file: place.file, line: place.line, id: bareId(id) };
}

/** References to objectives are written whole, those to entries without the pack's key. */
function asWritten(ref: string, target: Target): string {
  return target === 'objective' ? ref : bareId(ref);
}

const GUESS_WITHIN = 2;

function nearest(ref: string, known: Known): string | null {
  let best: string | null = null;
  let least = GUESS_WITHIN + 1;
  for (const id of known) {
    const distance = slips(ref, id, least - 1);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
