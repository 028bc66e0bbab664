import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Routes,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type Hall, login, openHall } from './bot.ts';

let hall: Hall;
let client: Client<true>;

afterEach(async () => {
  await client.destroy();
  await hall.close();
});

test('a client logs in, registers a command, replies, takes a press and a modal', async () => {
  hall = await openHall();
  client = await login(hall);
  const { mia, channelId, discord } = hall;
  await client.rest.put(Routes.applicationCommands(client.application.id), {
    body: [
      {
        name: 'hello',
        description: 'Says hello',
        options: [{ type: 3, name: 'who', description: 'Whom', required: true }],
      },
    ],
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
      );
      await interaction.reply({
        content: `Hello, ${interaction.options.getString('who')}`,
        components: [row],
      });
    } else if (interaction.isButton()) {
      const name = new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short);
      const label = new LabelBuilder().setLabel('Your name').setTextInputComponent(name);
      await interaction.showModal(
        new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label),
      );
    } else if (interaction.isModalSubmit()) {
      const content = `Thanks, ${interaction.fields.getTextInputValue('name')}`;
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
    }
  });

  const replied = await mia.command(channelId, 'hello', { who: 'world' });
  expect(replied).toMatchObject({ kind: 'message', ephemeral: false, message: { content: 'Hello, world' } });
  const pressed = await mia.press(replied.message?.id ?? '', 'more');
  expect(pressed).toMatchObject({ kind: 'modal', modal: { customId: 'form', title: 'Form' } });
  if (!pressed.modal) throw new Error('no modal was shown');
  const submitted = await mia.submit(pressed.modal, { name: 'Mia' });
  expect(submitted).toMatchObject({ kind: 'message', ephemeral: true, message: { content: 'Thanks, Mia' } });
  expect(discord.complaints).toEqual([]);
});
