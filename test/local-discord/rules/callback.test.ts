import { describe, expect, it } from 'vitest';
import { type AnsweredInteraction, checkCallback } from '../../../src/local-discord/rules/index.ts';
import { card, input, label, modal, text } from './parts.ts';
import { times, told } from './told.ts';

const command: AnsweredInteraction = { type: 2 };
const press: AnsweredInteraction = { type: 3, targetMessage: { flags: 0 } };
const pressOnCard: AnsweredInteraction = { type: 3, targetMessage: { flags: 1 << 15 } };
const autocomplete: AnsweredInteraction = { type: 4 };
const formOfCommand: AnsweredInteraction = { type: 5, fromCommandModal: true };
const formOfPress: AnsweredInteraction = { type: 5, targetMessage: { flags: 0 } };
const shown = { type: 9, data: modal(label(input('a'))) };
const said = { type: 4, data: { content: 'x' } };
const choices = (...list: unknown[]) => ({ type: 8, data: { choices: list } });

describe('which answer an interaction allows', () => {
  const answers = [said, { type: 5 }, { type: 6 }, { type: 7, data: { content: 'x' } }, choices(), shown];
  const allowed: readonly (readonly [string, AnsweredInteraction, readonly number[]])[] = [
    ['a command', command, [4, 5, 9]],
    ['a component', press, [4, 5, 6, 7, 9]],
    ['autocomplete', autocomplete, [8]],
    ['a modal of a command', formOfCommand, [4, 5]],
    ['a modal of a component', formOfPress, [4, 5, 6, 7]],
  ];

  it.each(allowed)('%s', (_, interaction, types) => {
    const accepted = answers.filter((answer) => checkCallback(answer, interaction) === null);
    expect(accepted.map(({ type }) => type)).toEqual(types);
    const refused = answers.find(({ type }) => !types.includes(type));
    expect(checkCallback(refused, interaction)?.body.errors).toEqual({
      type: {
        _errors: [{ code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${types.join(', ')}}.` }],
      },
    });
  });

  it('cannot be judged for an interaction that Discord does not have', () => {
    expect(() => checkCallback(said, { type: 99 })).toThrow(RangeError);
  });
});

describe('what an answer carries', () => {
  const cases: readonly (readonly [string, unknown, AnsweredInteraction, readonly string[]])[] = [
    ['no answer without a type', { data: {} }, command, ['type BASE_TYPE_REQUIRED']],
    ['no empty message', { type: 4, data: {} }, command, ['400 50006']],
    ['no message without data', { type: 4 }, command, ['400 50006']],
    ['an ephemeral message', { type: 4, data: { content: 'x', flags: 64 } }, command, []],
    ['an ephemeral wait', { type: 5, data: { flags: 64 } }, command, []],
    ['no card yet', { type: 5, data: { flags: 64 | (1 << 15) } }, command, ['data.flags UNSUPPORTED_FLAG']],
    ['no words yet', { type: 5, data: { content: 'x' } }, command, ['data.content UNKNOWN_FIELD']],
    [
      'no update of a card by content',
      { type: 7, data: { content: 'x' } },
      pressOnCard,
      ['data.content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    ['an update of a card without its flag', { type: 7, data: { components: [text()] } }, pressOnCard, []],
    [
      'no card on an old message without the flag',
      { type: 7, data: { components: [text()] } },
      press,
      ['data.components.0 UNION_TYPE_CHOICES'],
    ],
    ['a card in place of an old message', { type: 7, data: { ...card(text()), content: null } }, press, []],
    ['25 choices', choices(...times(25, (i) => ({ name: `n${i}`, value: `v${i}` }))), autocomplete, []],
    [
      'not 26 choices',
      choices(...times(26, (i) => ({ name: `n${i}`, value: `v${i}` }))),
      autocomplete,
      ['data.choices BASE_TYPE_MAX_LENGTH'],
    ],
    ['a choice of 100 characters', choices({ name: 'n', value: 'x'.repeat(100) }), autocomplete, []],
    [
      'not a choice of 101',
      choices({ name: 'x'.repeat(101), value: 'x'.repeat(101) }),
      autocomplete,
      ['data.choices.0.name BASE_TYPE_BAD_LENGTH', 'data.choices.0.value BASE_TYPE_BAD_LENGTH'],
    ],
    ['a choice that is a number', choices({ name: 'n', value: 5 }), autocomplete, []],
    [
      'no choice without a name',
      choices({ value: 'v' }),
      autocomplete,
      ['data.choices.0.name BASE_TYPE_REQUIRED'],
    ],
  ];

  it.each(cases)('%s', (_, callback, interaction, tells) => {
    expect(told(checkCallback(callback, interaction))).toEqual(tells);
  });
});
