/**
 * What entries say against the table of facts. Compared is only what can be read without guessing: a term's
 * `ports`; its `numbers` that carry the name of a fact; a port that stands right beside the name of a protocol, as
 * in "SMTP on port 25", "SMTP (TCP 25)" or "port 25 (SMTP)"; and the value of every fact that an entry says it
 * states. A number further off, or beside anything but a port's name, is not seen. Nor are wrong options and their
 * reasons, stems and questions that people ask: there, a wrong number may be the point.
 */
import { bareId } from '../../ids.ts';
import type { Fact, Item, Pack, Term } from '../../model.ts';
import { portStatements } from '../port-statements.ts';
import { itemProse, termProse } from '../prose.ts';
import { type Breach, error, type Rule, warning } from '../rule.ts';
import { keysOf, plain } from '../text.ts';

const PORT = /^\d+(?:-\d+)?\/(?:tcp|udp)$/;

export const termFacts: Rule = {
  id: 'facts',
  title: 'terms agree with the table of facts',
  scope: 'term',
  check(term, { pack }) {
    const own = pack.facts.filter(({ subject }) => subject === term.id);
    const { definition, sensei, keyConcepts, onExam, faqs } = term;
    const said = [definition, sensei, ...keyConcepts, ...onExam, ...faqs.map(({ answer }) => answer)];
    const whole = [...termProse(term), ...term.numbers.map(({ value }) => value), ...term.ports];
    return [
      ...wrongPorts(term, own),
      ...wrongNumbers(term, own),
      ...wrongStatements(said, pack),
      ...unstated(term.facts ?? [], whole, pack),
    ];
  },
};

export const itemFacts: Rule = {
  id: 'facts',
  title: 'questions agree with the table of facts',
  scope: 'item',
  check(item, { pack }) {
    const whole = [...itemProse(item), item.exhibit ?? '', ...(item.kind === 'number' ? item.accept : [])];
    return [...wrongStatements(rightTexts(item), pack), ...unstated(item.facts ?? [], whole, pack)];
  },
};

/** Keys and their reasons; of other kinds the reason, since their parts are only right together. */
function rightTexts(item: Item): string[] {
  return 'why' in item ? [item.why] : keysOf(item).flatMap(({ text, why }) => [text, why]);
}

function wrongPorts({ ports }: Term, own: readonly Fact[]): Breach[] {
  const given = own.filter(({ value }) => PORT.test(value)).map(({ value }) => value);
  if (given.length === 0) {
    const advice = 'add them to facts.yaml with their source';
    return ports.length === 0 ? [] : [warning('its ports stand in no fact', advice)];
  }
  if (ports.length === 0)
    return [warning(`it has no ports, but facts say ${given.join(', ')}`, 'add them to ports')];
  const stray = ports.filter((port) => !given.includes(port));
  const absent = given.filter((port) => !ports.includes(port));
  return [
    ...stray.map((port) => error(`port ${port} is not among its facts (${given.join(', ')})`, ADVICE)),
    ...absent.map((port) => error(`its fact says port ${port}, but its ports lack it`, ADVICE)),
  ];
}

const ADVICE = 'look it up, then correct the entry or facts.yaml';

function wrongNumbers({ numbers }: Term, own: readonly Fact[]): Breach[] {
  return numbers.flatMap(({ what, value }) => {
    const facts = own.filter((fact) => fact.what === what);
    if (facts.length === 0 || facts.some((fact) => same(value, fact))) return [];
    return [error(`"${what}" is ${value} here and ${facts.map(written).join(' or ')} in the facts`, ADVICE)];
  });
}

function wrongStatements(texts: readonly string[], pack: Pack): Breach[] {
  return texts
    .flatMap((text) => portStatements(plain(text), pack))
    .flatMap(({ said, subject, ports }) => {
      const message = `"${said}", but the facts give ${bareId(subject)} ${ports.join(', ')}`;
      return [error(message, ADVICE)];
    });
}

/** Facts that an entry names without a text that has their value. */
function unstated(ids: readonly string[], texts: readonly string[], pack: Pack): Breach[] {
  const facts = pack.facts.filter(({ id }) => ids.includes(id));
  const held = texts.map((text) => ` ${digest(text)} `).join(' ');
  return facts
    .filter(({ value }) => !held.includes(` ${digest(value.replace(/\/(?:tcp|udp)$/, ''))} `))
    .map((fact) =>
      error(`it names the fact "${bareId(fact.id)}", but does not say ${written(fact)}`, ADVICE),
    );
}

function written({ value, unit }: Fact): string {
  return unit === undefined ? value : `${value} ${unit}`;
}

function same(value: string, fact: Fact): boolean {
  return digest(value) === digest(written(fact));
}

/** Numbers and words with single spaces between them; thousands written `7,200` and `7200` are one. */
function digest(text: string): string {
  const parted = plain(text)
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(?<=\d)(?=[a-z])/g, ' ');
  return (parted.match(/\d+(?:\.\d+)*|[^\s\d().,;:/-]+/g) ?? []).join(' ');
}
