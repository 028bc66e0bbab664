import { describe, expect, it } from 'vitest';
import { checkRequest, type RouteKey } from '../../../src/local-discord/rules/index.ts';
import { command, commandOption } from './parts.ts';
import { type Pair, times, told } from './told.ts';

const GLOBAL: RouteKey = 'PUT /applications/{application_id}/commands';
const GUILD: RouteKey = 'PUT /applications/{application_id}/guilds/{guild_id}/commands';
const ONE: RouteKey = 'POST /applications/{application_id}/commands';
const CHANGE: RouteKey = 'PATCH /applications/{application_id}/commands/{command_id}';

const long = (length: number) => 'x'.repeat(length);
const menu = (fields = {}) => ({ type: 3, name: 'Explain This', ...fields });
const withOptions = (...options: unknown[]) => command({ options });
const choices = (...list: unknown[]) => withOptions(commandOption('a', { choices: list }));
const sub = (name: string, ...options: unknown[]) => ({ type: 1, name, description: 'Sub', options });

/** A command of 7905 characters and its description. */
const sized = (description: number) => ({
  name: 'size',
  description: long(description),
  options: [
    ...times(3, (i) =>
      commandOption(`o${i}`, {
        description: long(98),
        choices: times(25, (c) => ({ name: String(c).padStart(95, 'x'), value: String(c).padStart(5, '0') })),
      }),
    ),
    commandOption('p', { description: long(100) }),
  ],
});

