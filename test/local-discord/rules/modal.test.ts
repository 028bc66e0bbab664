import { describe, expect, it } from 'vitest';
import { CALLBACK_ROUTE, checkRequest } from '../../../src/local-discord/rules/index.ts';
import { input, label, modal, option, row, select, text } from './parts.ts';
import { type Pair, times, told } from './told.ts';

const long = (length: number) => 'x'.repeat(length);
const labels = (count: number) => modal(...times(count, (i) => label(input(`i${i}`))));
const choice = (type: number, count: number, fields = {}) =>
  modal(label({ type, custom_id: 'c', options: times(count, (i) => option(`v${i}`)), ...fields }));

const PAIRS: readonly Pair[] = [
  { rule: 'five parts', breaks: labels(6), holds: labels(5), tells: ['components BASE_TYPE_BAD_LENGTH'] },
  { rule: 'not empty', breaks: modal(), holds: modal(text()), tells: ['components BASE_TYPE_BAD_LENGTH'] },
  {
    rule: 'a title of 45 characters',
    breaks: { ...labels(1), title: long(46) },
    holds: { ...labels(1), title: long(45) },
    tells: ['title BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a label of 45 characters and a description of 100',
    breaks: modal(label(input('a'), { label: long(46), description: long(101) })),
    holds: modal(label(input('a'), { label: long(45), description: long(100) })),
    tells: ['components.0.label BASE_TYPE_BAD_LENGTH', 'components.0.description BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'one label only',
    breaks: modal(label(input('a', { label: 'Again' }))),
    holds: modal(label(input('a'))),
    tells: ['components.0.component.label TEXT_INPUT_LABEL_NOT_ALLOWED'],
  },
  {
    rule: 'the old form has a label of its own',
    breaks: modal(row(input('a'))),
    holds: modal(row(input('a', { label: 'Own' }))),
    tells: ['components.0.components.0.label BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'the old form has one input in a row',
    breaks: modal(row(input('a', { label: 'A' }), input('b', { label: 'B' }))),
    holds: modal(row(input('a', { label: 'A' })), row(input('b', { label: 'B' }))),
    tells: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'no buttons',
    breaks: modal(row({ type: 2, style: 1, label: 'x', custom_id: 'x' })),
    holds: modal(text()),
    tells: ['components.0.components.0.type BASE_TYPE_CHOICES'],
  },
  {
    rule: 'custom ids are unique',
    breaks: modal(label(input('a')), label(select('a'))),
    holds: modal(label(input('a')), label(select('b'))),
    tells: ['components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
  {
    rule: 'the least length is not above the greatest',
    breaks: modal(label(input('a', { min_length: 3, max_length: 2 }))),
    holds: modal(label(input('a', { min_length: 2, max_length: 2 }))),
    tells: ['components.0.component.min_length TEXT_INPUT_LENGTH_INVALID'],
  },
  {
    rule: 'a value given beforehand fits its bounds',
    breaks: modal(label(input('a', { max_length: 2, value: 'abc' }))),
    holds: modal(label(input('a', { max_length: 2, value: 'ab' }))),
    tells: ['components.0.component.value BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a value given beforehand is as long as asked',
    breaks: modal(label(input('a', { min_length: 2, value: 'a' }))),
    holds: modal(label(input('a', { min_length: 2, value: 'ab' }))),
    tells: ['components.0.component.value BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'an emoji is an emoji',
    breaks: modal(label(select('a', { options: [option('a', { emoji: { name: ':x:' } })] }))),
    holds: modal(label(select('a', { options: [option('a', { emoji: { name: '❌' } })] }))),
    tells: ['components.0.component.options.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI'],
  },
  {
    rule: 'a value of 4000 characters, a placeholder of 100',
    breaks: modal(label(input('a', { value: long(4001), placeholder: long(101) }))),
    holds: modal(label(input('a', { value: long(4000), placeholder: long(100) }))),
    tells: [
      'components.0.component.value BASE_TYPE_MAX_LENGTH',
      'components.0.component.placeholder BASE_TYPE_MAX_LENGTH',
    ],
  },
  {
    rule: 'choosing none is not required',
    breaks: modal(label(select('a', { min_values: 0 }))),
    holds: modal(label(select('a', { min_values: 0, required: false }))),
    tells: ['components.0.component.min_values COMPONENT_MIN_VALUES_INVALID'],
  },
  {
    rule: 'nothing is disabled',
    breaks: modal(label(select('a', { disabled: true }))),
    holds: modal(label(select('a', { disabled: false }))),
    tells: ['components.0.component.disabled COMPONENT_DISABLED_NOT_ALLOWED'],
  },
  {
    rule: 'a radio group has two to ten options',
    breaks: choice(21, 1),
    holds: choice(21, 2),
    tells: ['components.0.component.options BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a radio group has one choice beforehand',
    breaks: choice(21, 2, { options: [option('a', { default: true }), option('b', { default: true })] }),
    holds: choice(21, 2, { options: [option('a', { default: true }), option('b')] }),
    tells: ['components.0.component.options COMPONENT_DEFAULT_VALUES_EXCEEDED'],
  },
  {
    rule: 'a checkbox group has ten options, all of which may be ticked',
    breaks: choice(22, 11),
    holds: choice(22, 10, { options: times(10, (i) => option(`v${i}`, { default: true })) }),
    tells: ['components.0.component.options BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a checkbox is never required',
    breaks: modal(label({ type: 23, custom_id: 'c', required: false })),
    holds: modal(label({ type: 23, custom_id: 'c', default: true })),
    tells: ['components.0.component.required UNKNOWN_FIELD'],
  },
  {
    rule: 'a file upload takes ten files',
    breaks: modal(label({ type: 19, custom_id: 'f', max_values: 11 })),
    holds: modal(label({ type: 19, custom_id: 'f', max_values: 10, file_types: ['.json'] })),
    tells: ['components.0.component.max_values NUMBER_TYPE_MAX'],
  },
];

describe('a modal', () => {
  it.each(PAIRS)('$rule', ({ breaks, holds, tells }) => {
    const shown = (data: unknown) => told(checkRequest(CALLBACK_ROUTE, { type: 9, data }));
    expect(shown(breaks)).toEqual(tells.map((one) => `data.${one}`));
    expect(shown(holds)).toEqual([]);
  });
});
