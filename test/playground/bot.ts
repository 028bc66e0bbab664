/** A tiny bot on the real client, with one of everything that the playground must carry. */
import {
  type ApplicationCommandData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';

const COMMANDS: readonly ApplicationCommandData[] = [
  {
    name: 'look',
    description: 'Look something up',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        description: 'Which',
        required: true,
        autocomplete: true,
      },
    ],
  },
  { name: 'secret', description: 'For those who manage the server', defaultMemberPermissions: '32' },
  { name: 'silent', description: 'Never answers' },
  { type: ApplicationCommandType.Message, name: 'Explain' },
];

const WORDS = ['SMTP', 'SMB', 'IMAP'];

const card = (text: string) => ({
  flags: MessageFlags.IsComponentsV2 as const,
  components: [
    {
      type: ComponentType.Container as const,
      accent_color: 0x5865f2,
      components: [
        { type: ComponentType.TextDisplay as const, content: text },
        {
          type: ComponentType.ActionRow as const,
          components: [
            {
              type: ComponentType.Button as const,
              style: ButtonStyle.Primary as const,
              label: 'Go on',
              custom_id: 'go',
            },
            {
              type: ComponentType.Button as const,
              style: ButtonStyle.Secondary as const,
              label: 'Ask',
              custom_id: 'ask',
            },
          ],
        },
      ],
    },
  ],
});

const FORM = {
  custom_id: 'form',
  title: 'Tell us',
  components: [
    {
      type: ComponentType.Label as const,
      label: 'Why?',
      component: {
        type: ComponentType.TextInput as const,
        custom_id: 'why',
        style: TextInputStyle.Short as const,
      },
    },
  ],
};

async function onCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'silent') return;
  const name = interaction.options.getString('name') ?? 'nothing';
  await interaction.reply({
    ...card(`## ${name}`),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  });
}

async function onInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toUpperCase();
    const found = WORDS.filter((word) => word.startsWith(typed));
    await interaction.respond(found.map((word) => ({ name: word, value: word.toLowerCase() })));
  } else if (interaction.isChatInputCommand()) await onCommand(interaction);
  else if (interaction.isMessageContextMenuCommand()) {
    const content = `Explained ${interaction.targetMessage.id}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId === 'ask') await interaction.showModal(FORM);
  else if (interaction.isButton()) await interaction.update(card('Gone on'));
  else if (interaction.isModalSubmit()) {
    const content = `Because: ${interaction.fields.getTextInputValue('why')}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }
}

/** Connects and registers its commands; resolves when both are done. */
export async function startBot(apiUrl: string, token: string): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const connected = await ready;
  await connected.application.commands.set(COMMANDS);
  return connected;
}
