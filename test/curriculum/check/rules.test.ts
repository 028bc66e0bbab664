import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import {
  choice,
  curriculumOf,
  type ItemLiteral,
  multiple,
  option,
  type PackLiteral,
  single,
} from '../curriculum-of.ts';

/** The findings of one rule on a tiny pack, as `level: message`. */
function findings(rule: string, literal: PackLiteral, cardFits: () => string | null = () => null): string[] {
  const rules = RULES.filter(({ id }) => id === rule);
  return checkContent(curriculumOf(literal), { rules, cardFits }).map(
    ({ level, message }) => `${level}: ${message}`,
  );
}

const items = (...list: ItemLiteral[]): PackLiteral => ({ items: list });
const stem = (text: string, overrides = {}) => items(single({ stem: text, ...overrides }));

const LONG = 'A shop in a mall opens early and its owner finds the till without a link to the bank.';

/** Questions of one objective with one key. */
function asked(count: number): ItemLiteral[] {
  return Array.from({ length: count }, (_, index) => single({ id: `q${index}` }));
}

interface Fixture {
  readonly rule: string;
  readonly what: string;
  readonly breaks: PackLiteral;
  readonly says: RegExp;
  /** Something near that the rule must leave alone. */
  readonly spares: PackLiteral;
}

const FIXTURES: readonly Fixture[] = [
  {
    rule: 'S1',
    what: 'two options that read the same',
    breaks: items(choice(['SMTP', 'IMAP', 'imap', 'POP3'])),
    says: /^error: two options say "imap"/,
    spares: items(single()),
  },
  {
    rule: 'S1',
    what: 'three options',
    breaks: items(choice(['SMTP', 'IMAP', 'POP3'])),
    says: /^warning: 3 options/,
    spares: items(single()),
  },
  {
    rule: 'S2',
    what: 'two keys in a single-response question',
    breaks: items(single({ options: [option('A1', true), option('B1', true), option('C1'), option('D1')] })),
    says: /^error: .*exactly one correct option, but has 2/,
    spares: items(single()),
  },
  {
    rule: 'S2',
    what: 'three asked for and two correct',
    breaks: items(
      multiple(['SMTP', 'IMAP'], ['LDAP', 'POP3', 'DNS'], `${LONG} Which THREE services carry mail?`),
    ),
    says: /^error: the stem asks for 3, but 2/,
    spares: items(
      multiple(['SMTP', 'IMAP'], ['LDAP', 'POP3', 'DNS'], `${LONG} Which TWO services carry mail?`),
    ),
  },
  {
    rule: 'S2',
    what: 'a multiple-response question that does not say how many',
    breaks: items(multiple(['SMTP', 'IMAP'], ['LDAP', 'POP3', 'DNS'], `${LONG} Which services carry mail?`)),
    says: /^error: the stem does not say how many/,
    spares: items(
      multiple(['SMTP', 'IMAP'], ['LDAP', 'POP3', 'DNS'], `${LONG} Which services carry mail? (Choose two.)`),
    ),
  },
  {
    rule: 'L1',
    what: 'a key a little too long',
    breaks: items(
      choice(['Replace the cable to the wall jack', 'Replace the patch panel', 'Reboot', 'Renew']),
    ),
    says: /^warning: the key is 1\.\d+ times/,
    spares: items(choice(['Replace the cable', 'Replace the switch now', 'Reboot', 'Renew'])),
  },
  {
    rule: 'L1',
    what: 'a key far too long',
    breaks: items(
      choice(['Replace the cable that runs to the wall jack', 'Reboot the switch', 'Reboot', 'Renew']),
    ),
    says: /^error: the key is 2\.\d+ times/,
    spares: items(choice(['Motherboard', 'Fan', 'CPU', 'RAM'])),
  },
  {
    rule: 'N1',
    what: 'all of the above',
    breaks: items(choice(['SMTP', 'IMAP', 'POP3', 'All of the above'])),
    says: /^error: the option "All of the above"/,
    spares: items(single()),
  },
  {
    rule: 'N2',
    what: 'a marked negative',
    breaks: stem(`${LONG} Which step should **NOT** come first?`),
    says: /^warning: the question is negative/,
    spares: stem('The laptop does not start and the lamp is not lit. Which part should be tested first?'),
  },
  {
    rule: 'N2',
    what: 'a hidden negative',
    breaks: stem(`${LONG} Which cable is not suitable here?`),
    says: /^error: .*without saying so loudly/,
    spares: stem(`${LONG} Which cause explains why the link is not up?`),
  },
  {
    rule: 'A1',
    what: 'an absolute distractor',
    breaks: items(choice(['It sends mail', 'It always fails', 'It reads mail', 'It finds names'])),
    says: /^error: only a wrong option is absolute/,
    spares: items(choice(['Tower', 'All-in-one', 'Laptop', 'Tablet'])),
  },
  {
    rule: 'A1',
    what: 'an absolute key',
    breaks: items(choice(['It never expires', 'It sends mail', 'It reads mail', 'It finds names'])),
    says: /^warning: an option is absolute/,
    spares: items(single()),
  },
  {
    rule: 'V1',
    what: 'vague frequency',
    breaks: items(choice(['It usually works', 'It sends mail', 'It reads mail', 'It finds names'])),
    says: /^warning: an option says "usually"/,
    spares: items(single()),
  },
  {
    rule: 'C1',
    what: 'a word of the stem in the key alone',
    breaks: items(
      choice(['Replace the toner', 'Replace the fuser', 'Clean the rollers', 'Reset the tray'], {
        stem: 'A printer in a law firm leaves pages on which toner rubs off. What should be done first?',
      }),
    ),
    says: /^warning: "toner…" stands in the stem/,
    spares: items(
      choice(['Replace the toner', 'Shake the toner', 'Clean the rollers', 'Reset the tray'], {
        stem: 'A printer in a law firm leaves pages on which toner rubs off. What should be done first?',
      }),
    ),
  },
  {
    rule: 'C1',
    what: 'the key spelt out in the stem',
    breaks: {
      terms: [{ id: 'smtp', name: 'SMTP', expansion: 'Simple Mail Transfer Protocol' }],
      items: [single({ stem: `${LONG} Which acronym stands for the Simple Mail Transfer Protocol?` })],
    },
    says: /^error: the stem spells out the key/,
    spares: {
      terms: [{ id: 'smtp', name: 'SMTP', expansion: 'Simple Mail Transfer Protocol' }],
      items: [single()],
    },
  },
  {
    rule: 'G1',
    what: 'an article before the options',
    breaks: stem(`${LONG} The technician should connect a`),
    says: /^error: the stem ends with "a"/,
    spares: stem(`${LONG} What should the technician connect?`),
  },
  {
    rule: 'G1',
    what: 'a plural for one key',
    breaks: stem(`${LONG} Which ports are needed?`),
    says: /^error: the question asks for several/,
    spares: stem(`${LONG} Which port is needed?`),
  },
  {
    rule: 'G1',
    what: 'a singular for two keys',
    breaks: items(multiple(['A1', 'B1'], ['C1', 'D1', 'E1'], `${LONG} Which port is needed? (Choose two.)`)),
    says: /^error: the question asks for one/,
    spares: items(multiple(['A1', 'B1'], ['C1', 'D1', 'E1'], `${LONG} Which TWO ports are needed?`)),
  },
  {
    rule: 'G2',
    what: 'mixed full stops',
    breaks: items(choice(['Replace the cable.', 'Replace the fan', 'Replace the fuse', 'Replace the lamp'])),
    says: /^warning: only some options: ends with a full stop/,
    spares: items(choice(['Replace the cable', 'Reset the fan', 'Replace the fuse', 'Clean the lamp'])),
  },
  {
    rule: 'G2',
    what: 'instructions among things',
    breaks: items(choice(['Replace the cable', 'A loose fan', 'The fuse', 'Reset the lamp'])),
    says: /^warning: some options instruct where others tell/,
    spares: items(choice(['iSCSI', 'Fibre Channel', 'NFS', 'SMB'])),
  },
  {
    rule: 'G2',
    what: 'mixed units',
    breaks: items(choice(['5 GHz', '6', '2.4 GHz', '60 GHz'])),
    says: /^warning: only some options: has a unit/,
    spares: items(choice(['2.4 GHz', '5 GHz', '6 GHz', '60 GHz'])),
  },
  {
    rule: 'G2',
    what: 'one option that gives its reason',
    breaks: items(
      choice(['Clean the head, so dust cannot smear', 'Oil the gear', 'Fit a belt', 'Order a tray']),
    ),
    says: /^warning: one option alone differs: gives its reason/,
    spares: items(choice(['Clean the head', 'Oil the gear', 'Fit a belt', 'Order a tray'])),
  },
  {
    rule: 'G2',
    what: 'one place among instructions',
    breaks: items(choice(['Under the lid', 'Oil the gear', 'Fit a belt', 'Order a tray'])),
    says: /^warning: one option alone begins with a preposition/,
    spares: items(choice(['Under the lid', 'Behind the fan', 'Near the port', 'By the hinge'])),
  },
  {
    rule: 'K1',
    what: 'a key made of what the others share',
    breaks: items(
      choice(['Static private address', 'Static public range', 'Dynamic private pool', 'Loopback name']),
    ),
    says: /^warning: the key shares 2 words/,
    spares: items(choice(['Replace the cable', 'Replace the fan', 'Replace the fuse', 'Replace the lamp'])),
  },
  {
    rule: 'K2',
    what: 'an option that combines two others',
    breaks: items(choice(['SMTP', 'IMAP', 'POP3', 'SMTP and IMAP'])),
    says: /^error: "smtp and imap" combines/,
    spares: items(choice(['SMTP', 'IMAP', 'POP3', 'Scan and print'])),
  },
  {
    rule: 'O1',
    what: 'numbers out of order',
    breaks: items(choice(['25', '110', '53', '143'], { ordered: true })),
    says: /^error: numeric options are out of order/,
    spares: items(choice(['25', '53', '110', '143'], { ordered: true })),
  },
  {
    rule: 'O1',
    what: 'sizes that would be shuffled',
    breaks: items(choice(['512 MB', '1 GB', '2 GB', '4 GB'])),
    says: /^error: numeric options would be shuffled/,
    spares: items(choice(['192.168.0.1', '10.0.0.1', '172.16.0.1', '8.8.8.8'])),
  },
  {
    rule: 'O2',
    what: 'a key and its opposite',
    breaks: items(choice(['Enable DHCP', 'Disable DHCP', 'Replace the cable', 'Reset the router'])),
    says: /^warning: another option is the exact opposite/,
    spares: items(choice(['Enable DHCP', 'Disable Wi-Fi', 'Replace the cable', 'Reset the router'])),
  },
  {
    rule: 'E1',
    what: 'a table wider than a phone',
    breaks: stem(LONG, { exhibit: 'Port 1-8    access    VLAN 10    no neighbor at all\nPort 9  up' }),
    says: /^warning: a row of the exhibit has 51 characters \(at most 33 fit a phone\)/,
    spares: stem(LONG, { exhibit: 'Ping request could not find host www.example.com.\nPort 9  up' }),
  },
  {
    rule: 'W1',
    what: 'British words in an American pack',
    breaks: {
      pack: { language: 'en-US' },
      ...stem(`${LONG} The grey plug and its two neighbours glow. Why?`),
    },
    says: /^warning: "grey" and 1 more: the pack is in American English/,
    spares: {
      pack: { language: 'en-US' },
      ...stem(`${LONG} See www.colour.example, /centre and Fibre Channel. Why?`),
    },
  },
  {
    rule: 'W1',
    what: 'British words in a term',
    breaks: { pack: { language: 'en-US' }, terms: [{ id: 'smtp', sensei: 'Coloured like its Centre.' }] },
    says: /^warning: "Coloured" and 1 more/,
    spares: { pack: { language: 'en-GB' }, terms: [{ id: 'smtp', sensei: 'Coloured like its Centre.' }] },
  },
  {
    rule: 'O3',
    what: 'monitors whose letters the shuffled buttons contradict',
    breaks: items(choice(['Monitor A', 'Monitor B', 'Monitor C', 'Monitor D'])),
    says: /^error: options are named by letters that differ from those on the buttons/,
    spares: items(choice(['Monitor A', 'Monitor B', 'Monitor C', 'Monitor D'], { ordered: true })),
  },
  {
    rule: 'O3',
    what: 'letters in an order of their own',
    breaks: items(choice(['Disk B', 'Disk A', 'Disk C', 'Disk D'], { ordered: true })),
    says: /^error: options are named by letters/,
    spares: items(choice(['30 A', '36 A', '42 A', '49 A'])),
  },
  {
    rule: 'T1',
    what: 'yes and no',
    breaks: items(choice(['Yes, at once', 'No, later', 'Replace it', 'Reset it'])),
    says: /^warning: an option begins with a verdict/,
    spares: items(choice(['No signal on the port', 'Loose lead', 'Dead lamp', 'Wrong input'])),
  },
  {
    rule: 'F1',
    what: 'a gap',
    breaks: stem(`${LONG} The port for mail is ____.`),
    says: /^error: the stem has a gap/,
    spares: stem(`${LONG} Which **port** is for mail?`),
  },
  {
    rule: 'F1',
    what: 'a stem that asks nothing',
    breaks: stem(`${LONG} The owner is unhappy about it.`),
    says: /^error: the stem neither asks/,
    spares: stem(`${LONG} Put the steps in order.`),
  },
  {
    rule: 'F2',
    what: 'which is true',
    breaks: stem(`${LONG} Which of the following statements is true?`),
    says: /^warning: the stem asks which statement is true/,
    spares: stem(`${LONG} Which setting is correct for this link?`),
  },
  {
    rule: 'D1',
    what: 'a stem asked twice',
    breaks: items(
      single({ id: 'first' }),
      single({ id: 'second' }),
      stemOnly('third', 'A drone pilot wants longer flights on one battery. What should be weighed?'),
      stemOnly('fourth', 'The museum lends tablets to visitors who drop them. What protects the glass?'),
    ),
    says: /^error: the stem is nearly that of "first"/,
    spares: items(
      single({ id: 'first' }),
      stemOnly('second', 'A drone pilot wants longer flights. What should she weigh?'),
    ),
  },
  {
    rule: 'D2',
    what: 'the same options and key',
    breaks: items(single({ id: 'first' }), choice(['smtp', 'POP3', 'IMAP', 'LDAP'], { id: 'second' })),
    says: /^error: same options and key as "first"/,
    spares: items(single({ id: 'first' }), choice(['IMAP', 'POP3', 'SMTP', 'LDAP'], { id: 'second' })),
  },
  {
    rule: 'D4',
    what: 'stems stamped from one sentence',
    breaks: items(
      ...['Ann', 'Bob', 'Eve', 'Tom'].map((name) => {
        return stemOnly(name.toLowerCase(), `A user named ${name} says that her PC is slow. What now?`);
      }),
    ),
    says: /^error: 4 stems begin "a user named @/,
    spares: items(
      stemOnly('one', 'A user named Ann says it is slow. Why?'),
      stemOnly('two', 'Why is it slow?'),
    ),
  },
  {
    rule: 'D5',
    what: 'one definition for two terms',
    breaks: { terms: [{ id: 'a' }, { id: 'b' }] },
    says: /^error: the definition is nearly that of "A"/,
    spares: {
      terms: [
        { id: 'a' },
        { id: 'b', definition: 'Something else altogether, told in words of its own here.' },
      ],
    },
  },
  {
    rule: 'X2',
    what: 'a stem that answers another',
    breaks: items(
      stemOnly('asks', 'Mail from the bakery till waits unsent since Monday morning. Which service fails?'),
      stemOnly(
        'tells',
        'Mail from the bakery till waits unsent since Monday, and SMTP is blocked. Which port helps?',
        ['Port 587', 'Port 80', 'Port 22', 'Port 53'],
      ),
      ...['red', 'green', 'blue', 'black', 'white', 'grey'].map((colour) =>
        stemOnly(colour, `A ${colour} lamp. Why?`),
      ),
    ),
    says: /^warning: the stem of "tells" tells this one's key, "SMTP"/,
    spares: items(
      stemOnly('asks', `${LONG} Which service fails?`),
      stemOnly('tells', 'Where is SMTP set up?'),
    ),
  },
  {
    rule: 'R1',
    what: 'a stem of three words',
    breaks: stem('Which service fails?'),
    says: /^warning: the stem: 3 words/,
    spares: items(single()),
  },
  {
    rule: 'R1',
    what: 'a stem of long sentences and words',
    breaks: stem(
      'Following organizational infrastructure modernization, intermittent communication deterioration necessitates comprehensive investigation; identify which characteristic configuration irregularity predominantly precipitates unavailability?',
    ),
    says: /^warning: the stem: reading ease -?\d+, wanted is at least 45/,
    spares: stem(
      'A clerk at a bakery sees the IPv6 address FE80::1 and no page on the PC with Windows 11. Which service failed?',
    ),
  },
  {
    rule: 'R2',
    what: 'a short form that nobody explains',
    breaks: stem(`${LONG} The log of the QXZ names a fault. Which part should be tested?`, {
      terms: ['smtp'],
    }),
    says: /^error: QXZ.*: neither in the glossary/,
    spares: {
      terms: ['smtp', 'imap', 'ldap', 'pop3'].map((id) => ({ id })),
      ...stem(
        `${LONG} The log of the quick cross zone (QXZ) says \`ERR\` on the PC. Which ONE part should be tested?`,
      ),
    },
  },
  {
    rule: 'D3',
    what: 'one key asked for seven times',
    breaks: items(...asked(7)),
    says: /^warning: "SMTP" is the key of 7 questions of tiny-1\/1\.1 \(at most 6\): q0, q1/,
    spares: items(...asked(6)),
  },
  {
    rule: 'R3',
    what: 'a definition of four words',
    breaks: { terms: [{ id: 'smtp', definition: 'It carries mail out.' }] },
    says: /^warning: the definition: 4 words/,
    spares: { terms: [{ id: 'smtp' }] },
  },
  {
    rule: 'links',
    what: 'a link that does not lead back',
    breaks: {
      terms: [
        { id: 'a', related: ['b'] },
        { id: 'b', related: ['c'] },
        { id: 'c', related: ['b'] },
      ],
    },
    says: /^warning: "b" does not lead back/,
    spares: {
      terms: [
        { id: 'a', related: ['b'] },
        { id: 'b', related: ['a'] },
      ],
    },
  },
  {
    rule: 'links',
    what: 'a confusion told on one card only',
    breaks: {
      terms: [
        { id: 'a', related: ['b'], confusable: ['b'] },
        { id: 'b', related: ['a'] },
      ],
    },
    says: /^error: "b" does not name this term as confusable/,
    spares: {
      terms: [
        { id: 'a', related: ['b'], confusable: ['b'] },
        { id: 'b', related: ['a'], confusable: ['a'] },
      ],
    },
  },
  {
    rule: 'links',
    what: 'a confusable term that is not related',
    breaks: {
      terms: [
        { id: 'a', related: ['b'], confusable: ['c'] },
        { id: 'b', related: ['a'] },
        { id: 'c', related: ['b'], confusable: ['a'] },
      ],
    },
    says: /^error: "c" is confusable but not related/,
    spares: {
      terms: [
        { id: 'a', related: ['b'] },
        { id: 'b', related: ['a'] },
      ],
    },
  },
];

