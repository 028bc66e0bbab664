import { bareId } from '../../ids.ts';
import type { Term } from '../../model.ts';
import { type Breach, error, type Rule, warning } from '../rule.ts';

/** A card links to at most eight others; a hub such as TCP cannot lead back to all that lead to it. */
const MOST_LINKS = 8;

/** Links lead both ways, and terms that are mixed up say so on both cards. */
export const linkSymmetry: Rule = {
  id: 'links',
  title: 'links lead both ways',
  scope: 'term',
  check(term, { curriculum }) {
    const unlisted = term.confusable.filter((id) => !term.related.includes(id));
    return [
      ...unlisted.map((id) =>
        error(`"${bareId(id)}" is confusable but not related`, 'add it to related as well'),
      ),
      ...oneWay(term.confusable, curriculum.terms, (other) => other.confusable.includes(term.id)).map(
        (other) => {
          return error(
            `"${bareId(other.id)}" does not name this term as confusable`,
            `add "${bareId(term.id)}" to its confusable and related`,
          );
        },
      ),
      ...oneWay(term.related, curriculum.terms, (other) => leadsBack(other, term)).map((other): Breach => {
        return warning(
          `"${bareId(other.id)}" does not lead back`,
          `add "${bareId(term.id)}" to its related, or drop the link`,
        );
      }),
      ...(term.related.includes(term.id)
        ? [error('the term is related to itself', 'take the link out')]
        : []),
    ];
  },
};

function oneWay(
  ids: readonly string[],
  terms: ReadonlyMap<string, Term>,
  isBack: (other: Term) => boolean,
): Term[] {
  return ids.flatMap((id) => terms.get(id) ?? []).filter((other) => !isBack(other));
}

function leadsBack(other: Term, term: Term): boolean {
  return other.related.includes(term.id) || other.related.length >= MOST_LINKS;
}
