import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/local-discord/rules/index.ts';
import {
  button,
  card,
  container,
  file,
  gallery,
  legacy,
  option,
  picture,
  row,
  section,
  select,
  text,
} from './parts.ts';
import { type Pair, times, told } from './told.ts';

const long = (length: number) => 'x'.repeat(length);
const inRow = (component: unknown) => card(row(component));
const withOptions = (count: number, fields = {}) =>
  inRow(select('s', { options: times(count, (i) => option(`v${i}`)), ...fields }));
const web = 'https://example.org/a.png';

const PAIRS: readonly Pair[] = [
  {
    rule: 'forty components, counted to the innermost',
    breaks: card(container(...times(40, () => text()))),
    holds: card(container(...times(39, () => text()))),
    tells: ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  },
  {
    rule: 'an accessory counts as a component',
    breaks: card(...times(13, (i) => section([text()], button(`b${i}`))), text(), text()),
    holds: card(...times(13, (i) => section([text()], button(`b${i}`))), text()),
    tells: ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  },
  {
    rule: '4000 characters over all texts',
    breaks: card(text(long(2000)), container(text(long(2001)))),
    holds: card(text(long(2000)), container(text(long(2000)))),
    tells: ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  },
  {
    rule: 'one text has 1 to 4000 characters',
    breaks: card(text('')),
    holds: card(text('x')),
    tells: ['components.0.content BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: '10,170 bytes of text, beyond which Discord fails',
    breaks: card(text(`${'€'.repeat(3386)}x`)), // 3 × 3386 + 1 + 12 = 10,171
    holds: card(text('€'.repeat(3386))),
    tells: ['500 0'],
  },
  {
    rule: '64 pictures, beyond which Discord fails',
    breaks: card(
      ...times(6, () => gallery(...times(10, () => picture(web)))),
      gallery(...times(5, () => picture(web))),
    ),
    holds: card(
      ...times(6, () => gallery(...times(10, () => picture(web)))),
      gallery(...times(4, () => picture(web))),
    ),
    tells: ['500 0'],
  },
  {
    rule: 'custom ids are unique even when disabled',
    breaks: card(row(button('a'), button('a', { disabled: true }))),
    holds: card(row(button('a'), button('b', { disabled: true }))),
    tells: ['components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
  {
    rule: 'custom ids are unique across accessories and rows',
    breaks: card(section([text()], button('a')), row(select('a'))),
    holds: card(section([text()], button('a')), row(select('b'))),
    tells: ['components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
  {
    rule: 'a custom id has 1 to 100 characters',
    breaks: inRow(button(long(101))),
    holds: inRow(button(long(100))),
    tells: ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'numeric ids are unique',
    breaks: card({ ...text(), id: 7 }, { ...text(), id: 7 }),
    holds: card({ ...text(), id: 0 }, { ...text(), id: 0 }),
    tells: ['components.1.id COMPONENT_ID_DUPLICATED'],
  },
  {
    rule: 'numeric ids are int32',
    breaks: card({ ...text(), id: 2 ** 31 }),
    holds: card({ ...text(), id: 2 ** 31 - 1 }),
    tells: ['components.0.id NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'a row holds one select',
    breaks: card(row(select('a'), select('b'))),
    holds: card(row(select('a')), row(select('b'))),
    tells: ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  },
  {
    rule: 'a row with a select holds no button',
    breaks: card(row(button('a'), select('b'))),
    holds: card(row(button('a')), row(select('b'))),
    tells: ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  },
  {
    rule: 'a row holds five buttons',
    breaks: card(row(...times(6, (i) => button(`b${i}`)))),
    holds: card(row(...times(5, (i) => button(`b${i}`)))),
    tells: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a row is not empty',
    breaks: card(row()),
    holds: card(row(button('a'))),
    tells: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a label has 80 characters',
    breaks: inRow(button('a', { label: long(81) })),
    holds: inRow(button('a', { label: long(80) })),
    tells: ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a button that acts has a custom id',
    breaks: inRow({ type: 2, style: 1, label: 'x' }),
    holds: inRow({ type: 2, style: 1, label: 'x', custom_id: 'a' }),
    tells: ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
  },
  {
    rule: 'a link has an address and no custom id',
    breaks: inRow(button('a', { style: 5, url: web })),
    holds: inRow({ type: 2, style: 5, label: 'x', url: web }),
    tells: ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED'],
  },
  {
    rule: 'a link leads to a page',
    breaks: inRow({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' }),
    holds: inRow({ type: 2, style: 5, label: 'x', url: 'discord://-/channels/@me' }),
    tells: ['components.0.components.0.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'a premium button has its product alone',
    breaks: inRow({ type: 2, style: 6, sku_id: '1', label: 'Buy' }),
    holds: inRow({ type: 2, style: 6, sku_id: '1' }),
    tells: ['components.0.components.0 BUTTON_COMPONENT_PREMIUM_FACE'],
  },
  {
    rule: 'a button shows something',
    breaks: inRow(button('a', { label: '' })),
    holds: inRow(button('a', { label: '', emoji: { name: '🎉' } })),
    tells: ['components.0.components.0 BUTTON_COMPONENT_FACE_REQUIRED'],
  },
  {
    rule: 'an emoji is the character, or has an id',
    breaks: inRow(button('a', { emoji: { name: 'tada' } })),
    holds: inRow(button('a', { emoji: { name: 'tada', id: '175928847299117063' } })),
    tells: ['components.0.components.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI'],
  },
  {
    rule: 'a star that is text is no emoji, a keycap is',
    breaks: inRow(select('s', { options: [option('a', { emoji: { name: '★' } })] })),
    holds: inRow(
      select('s', {
        options: [option('a', { emoji: { name: '1️⃣' } }), option('b', { emoji: { name: '▶' } })],
      }),
    ),
    tells: ['components.0.components.0.options.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI'],
  },
  {
    rule: '25 options',
    breaks: withOptions(26),
    holds: withOptions(25),
    tells: ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'an option has texts of 100 characters',
    breaks: inRow(select('s', { options: [{ label: long(101), value: long(101), description: long(101) }] })),
    holds: inRow(select('s', { options: [{ label: long(100), value: long(100), description: long(100) }] })),
    tells: [
      'components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.options.0.value BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH',
    ],
  },
  {
    rule: 'a placeholder has 150 characters',
    breaks: inRow(select('s', { placeholder: long(151) })),
    holds: inRow(select('s', { placeholder: long(150) })),
    tells: ['components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'option values are unique',
    breaks: inRow(select('s', { options: [option('a'), option('a')] })),
    holds: inRow(select('s', { options: [option('a'), option('A')] })),
    tells: ['components.0.components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  },
  {
    rule: 'the minimum is not above the maximum, which is one by default',
    breaks: inRow(select('s', { min_values: 2 })),
    holds: inRow(select('s', { min_values: 2, max_values: 2 })),
    tells: ['components.0.components.0.min_values COMPONENT_MIN_VALUES_INVALID'],
  },
  {
    rule: 'no more can be taken than is offered',
    breaks: withOptions(3, { max_values: 4 }),
    holds: withOptions(3, { max_values: 3 }),
    tells: ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'no more is chosen beforehand than may be taken',
    breaks: inRow(select('s', { options: [option('a', { default: true }), option('b', { default: true })] })),
    holds: inRow(select('s', { options: [option('a', { default: true }), option('b')] })),
    tells: ['components.0.components.0.options COMPONENT_DEFAULT_VALUES_EXCEEDED'],
  },
  {
    rule: 'a section has one to three texts',
    breaks: card(section(times(4, () => text()))),
    holds: card(section(times(3, () => text()))),
    tells: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a section has an accessory',
    breaks: card({ type: 9, components: [text()] }),
    holds: card(section([text()], { type: 11, media: { url: web } })),
    tells: ['components.0.accessory BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a container is not empty',
    breaks: card(container()),
    holds: card(container(text())),
    tells: ['components.0.components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a container holds no container',
    breaks: card(container(container(text()))),
    holds: card(container(text()), container(text())),
    tells: ['components.0.components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a gallery has one to ten pictures',
    breaks: card(gallery(...times(11, () => picture(web)))),
    holds: card(gallery(...times(10, () => picture(web)))),
    tells: ['components.0.items BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'alternative text has 1024 characters',
    breaks: card(gallery(picture(web, { description: long(1025) }))),
    holds: card(gallery(picture(web, { description: long(1024) }))),
    tells: ['components.0.items.0.description BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a picture has an address that Discord can fetch',
    breaks: card(gallery(picture('data:image/png;base64,AA=='))),
    holds: card(gallery(picture('http://example.org/a.png'))),
    tells: ['components.0.items.0.media.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'an address is an address',
    breaks: card(gallery(picture('chart.png'))),
    holds: card(gallery(picture(web))),
    tells: ['components.0.items.0.media.url URL_TYPE_INVALID_URL'],
  },
  {
    rule: 'a shown attachment goes along',
    breaks: card(gallery(picture('attachment://chart.png'))),
    holds: {
      ...card(gallery(picture('attachment://chart.png'))),
      attachments: [{ id: '0', filename: 'chart.png' }],
    },
    tells: ['components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  },
  {
    rule: 'a file component shows an attachment',
    breaks: { ...card(file('https://example.org/a.pdf')), attachments: [{ id: '0', filename: 'a.pdf' }] },
    holds: { ...card(file('attachment://a.pdf')), attachments: [{ id: '0', filename: 'a.pdf' }] },
    tells: ['components.0.file.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'a separator has spacing 1 or 2',
    breaks: card(text(), { type: 14, spacing: 3 }),
    holds: card(text(), { type: 14, spacing: 2 }),
    tells: ['components.1.spacing BASE_TYPE_CHOICES'],
  },
  {
    rule: 'without the flag there are rows only',
    breaks: legacy(text()),
    holds: legacy(row(button('a'))),
    tells: ['components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'without the flag there are five rows',
    breaks: legacy(...times(6, (i) => row(button(`b${i}`)))),
    holds: legacy(...times(5, (i) => row(button(`b${i}`)))),
    tells: ['components BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'no unknown field on a component',
    breaks: card({ ...text(), text: 'x' }),
    holds: card(text()),
    tells: ['components.0.text UNKNOWN_FIELD'],
  },
];

describe('components of a message', () => {
  it.each(PAIRS)('$rule', ({ breaks, holds, tells }) => {
    expect(told(checkRequest('POST /channels/{channel_id}/messages', breaks))).toEqual(tells);
    expect(told(checkRequest('POST /channels/{channel_id}/messages', holds))).toEqual([]);
  });
});
