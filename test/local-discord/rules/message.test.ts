import { describe, expect, it } from 'vitest';
import { checkRequest, type RequestContext, type RouteKey } from '../../../src/local-discord/rules/index.ts';
import { button, card, gallery, IS_COMPONENTS_V2, legacy, picture, row, text } from './parts.ts';
import { type Pair, times, told } from './told.ts';

const CREATE: RouteKey = 'POST /channels/{channel_id}/messages';
const EDIT: RouteKey = 'PATCH /channels/{channel_id}/messages/{message_id}';
const FOLLOW_UP: RouteKey = 'POST /webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL: RouteKey = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const EPHEMERAL = 1 << 6;

const long = (length: number) => 'x'.repeat(length);
const mentions = (allowed_mentions: unknown) => ({ content: 'x', allowed_mentions });

const PAIRS: readonly Pair[] = [
  { rule: 'not empty', breaks: { content: ' ' }, holds: { content: 'x' }, tells: ['400 50006'] },
  {
    rule: 'not empty, no fields at all',
    breaks: {},
    holds: { attachments: [{ id: '0' }] },
    tells: ['400 50006'],
  },
  {
    rule: 'the flag alone shows nothing',
    breaks: { flags: IS_COMPONENTS_V2 },
    holds: card(text()),
    tells: ['400 50006'],
  },
  {
    rule: 'content has 2000 characters',
    breaks: { content: long(2001) },
    holds: { content: long(2000) },
    tells: ['content BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'characters are code points',
    breaks: { content: '🎉'.repeat(2001) },
    holds: { content: '🎉'.repeat(2000) },
    tells: ['content BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'content and components V2 exclude each other',
    breaks: { ...card(text()), content: 'x' },
    holds: { ...card(text()), content: null },
    tells: ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  },
  {
    rule: 'embeds, stickers, polls and components V2 exclude each other',
    breaks: {
      ...card(text()),
      embeds: [{ title: 'x' }],
      sticker_ids: ['1'],
      poll: { question: { text: '?' }, answers: [{ poll_media: { text: 'a' } }] },
    },
    holds: { ...card(text()), embeds: [], sticker_ids: null, poll: null },
    tells: ['embeds', 'sticker_ids', 'poll'].map(
      (field) => `${field} MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2`,
    ),
  },
  {
    rule: 'embeds have 6000 characters together',
    breaks: {
      embeds: [{ description: long(4000) }, { description: long(1990), footer: { text: long(11) } }],
    },
    holds: { embeds: [{ description: long(4000) }, { description: long(1990), footer: { text: long(10) } }] },
    tells: ['embeds MAX_EMBED_SIZE_EXCEEDED'],
  },
  {
    rule: 'only an interaction makes a message ephemeral',
    breaks: { content: 'x', flags: EPHEMERAL },
    holds: { content: 'x', flags: 1 << 12 },
    tells: ['flags UNSUPPORTED_FLAG'],
  },
  {
    rule: 'parse and ids of users exclude each other',
    breaks: mentions({ parse: ['users'], users: ['1'] }),
    holds: mentions({ parse: ['users'], users: [] }),
    tells: ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  },
  {
    rule: 'parse and ids of roles exclude each other',
    breaks: mentions({ parse: ['roles'], roles: ['1'] }),
    holds: mentions({ parse: ['users'], roles: ['1'] }),
    tells: ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  },
  {
    rule: 'a hundred ids may be mentioned',
    breaks: mentions({ users: times(101, (i) => String(i + 1)) }),
    holds: mentions({ users: times(100, (i) => String(i + 1)) }),
    tells: ['allowed_mentions.users BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'an id is mentioned once',
    breaks: mentions({ users: ['1', '1'] }),
    holds: mentions({ users: ['1', '2'] }),
    tells: ['allowed_mentions.users SET_TYPE_ALREADY_CONTAINS_VALUE'],
  },
  {
    rule: 'an id is a snowflake',
    breaks: mentions({ users: ['@me'] }),
    holds: mentions({ users: ['175928847299117063'] }),
    tells: ['allowed_mentions.users.0 NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'a nonce has 25 characters',
    breaks: { content: 'x', nonce: long(26), enforce_nonce: true },
    holds: { content: 'x', nonce: long(25), enforce_nonce: true },
    tells: ['nonce BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'no unknown field',
    breaks: { content: 'x', embed: { title: 'x' } },
    holds: { content: 'x', embeds: [{ title: 'x' }] },
    tells: ['embed UNKNOWN_FIELD'],
  },
  {
    rule: 'types are right',
    breaks: { content: 5, flags: '64', tts: 'no', components: {} },
    holds: { content: '5', flags: 4, tts: false, components: [] },
    tells: [
      'content STRING_TYPE_CONVERT',
      'components LIST_TYPE_CONVERT',
      'flags NUMBER_TYPE_COERCE',
      'tts BOOLEAN_TYPE_CONVERT',
    ],
  },
];

describe('a new message', () => {
  it.each(PAIRS)('$rule', ({ breaks, holds, tells }) => {
    expect(told(checkRequest(CREATE, breaks)).sort()).toEqual([...tells].sort());
    expect(told(checkRequest(CREATE, holds))).toEqual([]);
  });

  it('is refused when it is no object', () => {
    expect(told(checkRequest(CREATE, 'hello'))).toEqual([' MODEL_TYPE_CONVERT']);
    expect(told(checkRequest(CREATE, null))).toEqual([' MODEL_TYPE_CONVERT']);
    expect(told(checkRequest(CREATE, undefined))).toEqual(['400 50006']);
  });

  it('answers with the sentence and the nesting that Discord has', () => {
    expect(checkRequest(CREATE, card(row(button('a'), button('a'))))).toEqual({
      status: 400,
      body: {
        code: 50035,
        message: 'Invalid Form Body',
        errors: {
          components: {
            0: {
              components: {
                1: {
                  custom_id: {
                    _errors: [
                      {
                        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
                        message: 'Component custom id cannot be duplicated',
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      },
    });
  });

  it('may be ephemeral as a follow-up', () => {
    expect(told(checkRequest(FOLLOW_UP, { content: 'x', flags: EPHEMERAL }))).toEqual([]);
    expect(told(checkRequest(FOLLOW_UP, {}))).toEqual(['400 50006']);
  });
});

describe('an edit', () => {
  const cases: readonly (readonly [string, unknown, RequestContext, readonly string[]])[] = [
    ['leaves the rest', { flags: 4 }, {}, []],
    [
      'cannot clear everything',
      { content: '', embeds: [], components: [], attachments: [] },
      {},
      ['400 50006'],
    ],
    ['may bring V2 components when the message is not known', { components: [text()] }, {}, []],
    [
      'keeps to rows on an old message',
      { components: [text()] },
      { targetIsComponentsV2: false },
      ['components.0 UNION_TYPE_CHOICES'],
    ],
    [
      'brings no content to a V2 message',
      { content: 'x' },
      { targetIsComponentsV2: true },
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    [
      'turns an old message into V2',
      { ...card(text()), content: null, embeds: [] },
      { targetIsComponentsV2: false },
      [],
    ],
    ['shows a file that is kept', card(gallery(picture('attachment://a.png'))), { files: ['a.png'] }, []],
    [
      'shows no file that is gone',
      card(gallery(picture('attachment://a.png'))),
      { files: [] },
      ['components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ],
    [
      'has five rows at most',
      legacy(...times(6, (i) => row(button(`b${i}`)))),
      {},
      ['components BASE_TYPE_BAD_LENGTH'],
    ],
  ];

  it.each(cases)('%s', (_, body, context, tells) => {
    expect(told(checkRequest(EDIT, body, {}, context))).toEqual(tells);
    expect(told(checkRequest(ORIGINAL, body, {}, context))).toEqual(tells);
  });
});
