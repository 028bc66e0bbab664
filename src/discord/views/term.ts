/** The glossary card. */
import type { Curriculum, Guide, Term } from '../../curriculum/index.ts';
import { actions, TERM_SECTIONS, type TermSection } from '../actions.ts';
import { button, type Card, card, clip, LIMIT, row, rule, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { type Plain, plain } from './markdown.ts';

export interface TermView {
  readonly term: Term;
  readonly open: TermSection | null;
  /** The member whose card it is: their press opens a section in place. */
  readonly owner: string;
}

export function termCard(words: Words, curriculum: Curriculum, view: TermView): Card {
  const { term } = view;
  return card(
    'calm',
    text(headOf(term)),
    text(plain(term.definition)),
    numbersOf(words, term),
    text(words.term.sensei(plain(term.sensei))),
    text([words.term.keyConcepts, ...term.keyConcepts.map((concept) => `- ${plain(concept)}`)].join('\n')),
    view.open === null ? null : [rule(), ...sectionOf(words, curriculum, view.term, view.open)],
    rule(),
    text(`-# ${outlinesOf(words, curriculum, term)}`),
    row(...TERM_SECTIONS.map((name) => sectionButton(words, view, name))),
    view.open === 'related' && relatedSelect(words, curriculum, term),
    view.open === 'guides' && guideButtons(words, curriculum, term),
    row(
      button(words.term.testMe, actions.termTest.make({ term: term.id }), { style: 'primary' }),
      button(words.term.keep, actions.termKeep.make({ term: term.id })),
    ),
  );
}

function headOf(term: Term): Plain {
  return term.expansion ? `## ${plain(term.name)}\n${plain(term.expansion)}` : `## ${plain(term.name)}`;
}

/** The ports and other numbers to know, each said once: a port that has its own line is not listed again. */
function numbersOf(words: Words, { ports, numbers }: Term) {
  const lines = numbers.map(({ what, value }) => words.term.number(plain(what), portName(plain(value))));
  const told = lines.join('\n');
  const untold = ports.map(portName).filter((port) => !told.includes(`**${port}**`));
  if (untold.length > 0) lines.unshift(words.term.port(untold));
  return lines.length > 0 && text(lines.join('\n'));
}

/** `25/tcp` → `25 TCP`; anything else as it is. */
const portName = (value: string): string =>
  value.replace(
    /^(\d[\d-]*)\/(tcp|udp)$/,
    (_, port: string, transport: string) => `${port} ${transport.toUpperCase()}`,
  );

function sectionButton(words: Words, { term, open, owner }: TermView, name: TermSection) {
  const label = words.term.sections[name];
  const isOpen = open === name;
  return button(
    isOpen ? words.term.open(label) : label,
    actions.termSection.make({ owner, term: term.id, open: isOpen ? 'none' : name }),
  );
}

function sectionOf(words: Words, curriculum: Curriculum, term: Term, name: TermSection) {
  const title = `**${words.term.sections[name]}**`;
  switch (name) {
    case 'exam':
      return [text([title, ...term.onExam.map((line) => `- ${plain(line)}`)].join('\n'))];
    case 'faqs':
      return term.faqs.map(({ question, answer }, i) =>
        text(`${i === 0 ? `${title}\n` : ''}**${plain(question)}**\n${plain(answer)}`),
      );
    case 'related':
      return [
        text(
          [title, ...relatedOf(curriculum, term).map((other) => relatedLine(words, term, other))].join('\n'),
        ),
      ];
    case 'guides': {
      const guides = guidesOf(curriculum, term);
      if (guides.length === 0) return [text(`${title}\n${words.term.noGuides}`)];
      return guides.map((guide, i) => text(`${i === 0 ? `${title}\n` : ''}${guideLine(words, guide)}`));
    }
  }
}

function relatedOf(curriculum: Curriculum, term: Term): Term[] {
  return term.related.flatMap((id) => curriculum.terms.get(id) ?? []);
}

function relatedLine(words: Words, term: Term, other: Term): string {
  const mixedUp = term.confusable.includes(other.id) ? ` *(${words.term.mixedUp})*` : '';
  return `- **${plain(other.name)}**${other.expansion ? ` ${plain(other.expansion)}` : ''}${mixedUp}`;
}

function relatedSelect(words: Words, curriculum: Curriculum, term: Term) {
  const choices = relatedOf(curriculum, term).map(termChoice);
  return (
    choices.length > 0 &&
    row(select(actions.termChoose.make({ where: 'private' }), words.term.relatedPlaceholder, choices))
  );
}

/** A term as an option of a select. */
export function termChoice(term: Term) {
  return {
    label: term.name,
    value: term.id,
    description: term.expansion ?? clip(term.definition, LIMIT.optionText),
  };
}

export function guidesOf(curriculum: Curriculum, term: Term): Guide[] {
  return term.guides.flatMap((id) => curriculum.guides.get(id) ?? []).slice(0, 3);
}

function guideLine(words: Words, guide: Guide): string {
  return words.term.guide(
    plain(guide.title),
    words.guide.kinds[guide.kind],
    guide.minutes,
    plain(guide.summary),
  );
}

function guideButtons(words: Words, curriculum: Curriculum, term: Term) {
  const guides = guidesOf(curriculum, term);
  return (
    guides.length > 0 &&
    row(
      ...guides.map((guide) =>
        button(`${words.term.read}: ${guide.title}`, actions.guideOpen.make({ guide: guide.id })),
      ),
    )
  );
}

/** `A+ Core 1 · 220-1201 2.1 · 220-1101 2.1 (retired Sept 2025)` */
function outlinesOf(words: Words, curriculum: Curriculum, term: Term): string {
  const pack = curriculum.packs.find(({ id }) => id === term.pack);
  const parts = (pack?.outlines ?? []).flatMap((outline) => {
    const codes = term.objectives.flatMap((id) => {
      const objective = curriculum.objectives.get(id);
      return objective?.outline === outline.id ? [objective.code] : [];
    });
    if (codes.length === 0) return [];
    const line = words.term.outline(outline.id, codes);
    return outline.retired ? `${line} ${words.term.retired(words.month(outline.retired))}` : line;
  });
  return [pack?.shortName ?? '', ...parts, ...(term.supplemental ? [words.term.supplemental] : [])].join(
    ' · ',
  );
}
