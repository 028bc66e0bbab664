import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import { loadCurriculum } from '../../../src/curriculum/load/load.ts';
import { packFiles, withContent } from '../content-folder.ts';
import {
  choice,
  curriculumOf,
  type ItemLiteral,
  option,
  single,
  type TermLiteral,
} from '../curriculum-of.ts';

const FACTS = [
  { id: 'smtp-relay', subject: 'smtp', what: 'Between servers', value: '25/tcp' },
  { id: 'smtp-submission', subject: 'smtp', what: 'From clients', value: '587/tcp' },
  { id: 'poe-source', subject: 'poe', what: 'At the source', value: '15.4', unit: 'W' },
  { id: 'drive-speed', subject: 'poe', what: 'Speed', value: '7200', unit: 'rpm' },
];
const PORTS = ['25/tcp', '587/tcp'];
const rules = RULES.filter(({ id }) => id === 'facts');

function findings(terms: readonly TermLiteral[], items: readonly ItemLiteral[] = []): string[] {
  const all = [...terms, ...['smtp', 'poe'].filter((id) => !terms.some((term) => term.id === id)).map(idle)];
  const curriculum = curriculumOf({ terms: all, items, facts: FACTS });
  return checkContent(curriculum, { rules }).map(({ level, message }) => `${level}: ${message}`);
}

const idle = (id: string): TermLiteral => ({ id, ports: id === 'smtp' ? PORTS : [] });
const smtp = (term: Partial<TermLiteral>) => [{ id: 'smtp', ports: PORTS, ...term }];
const poe = (term: Partial<TermLiteral>) => [{ id: 'poe', ...term }];

describe('facts, the comparison with the table', () => {
  it('catches a port that the table lacks and one that the term lacks', () => {
    expect(findings(smtp({ ports: ['25/tcp', '110/tcp'] }))).toEqual([
      'error: its fact says port 587/tcp, but its ports lack it',
      'error: port 110/tcp is not among its facts (25/tcp, 587/tcp)',
    ]);
    expect(findings(smtp({ ports: ['25/udp', '587/tcp'] }))).toHaveLength(2);
    expect(findings(smtp({ ports: ['587/tcp', '25/tcp'] }))).toEqual([]);
  });

  it('asks for a fact where a term has ports without one, and for ports where it has none', () => {
    expect(findings([{ id: 'dns', ports: ['53/udp'] }])).toEqual(['warning: its ports stand in no fact']);
    expect(findings(smtp({ ports: [] }))).toEqual([
      'warning: it has no ports, but facts say 25/tcp, 587/tcp',
    ]);
  });

  it('catches a number of the same name with another value, however it is written', () => {
    const numbers = (value: string, what = 'At the source') => poe({ numbers: [{ what, value }] });
    expect(findings(numbers('30 W'))).toEqual([
      'error: "At the source" is 30 W here and 15.4 W in the facts',
    ]);
    expect(findings(numbers('15.4 W'))).toEqual([]);
    expect(findings(numbers('15.4W'))).toEqual([]);
    expect(findings(numbers('7,200 rpm', 'Speed'))).toEqual([]);
    expect(findings(numbers('30 W', 'At the device'))).toEqual([]);
  });

  it.each([
    'It is SMTP on port 110 that fails.',
    'Open SMTP (TCP 110) for it.',
    'It means port 110 (SMTP) here.',
    'Open SMTP 110/tcp for it.',
  ])('catches a wrong port beside a name: %s', (definition) => {
    expect(findings(smtp({ definition }))).toEqual([
      expect.stringMatching(/^error: ".*SMTP.*", but the facts give smtp 25\/tcp, 587\/tcp/),
    ]);
  });

  it.each([
    'It is SMTP on port 587 that fails.',
    'It is not SMTP on port 110 that fails.',
    'Reading needs port 110, while SMTP sends.',
    'A mailbox speaks LSMTP on port 110.',
    'Wait for SMTP port 25.5 of the rack.',
  ])('spares: %s', (definition) => {
    expect(findings(smtp({ definition }))).toEqual([]);
  });

  it('reads keys and their reasons, but not what is meant to be wrong', () => {
    const wrong = 'SMTP on port 110';
    expect(findings([], [choice([wrong, 'IMAP', 'LDAP', 'POP3'])])).toHaveLength(1);
    expect(findings([], [choice(['IMAP', wrong, 'LDAP', 'POP3'])])).toEqual([]);
    const reason = { ...option('SMTP', true), why: 'Mail leaves by SMTP on port 110, as the case says.' };
    expect(
      findings([], [single({ options: [reason, option('A1'), option('B1'), option('C1')] })]),
    ).toHaveLength(1);
  });

  it('wants the value of every fact that an entry names', () => {
    const facts = ['poe-source'];
    expect(findings(poe({ facts }))).toEqual([
      'error: it names the fact "poe-source", but does not say 15.4 W',
    ]);
    expect(findings(poe({ facts, sensei: 'Remember 15.4 watts at the switch.' }))).toEqual([]);
    expect(findings(poe({ facts, sensei: 'Remember 115.4 watts at the switch.' }))).toHaveLength(1);
    expect(findings([], [single({ facts: ['smtp-relay'], exhibit: 'connect to port 25' })])).toEqual([]);
    expect(findings([], [single({ facts: ['smtp-relay'] })])).toHaveLength(1);
  });
});

describe('facts.yaml', () => {
  const load = (facts: string, term = (text: string) => text) => {
    const files = packFiles();
    const path = 'packs/tiny/terms/mail.yaml';
    return withContent(
      { ...files, 'packs/tiny/facts.yaml': facts, [path]: term(files[path] ?? '') },
      loadCurriculum,
    );
  };
  const FACT = "- {id: relay, subject: smtp, what: Port, value: 25/tcp, source: ['RFC 5321']}\n";

  it('is read into the pack, and moves the stamp', () => {
    const [one, other] = [load(FACT), load(FACT.replace('5321', '2821'))];
    if (!one.ok || !other.ok) throw new Error('both load');
    expect(one.curriculum.packs[0]?.facts).toMatchObject([
      {
        id: 'tiny/relay',
        subject: 'tiny/smtp',
        value: '25/tcp',
        place: { file: 'packs/tiny/facts.yaml', line: 1 },
      },
    ]);
    expect(one.stamp).not.toBe(other.stamp);
  });

  it('may not speak of a term that is not there, nor be asked for a fact that it lacks', () => {
    const stray = load(FACT.replace('smtp', 'smpt'));
    expect(stray.ok ? [] : stray.findings).toMatchObject([
      { rule: 'unknown-term', id: 'relay', advice: 'did you mean "smtp"?' },
    ]);
    const asks = load(FACT, (text) => text.replace('  ports:', '  facts: [relai]\n  ports:'));
    expect(asks.ok ? [] : asks.findings).toMatchObject([
      { rule: 'unknown-fact', id: 'smtp', advice: 'did you mean "relay"?' },
    ]);
  });

  it('has each id once', () => {
    const twice = load(FACT + FACT);
    expect(twice.ok ? [] : twice.findings).toMatchObject([{ rule: 'duplicate-id', line: 2 }]);
  });
});
