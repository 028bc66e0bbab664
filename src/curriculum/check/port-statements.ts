/** Sentences that give a protocol a port, found by the words right beside its name. */
import type { Fact, Pack } from '../model.ts';

export interface WrongPort {
  /** The words as they stand. */
  readonly said: string;
  readonly subject: string;
  /** What the facts say. */
  readonly ports: readonly string[];
}

interface Protocol {
  readonly subject: string;
  readonly ports: readonly string[];
  readonly numbers: ReadonlySet<number>;
  readonly patterns: readonly RegExp[];
}

const PORT = /^(\d+)(?:-(\d+))?\/(?:tcp|udp)$/;

/** Ports that a text gives to a protocol of the table against what stands there. */
export function portStatements(text: string, pack: Pack): WrongPort[] {
  return protocolsOf(pack).flatMap(({ subject, ports, numbers, patterns }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .filter(({ groups }) => !numbers.has(Number(groups?.port)))
        .map(([said]) => ({ said, subject, ports })),
    ),
  );
}

const known = new WeakMap<Pack, readonly Protocol[]>();

function protocolsOf(pack: Pack): readonly Protocol[] {
  const held = known.get(pack) ?? readProtocols(pack);
  known.set(pack, held);
  return held;
}

function readProtocols({ terms, facts }: Pack): Protocol[] {
  return terms.flatMap((term) => {
    const own = facts.filter(({ subject, value }) => subject === term.id && PORT.test(value));
    if (own.length === 0) return [];
    const ports = own.map(({ value }) => value);
    return [{ subject: term.id, ports, numbers: numbersOf(own), patterns: patternsFor(term.name) }];
  });
}

function numbersOf(facts: readonly Fact[]): Set<number> {
  return new Set(
    facts.flatMap(({ value }) => {
      const [, from, to = from] = PORT.exec(value) ?? [];
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
    }),
  );
}

/** "not SMTP on port …" and "HTTPS instead of HTTP on port …" say nothing of the name that follows. */
const DENIED = String.raw`(?<!\b(?:not|no|than|of|over|as|and|or|to)\s)(?<![\p{L}\p{N}-])`;
const LEADS_TO = String.raw`(?:\s+(?:uses|on|at|is|listens\s+on|runs\s+on|works\s+on|answers\s+on))?\s*[(:]?\s*`;
const NAMED_PORT = String.raw`(?:(?:TCP|UDP)\s+ports?|(?:TCP|UDP)|ports?)\s+(?<port>\d{1,5})(?![\d.,-]*\d)`;

function patternsFor(name: string): RegExp[] {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return [
    new RegExp(`${DENIED}${literal}${LEADS_TO}${NAMED_PORT}`, 'gu'),
    new RegExp(String.raw`${DENIED}${literal}\s+\(?(?<port>\d{1,5})/(?:tcp|udp)\b`, 'giu'),
    new RegExp(
      String.raw`\b${NAMED_PORT}\s*(?:\(|is\s+|means\s+|belongs\s+to\s+)${literal}(?![\p{L}\p{N}-])`,
      'gu',
    ),
  ];
}
