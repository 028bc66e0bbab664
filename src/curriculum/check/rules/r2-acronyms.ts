import type { Pack } from '../../model.ts';
import { itemProse } from '../prose.ts';
import { error, type Rule } from '../rule.ts';
import { plain } from '../text.ts';

/**
 * Capitals that need no explaining. Each is plain English, a word that a stem stresses, or so much a household
 * word that spelling it out would only puzzle: nobody says "television" on a plug or "identification" on a badge.
 */
const PLAIN_CAPITALS: ReadonlySet<string> = new Set([
  // Stressed in stems and in the names of keys.
  ...[
    'NOT',
    'TWO',
    'THREE',
    'FOUR',
    'FIVE',
    'ONE',
    'FIRST',
    'NEXT',
    'BEST',
    'MOST',
    'LEAST',
    'LAST',
    'EXCEPT',
  ],
  ...['OK', 'ESC', 'DEL', 'TAB', 'ALT', 'CTRL', 'FN', 'ENTER', 'END', 'HOME'],
  // Household words, places and times of day.
  ...['PC', 'TV', 'IT', 'ID', 'HR', 'CD', 'DVD', 'USA', 'US', 'UK', 'EU', 'AM', 'PM', 'FAQ', 'AA', 'DIY'],
  // Electricity and units as they stand on a label.
  ...['AC', 'DC', 'VAC', 'VDC', 'KB', 'MB', 'GB', 'TB', 'KIB', 'MIB', 'GIB', 'TIB', 'MHZ', 'GHZ', 'MT'],
  // Names of firms, products and file types rather than short forms that a learner could spell out.
  ...['HP', 'IBM', 'AMD', 'CMD', 'PDF', 'JPEG', 'PNG', 'CSV', 'DOC', 'DOCX', 'XLSX', 'ZIP', 'EXE', 'ISO'],
]);

/** Every short form in a question is explained by the glossary or by the question itself. */
export const r2Acronyms: Rule = {
  id: 'R2',
  title: 'short forms are in the glossary or spelt out',
  scope: 'item',
  check(item, { pack }) {
    const text = itemProse(item).map(withoutLabels).join(' ');
    const known = shortFormsKnownTo(pack);
    const raw = shortFormsIn(text).filter(
      (form) => !known.has(form) && !known.has(form.replace(/\d+$/, '')) && !isSpeltOut(form, text),
    );
    return raw.length === 0
      ? []
      : [
          error(
            `${[...new Set(raw)].join(', ')}: neither in the glossary nor spelt out here`,
            'spell it out once as "long form (SHORT)", or add a term or alias for it',
          ),
        ];
  },
};

/** What stands in quotes or code marks is printed on a device or a screen; it is shown, not used. */
function withoutLabels(text: string): string {
  return plain(text.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, ' '));
}

/** An underscore holds the parts of a stop code together. */
const WORD = /[\p{L}\p{N}_]+/gu;
/** Two capitals or more, as a whole word or before a number (`RJ45`); a plural s is not counted. */
const SHORT_FORM = /^\p{Lu}{2,}\d*$/u;

function shortFormsIn(text: string): string[] {
  const words = text.match(WORD) ?? [];
  const forms = words.map((word) => word.replace(/(?<=\p{Lu}\d*)s$/u, ''));
  return forms.filter((form) => SHORT_FORM.test(form) && !PLAIN_CAPITALS.has(form));
}

/** `long form (SHORT)` and `SHORT (long form)`, wherever in the question it stands. */
function isSpeltOut(form: string, text: string): boolean {
  return text.includes(`(${form})`) || text.includes(`${form} (`);
}

const knownForms = new WeakMap<Pack, ReadonlySet<string>>();

/** The capitals in names, expansions and aliases, in whatever company they stand there. */
function shortFormsKnownTo(pack: Pack): ReadonlySet<string> {
  const held = knownForms.get(pack);
  if (held) return held;
  const spellings = pack.terms.flatMap(({ name, expansion, aliases }) => [name, expansion ?? '', ...aliases]);
  const known = new Set(spellings.flatMap(shortFormsIn));
  knownForms.set(pack, known);
  return known;
}
