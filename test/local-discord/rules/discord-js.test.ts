import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  FileBuilder,
  InteractionContextType,
  LabelBuilder,
  MediaGalleryBuilder,
  type MessageCreateOptions,
  MessageFlags,
  MessagePayload,
  ModalBuilder,
  PermissionFlagsBits,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  WebhookClient,
  type WebhookMessageCreateOptions,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { checkCallback, checkRequest, type RouteKey } from '../../../src/local-discord/rules/index.ts';
import { times, told } from './told.ts';

const FOLLOW_UP: RouteKey = 'POST /webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL: RouteKey = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const CREATE: RouteKey = 'POST /channels/{channel_id}/messages';
const EDIT: RouteKey = 'PATCH /channels/{channel_id}/messages/{message_id}';

/** As it comes over the wire: without what is undefined. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const client = new WebhookClient({ id: '175928847299117063', token: 'token' });
client.options.allowedMentions = { parse: [] };

/** The body that discord.js itself makes of these options, for sends and edits alike. */
function payload(options: MessageCreateOptions | WebhookMessageCreateOptions): Record<string, unknown> {
  return wire(MessagePayload.create(client, options).resolveBody().body) as Record<string, unknown>;
}

const answers = (count: number) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    times(count, (i) =>
      new ButtonBuilder()
        .setCustomId(`answer:${i}`)
        .setLabel('ABCDE'.charAt(i))
        .setStyle(ButtonStyle.Secondary),
    ),
  );

const question = new ContainerBuilder()
  .setAccentColor(0x5865f2)
  .addTextDisplayComponents(
    new TextDisplayBuilder().setContent('### Which protocol sends mail?\n**A** SMTP\n**B** SNMP'),
  )
  .addSeparatorComponents(new SeparatorBuilder().setDivider(true))
  .addActionRowComponents(answers(5))
  .addTextDisplayComponents(new TextDisplayBuilder().setContent('-# Question 3 of 10'));

const explained = new ContainerBuilder()
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(
        new TextDisplayBuilder().setContent('**Right.** SMTP submits mail on port 587.'),
      )
      .setButtonAccessory(
        new ButtonBuilder()
          .setLabel('Source')
          .setStyle(ButtonStyle.Link)
          .setURL('https://www.rfc-editor.org/rfc/rfc5321'),
      ),
  )
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('12 days in a row'))
      .setThumbnailAccessory(
        new ThumbnailBuilder({ media: { url: 'attachment://streak.png' } }).setDescription('A flame'),
      ),
  )
  .addMediaGalleryComponents(
    new MediaGalleryBuilder().addItems({
      media: { url: 'attachment://chart.png' },
      description: 'Points by week',
    }),
  )
  .addFileComponents(new FileBuilder().setURL('attachment://export.json'))
  .addActionRowComponents(
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('order')
        .setPlaceholder('First step')
        .setMinValues(1)
        .setMaxValues(2)
        .addOptions(
          { label: 'Identify', value: '0', description: 'Find out what is wrong', emoji: { name: '🔎' } },
          { label: 'Test', value: '1', default: true },
        ),
    ),
  );

const files = ['streak.png', 'chart.png', 'export.json'].map((name) => ({
  attachment: Buffer.from('x'),
  name,
}));
const names = { files: files.map(({ name }) => name) };

describe('what discord.js sends passes', () => {
  const v2 = { flags: MessageFlags.IsComponentsV2 } as const;
  const cards = [
    ['a question', { ...v2, components: [question] }, {}],
    ['an explanation with files', { ...v2, components: [explained], files }, names],
    ['both together', { ...v2, components: [question, explained], files }, names],
    [
      'an old message',
      { content: 'Hello', components: [answers(4)], embeds: [{ title: 'Hi', color: 1 }] },
      {},
    ],
  ] as const;

  const sent = cards.flatMap(([name, options, context]) =>
    [CREATE, EDIT, FOLLOW_UP, ORIGINAL].map((route) => [name, route, payload(options), context] as const),
  );

  it.each(sent)('%s on %s', (_, route, body, context) => {
    expect(told(checkRequest(route, body, {}, context))).toEqual([]);
  });

  it.each(cards)('%s as an answer', (_, options, context) => {
    const data = payload(options);
    const press = { type: 3, targetMessage: { flags: MessageFlags.IsComponentsV2 } };
    expect(told(checkCallback({ type: 4, data }, { type: 2 }, context))).toEqual([]);
    const isCard = data.flags !== undefined;
    expect(
      told(checkCallback({ type: 7, data }, isCard ? press : { type: 3, targetMessage: {} }, context)),
    ).toEqual([]);
  });

  it('a nonce that is enforced', () => {
    expect(told(checkRequest(CREATE, payload({ content: 'x', nonce: '1', enforceNonce: true })))).toEqual([]);
  });

  it('a modal', () => {
    const modal = new ModalBuilder()
      .setCustomId('answer')
      .setTitle('Your answer')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Answer')
          .setDescription('A number of hosts')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('value').setStyle(TextInputStyle.Short).setMaxLength(50),
          ),
      );
    expect(told(checkCallback({ type: 9, data: wire(modal) }, { type: 2 }))).toEqual([]);
  });

  it('commands', () => {
    const commands = [
      new SlashCommandBuilder()
        .setName('deck')
        .setDescription('Your cards')
        .setContexts(InteractionContextType.Guild)
        .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
        .addSubcommand((sub) =>
          sub
            .setName('add')
            .setDescription('Add a term')
            .addStringOption((option) =>
              option.setName('term').setDescription('Term').setRequired(true).setAutocomplete(true),
            )
            .addIntegerOption((option) =>
              option.setName('box').setDescription('Box').setMinValue(1).setMaxValue(5),
            ),
        ),
      new ContextMenuCommandBuilder().setName('Explain This').setType(3),
    ];
    expect(told(checkRequest('PUT /applications/{application_id}/commands', wire(commands)))).toEqual([]);
  });
});

describe('what the builders let through is refused', () => {
  const v2 = { flags: MessageFlags.IsComponentsV2 } as const;
  const textOf = (content: string) => new TextDisplayBuilder().setContent(content);

  it('fifty texts', () => {
    const half = () => new ContainerBuilder().addTextDisplayComponents(times(25, () => textOf('x')));
    expect(told(checkRequest(CREATE, payload({ ...v2, components: [half(), half()] })))).toEqual([
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ]);
  });

  it('the first and the previous page under one custom id', () => {
    const page = () =>
      new ButtonBuilder().setCustomId('page:1').setLabel('Page').setStyle(ButtonStyle.Primary);
    const pager = new ActionRowBuilder<ButtonBuilder>().addComponents(page(), page());
    expect(told(checkRequest(CREATE, payload({ content: 'x', components: [pager] })))).toEqual([
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });

  it('a required option after an optional one', () => {
    const command = new SlashCommandBuilder()
      .setName('ask')
      .setDescription('Ask')
      .addStringOption((option) => option.setName('a').setDescription('A'))
      .addStringOption((option) => option.setName('b').setDescription('B').setRequired(true));
    expect(told(checkRequest('POST /applications/{application_id}/commands', wire(command)))).toEqual([
      'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ]);
  });
});