const PAIRS: readonly Pair[] = [
  {
    rule: 'small letters',
    breaks: command({ name: 'Ask' }),
    holds: command({ name: 'ask' }),
    tells: ['name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'letters, digits, dash, underscore and apostrophe',
    breaks: command({ name: 'ask me' }),
    holds: command({ name: "ask-me_'9" }),
    tells: ['name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'letters of any script',
    breaks: command({ name: 'ask!' }),
    holds: command({ name: 'üben' }),
    tells: ['name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'translated names too',
    breaks: command({ name_localizations: { de: 'Frage' } }),
    holds: command({ name_localizations: { de: 'frage' } }),
    tells: ['name_localizations.de APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'a name has 32 characters',
    breaks: command({ name: long(33) }),
    holds: command({ name: long(32) }),
    tells: ['name BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a description of 1 to 100 characters',
    breaks: command({ description: long(101) }),
    holds: command({ description: long(100) }),
    tells: ['description BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a description at all',
    breaks: { name: 'ask' },
    holds: { name: 'ask', description: 'A' },
    tells: ['description BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a description that is not empty',
    breaks: command({ description: '' }),
    holds: command(),
    tells: ['description BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a menu has a name with spaces and no description',
    breaks: menu({ description: 'x' }),
    holds: menu(),
    tells: ['description APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED'],
  },
  {
    rule: 'a menu has no options',
    breaks: menu({ options: [commandOption('a')] }),
    holds: menu({ options: [], description: '' }),
    tells: ['options APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED'],
  },
  {
    rule: 'required options come first',
    breaks: withOptions(commandOption('a'), commandOption('b', { required: true })),
    holds: withOptions(commandOption('b', { required: true }), commandOption('a')),
    tells: ['options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  },
  {
    rule: 'required options come first in subcommands',
    breaks: withOptions(sub('s', commandOption('a'), commandOption('b', { required: true }))),
    holds: withOptions(sub('s', commandOption('b', { required: true }), commandOption('a'))),
    tells: ['options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  },
  {
    rule: 'subcommands and options do not mix',
    breaks: withOptions(sub('s'), commandOption('a')),
    holds: withOptions(sub('s'), { type: 2, name: 'g', description: 'G', options: [sub('t')] }),
    tells: ['options.1 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  },
  {
    rule: 'a group holds subcommands only',
    breaks: withOptions({
      type: 2,
      name: 'g',
      description: 'G',
      options: [{ type: 2, name: 'h', description: 'H' }],
    }),
    holds: withOptions({ type: 2, name: 'g', description: 'G', options: [sub('h')] }),
    tells: ['options.0.options.0.type BASE_TYPE_CHOICES'],
  },
  {
    rule: 'option names are held to the same letters',
    breaks: withOptions(commandOption('Term')),
    holds: withOptions(commandOption('term')),
    tells: ['options.0.name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'option names are unique',
    breaks: withOptions(commandOption('a'), commandOption('a')),
    holds: withOptions(commandOption('a'), commandOption('b')),
    tells: ['options.1.name APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME'],
  },
  {
    rule: '25 options',
    breaks: withOptions(...times(26, (i) => commandOption(`o${i}`))),
    holds: withOptions(...times(25, (i) => commandOption(`o${i}`))),
    tells: ['options BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: '25 choices',
    breaks: choices(...times(26, (i) => ({ name: `n${i}`, value: `v${i}` }))),
    holds: choices(...times(25, (i) => ({ name: `n${i}`, value: `v${i}` }))),
    tells: ['options.0.choices BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a choice of 1 to 100 characters',
    breaks: choices({ name: long(101), value: long(101) }, { name: '', value: '' }),
    holds: choices({ name: long(100), value: long(100) }, { name: 'n', value: 'v' }),
    tells: [
      'options.0.choices.0.name BASE_TYPE_BAD_LENGTH',
      'options.0.choices.0.value BASE_TYPE_BAD_LENGTH',
      'options.0.choices.1.name BASE_TYPE_BAD_LENGTH',
      'options.0.choices.1.value BASE_TYPE_BAD_LENGTH',
    ],
  },
  {
    rule: 'choices are unique in name and value',
    breaks: choices({ name: 'n', value: 'a' }, { name: 'n', value: 'a' }),
    holds: choices({ name: 'n', value: 'a' }, { name: 'm', value: 'b' }),
    tells: [
      'options.0.choices.1.name APPLICATION_COMMAND_CHOICES_DUPLICATE_NAME',
      'options.0.choices.1.value APPLICATION_COMMAND_CHOICES_DUPLICATE_VALUE',
    ],
  },
  {
    rule: 'a choice has the type of its option',
    breaks: withOptions(commandOption('a', { type: 4, choices: [{ name: 'n', value: '5' }] })),
    holds: withOptions(commandOption('a', { type: 4, choices: [{ name: 'n', value: 5 }] })),
    tells: ['options.0.choices.0.value NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'autocomplete excludes choices',
    breaks: withOptions(commandOption('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })),
    holds: withOptions(commandOption('a', { autocomplete: true, choices: [] })),
    tells: ['options.0.choices APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES'],
  },
  {
    rule: 'autocomplete is for texts and numbers',
    breaks: withOptions(commandOption('a', { type: 5, autocomplete: true })),
    holds: withOptions(commandOption('a', { type: 10, autocomplete: true })),
    tells: ['options.0.autocomplete UNKNOWN_FIELD'],
  },
  {
    rule: 'the least length is not above the greatest',
    breaks: withOptions(commandOption('a', { min_length: 3, max_length: 2 })),
    holds: withOptions(commandOption('a', { min_length: 0, max_length: 6000 })),
    tells: ['options.0.min_length APPLICATION_COMMAND_OPTION_LENGTH_RANGE_INVALID'],
  },
  {
    rule: 'the least value is not above the greatest',
    breaks: withOptions(commandOption('a', { type: 4, min_value: 3, max_value: 2 })),
    holds: withOptions(commandOption('a', { type: 4, min_value: 2, max_value: 2 })),
    tells: ['options.0.min_value APPLICATION_COMMAND_OPTION_VALUE_RANGE_INVALID'],
  },
  {
    rule: '8000 characters altogether',
    breaks: sized(96),
    holds: sized(95),
    tells: [' APPLICATION_COMMAND_TOO_LARGE'],
  },
  {
    rule: 'permissions are a string of digits',
    breaks: command({ default_member_permissions: 8 }),
    holds: command({ default_member_permissions: '9007199254740993' }),
    tells: ['default_member_permissions STRING_TYPE_CONVERT'],
  },
  {
    rule: 'permissions are digits only',
    breaks: command({ default_member_permissions: '0x8' }),
    holds: command({ default_member_permissions: '0' }),
    tells: ['default_member_permissions NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'contexts are 0, 1 and 2, each once',
    breaks: command({ contexts: [0, 0], integration_types: [2] }),
    holds: command({ contexts: [0, 1, 2], integration_types: [0], nsfw: false }),
    tells: ['contexts SET_TYPE_ALREADY_CONTAINS_VALUE', 'integration_types.0 BASE_TYPE_CHOICES'],
  },
];

describe('a command', () => {
  it.each(PAIRS)('$rule', ({ breaks, holds, tells }) => {
    expect(told(checkRequest(ONE, breaks))).toEqual(tells);
    expect(told(checkRequest(ONE, holds))).toEqual([]);
    expect(told(checkRequest(GLOBAL, [command({ name: 'first' }), breaks]))).toEqual(
      tells.map((one) => (one.startsWith(' ') ? `1${one}` : `1.${one}`)),
    );
  });
});

describe('the list of commands', () => {
  const many = (type: number, count: number) =>
    times(count, (i) => (type === 1 ? command({ name: `c${i}` }) : menu({ type, name: `Menu ${i}` })));

  it.each([
    [1, 100],
    [2, 15],
    [3, 15],
  ])('has of type %i no more than %i', (type, most) => {
    expect(told(checkRequest(GLOBAL, many(type, most)))).toEqual([]);
    expect(told(checkRequest(GLOBAL, many(type, most + 1)))).toEqual(['400 30032']);
  });

  it('has each name once for each type', () => {
    const both = [command({ name: 'ask' }), menu({ name: 'ask' })];
    expect(told(checkRequest(GLOBAL, both))).toEqual([]);
    expect(told(checkRequest(GLOBAL, [...both, command()]))).toEqual([
      '2 APPLICATION_COMMANDS_DUPLICATE_NAME',
    ]);
  });

  it('leaves contexts to global commands', () => {
    const list = [command({ contexts: [0], integration_types: [0] })];
    expect(told(checkRequest(GLOBAL, list))).toEqual([]);
    expect(told(checkRequest(GUILD, list))).toEqual([
      '0.contexts APPLICATION_COMMAND_GLOBAL_ONLY',
      '0.integration_types APPLICATION_COMMAND_GLOBAL_ONLY',
    ]);
  });

  it('may be empty', () => {
    expect(told(checkRequest(GUILD, []))).toEqual([]);
  });
});

describe('a change to a command', () => {
  it('may leave everything out', () => {
    expect(told(checkRequest(CHANGE, {}))).toEqual([]);
    expect(told(checkRequest(CHANGE, { name: 'ask' }, {}, { commandType: 1 }))).toEqual([]);
  });

  it('is judged by the type of the command when that is known', () => {
    const change = { name: 'Explain This' };
    expect(told(checkRequest(CHANGE, change))).toEqual([]);
    expect(told(checkRequest(CHANGE, change, {}, { commandType: 3 }))).toEqual([]);
    expect(told(checkRequest(CHANGE, change, {}, { commandType: 1 }))).toEqual([
      'name APPLICATION_COMMAND_INVALID_NAME',
    ]);
  });

  it('keeps required options first', () => {
    const options = [commandOption('a'), commandOption('b', { required: true })];
    expect(told(checkRequest(CHANGE, { options }))).toEqual([
      'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ]);
  });
});