function stemOnly(id: string, text: string, options: readonly string[] = ['SMTP', 'IMAP', 'LDAP', 'POP3']) {
  return choice(options, { id, stem: text });
}

/** Rules that need more than a pack to look at: below, and in files of their own. */
const TRIED_ELSEWHERE = ['card', 'X1', 'facts'];

describe('content rules', () => {
  it.each(FIXTURES)('$rule catches $what', ({ rule, breaks, says }) => {
    expect(findings(rule, breaks)).toContainEqual(expect.stringMatching(says));
  });

  it.each(FIXTURES)('$rule spares what only looks like $what', ({ rule, spares }) => {
    expect(findings(rule, spares)).toEqual([]);
  });

  it('card catches what does not fit, for terms and for questions', () => {
    const pack = { terms: [{ id: 'smtp' }], items: [single()] };
    const tooLarge = [
      'error: the card is too large: 4001 characters',
      'error: the card is too large: 4001 characters',
    ];
    expect(findings('card', pack, () => '4001 characters')).toEqual(tooLarge);
    expect(findings('card', pack)).toEqual([]);
  });

  it('has a fixture for every rule that looks at entries', () => {
    const entryRules = RULES.filter(({ scope }) => scope !== 'bank').map(({ id }) => id);
    const tried = new Set([...FIXTURES.map(({ rule }) => rule), ...TRIED_ELSEWHERE]);
    expect(entryRules.filter((id) => !tried.has(id))).toEqual([]);
  });
});
