import { type Rule, warning } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const NAMES = 'names or tells of a thing';
const INSTRUCTS = 'gives an instruction';

/**
 * What a text is by how it begins; null where that does not tell. A word before "the", "a" or a pronoun is an
 * instruction unless it is a preposition or another small word; a list of verbs could not hold them all.
 */
function shapeOf(text: string): string | null {
  if (/^(?:an?|the|its?|his|her|their|no|one|two)\b/i.test(text)) return NAMES;
  if (/^to [a-z]+\b/.test(text)) return 'begins with "to"';
  if (LITTLE_WORD.test(text)) return 'begins with a preposition';
  if (/^[a-z]{3,}ing (?:an?|the|its?|his|her|their|them|all|each|both)\b/i.test(text))
    return 'begins with a form in -ing';
  if (/^[a-z-]+ (?:an?|the|its|his|her|their|them|it)\b/i.test(text)) return INSTRUCTS;
  return null;
}

const LITTLE_WORD =
  /^(?:in|on|at|by|with|without|for|from|under|over|between|beside|inside|outside|before|after|during|through|near|behind|above|below|as|than|because|since|while|when|where|around|across|along|if|into|onto)\b/i;

/** Marks that options have all or none of; null where a text cannot have one. */
const MARKS: readonly { readonly what: string; of(text: string): boolean | null }[] = [
  { what: 'ends with a full stop', of: (text) => text.endsWith('.') },
  { what: 'begins with a capital', of: startsWithCapital },
  { what: 'has a unit', of: (text) => (/^[\d.,]+/.test(text) ? /^[\d.,]+\s?[a-zµΩ%"]+/i.test(text) : null) },
];

/** Marks that draw the eye where one option alone has or lacks them; several may differ by chance. */
const ALONE: readonly { readonly what: string; of(text: string): boolean }[] = [
  { what: 'adds something in parentheses', of: (text) => /\([^)]+\)/.test(text) },
  { what: 'gives its reason', of: (text) => /\b(?:because|since|in order to)\b|, so\b/i.test(text) },
  { what: 'is a number', of: (text) => /^[\d.,]+(?:\s?[a-zµΩ%"/]+)?$/i.test(text) },
];

/** Names such as iSCSI begin small by right. */
function startsWithCapital(text: string): boolean | null {
  if (/^[a-z]+\b(?![A-Z])/.test(text)) return false;
  return /^[A-Z]/.test(text) ? true : null;
}

function unevenness(texts: readonly string[]): string | null {
  const mixed = MARKS.find(({ of }) => new Set(texts.map(of).filter((value) => value !== null)).size > 1);
  if (mixed) return `only some options: ${mixed.what}`;
  const alone = ALONE.find(({ of }) => isOneAlone(texts.filter(of).length, texts.length));
  if (alone) return `one option alone differs: ${alone.what}`;
  return oddShape(texts.map(shapeOf));
}

function isOneAlone(having: number, all: number): boolean {
  return all > 2 && (having === 1 || having === all - 1);
}

/** Instructions beside things, or one option of a shape of its own where every other one shares another shape. */
function oddShape(shapes: readonly (string | null)[]): string | null {
  if (shapes.includes(INSTRUCTS) && shapes.includes(NAMES)) return 'some options instruct where others tell';
  const odd = shapes.find((shape) => {
    const others = shapes.filter((other) => other !== shape);
    const [common] = others;
    const agreed = typeof common === 'string' && others.every((other) => other === common);
    return shape !== null && agreed && others.length === shapes.length - 1;
  });
  return odd ? `one option alone ${odd}` : null;
}

/** Options of one kind, written one way: an odd one out draws the eye. */
export const g2Parallel: Rule = {
  id: 'G2',
  title: 'options are parallel',
  scope: 'item',
  allowance: THRESHOLDS.unparallelShare,
  check(item) {
    const texts = optionsOf(item).map(({ text }) => plain(text));
    const uneven = texts.length > 0 ? unevenness(texts) : null;
    return uneven === null ? [] : [warning(uneven, 'write them all one way')];
  },
};
