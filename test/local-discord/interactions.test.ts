import {
  ApplicationCommandType,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeOf, type Hall, login, onAsk, openHall, registerAsk, textChannel } from './bot.ts';

let hall: Hall;
let client: Client<true>;

beforeEach(async () => {
  hall = await openHall();
  client = await login(hall);
  await registerAsk(client);
});

afterEach(async () => {
  await client.destroy();
  await hall.close();
});

const ask = () => hall.mia.command(hall.channelId, 'ask');
const button = (customId: string, disabled = false) => ({
  type: ComponentType.ActionRow as const,
  components: [{ type: ComponentType.Button as const, style: 1 as const, label: 'Go', customId, disabled }],
});

function nextInteraction(): Promise<Interaction> {
  return new Promise((resolve) => client.once(Events.InteractionCreate, resolve));
}

describe('three seconds', () => {
  test('without an answer, the interaction fails and a late answer is 10062', async () => {
    hall.discord.clock.freeze();
    const arrived = nextInteraction();
    const outcome = ask();
    const interaction = await arrived;
    hall.discord.clock.advance(3_000);
    expect((await outcome).kind).toBe('failed');
    if (!interaction.isRepliable()) throw new Error('not repliable');
    expect(await codeOf(interaction.reply('late'))).toBe(10062);
    expect(hall.discord.complaints).toMatchObject([{ code: 10062, status: 404 }]);
  });

  test('count by the clock: frozen at 2.9 s, an answer is in time', async () => {
    hall.discord.clock.freeze();
    const done = onAsk(client, async (interaction) => {
      hall.discord.clock.advance(2_900);
      await interaction.reply('in time');
    });
    const outcome = await ask();
    expect(outcome.kind).toBe('message');
    expect(outcome.ackMs).toBeGreaterThanOrEqual(2_900);
    await done;
  });

  test('are not waited for when no bot is there', async () => {
    await client.destroy();
    await vi.waitFor(async () => expect((await ask()).kind).toBe('failed'));
  });

  test('take one answer only: the second is 40060', async () => {
    const refused = onAsk(client, async (interaction) => {
      await interaction.reply('once');
      return codeOf(
        client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body: { type: 4, data: { content: 'twice' } },
          auth: false,
        }),
      );
    });
    await ask();
    expect(await refused).toBe(40060);
    expect(hall.discord.messages(hall.channelId)).toHaveLength(1);
  });
});

describe('answers', () => {
  test('that only one sees are invisible to others and to the channel’s routes', async () => {
    const done = onAsk(client, (interaction) =>
      interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    );
    const { message, ephemeral } = await ask();
    await done;
    expect(ephemeral).toBe(true);
    expect(hall.discord.messages(hall.channelId, hall.mia)).toHaveLength(1);
    expect(hall.discord.messages(hall.channelId, hall.tom)).toEqual([]);
    expect(hall.discord.messages(hall.channelId)).toEqual([]);
    const id = message?.id ?? '';
    expect(await codeOf(client.rest.get(Routes.channelMessage(hall.channelId, id)))).toBe(10008);
    expect(await codeOf(client.rest.delete(Routes.channelMessage(hall.channelId, id)))).toBe(10008);
    expect(hall.discord.complaints.map(({ code }) => code)).toEqual([10008, 10008]);
    hall.mia.dismiss(id);
    expect(hall.discord.messages(hall.channelId, hall.mia)).toEqual([]);
  });

  test('put off show "thinking" until the edit, and stay as private as they began', async () => {
    const done = onAsk(client, async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
    });
    const outcome = await ask();
    expect(outcome.kind).toBe('thinking');
    expect(await outcome.settled()).toMatchObject({
      kind: 'message',
      ephemeral: true,
      message: { content: 'done' },
    });
    await done;
  });

  test('put off and followed up edit the loading message, whatever the follow-up’s flags', async () => {
    const done = onAsk(client, async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp({ content: 'done', flags: MessageFlags.Ephemeral });
    });
    const settled = await (await ask()).settled();
    await done;
    expect(settled).toMatchObject({ ephemeral: false, message: { content: 'done' } });
    expect(hall.discord.messages(hall.channelId)).toHaveLength(1);
  });

  test('that never come after a deferral fail after fifteen minutes', async () => {
    hall.discord.clock.freeze();
    const done = onAsk(client, (interaction) => interaction.deferReply());
    const outcome = await ask();
    await done;
    const settled = outcome.settled();
    hall.discord.clock.advance(15 * 60_000);
    expect((await settled).kind).toBe('failed');
  });

  test('with a response carry the message', async () => {
    const done = onAsk(client, (interaction) => interaction.reply({ content: 'here', withResponse: true }));
    const { message } = await ask();
    expect((await done).resource?.message?.id).toBe(message?.id);
  });

  test('can be fetched, edited and deleted by token', async () => {
    const done = onAsk(client, async (interaction) => {
      await interaction.reply('one');
      const before = await interaction.fetchReply();
      const after = await interaction.editReply('two');
      await interaction.deleteReply();
      return [before.content, after.content];
    });
    await ask();
    expect(await done).toEqual(['one', 'two']);
    expect(hall.discord.messages(hall.channelId)).toEqual([]);
  });

  test('by token end with 50027 after fifteen minutes', async () => {
    hall.discord.clock.freeze();
    const code = onAsk(client, async (interaction) => {
      await interaction.reply('one');
      hall.discord.clock.advance(15 * 60_000 - 1);
      await interaction.editReply('two');
      hall.discord.clock.advance(1_001);
      return codeOf(interaction.editReply('three'));
    });
    await ask();
    expect(await code).toBe(50027);
    expect(hall.discord.messages(hall.channelId)).toMatchObject([{ content: 'two' }]);
  });

  test('of a wrong kind are refused: an update of nothing', async () => {
    const code = onAsk(client, (interaction) =>
      codeOf(
        client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body: { type: 7, data: { content: 'x' } },
          auth: false,
        }),
      ).finally(() => interaction.reply('right')),
    );
    expect((await ask()).kind).toBe('message');
    expect(await code).toBe(50035);
  });

  test('too large to be drawn are 500, as on Discord, and complained of', async () => {
    const components = Array.from({ length: 3 }, () => ({ type: 10, content: '漢'.repeat(1_300) }));
    const refused = onAsk(client, (interaction) =>
      interaction
        .reply({ components, flags: MessageFlags.IsComponentsV2 })
        .catch((error: { status: number }) => error),
    );
    hall.discord.clock.freeze();
    const outcome = ask();
    expect(await refused).toMatchObject({ status: 500 });
    hall.discord.clock.advance(3_000);
    expect((await outcome).kind).toBe('failed');
    expect(hall.discord.complaints.length).toBeGreaterThan(0);
  });
});

describe('controls', () => {
  async function posted(customId: string, disabled = false): Promise<string> {
    const message = await textChannel(client, hall.channelId).send({
      components: [button(customId, disabled)],
      content: '?',
    });
    return message.id;
  }

  test('pressed by anybody update their message', async () => {
    const id = await posted('go');
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton())
        void interaction.update({ content: `by ${interaction.user.username}`, components: [] });
    });
    const outcome = await hall.tom.press(id, 'go');
    expect(outcome).toMatchObject({ kind: 'updated', message: { id, content: 'by tom', components: [] } });
  });

  test('put off are settled by the edit', async () => {
    const id = await posted('go');
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('edited');
    });
    const outcome = await hall.tom.press(id, 'go');
    expect(outcome.kind).toBe('deferredUpdate');
    expect(await outcome.settled()).toMatchObject({ kind: 'updated', message: { content: 'edited' } });
  });

  test('cannot be pressed when disabled or not there, but can be forged', async () => {
    const id = await posted('off', true);
    await expect(hall.mia.press(id, 'off')).rejects.toThrow('disabled');
    await expect(hall.mia.press(id, 'other')).rejects.toThrow('no control');
    const arrived = nextInteraction();
    const outcome = hall.mia.forge(id, 'other');
    const interaction = await arrived;
    if (!interaction.isButton()) throw new Error('not a button');
    expect(interaction.customId).toBe('other');
    await interaction.deferUpdate();
    expect((await outcome).kind).toBe('deferredUpdate');
  });

  test('of a message that is gone fail', async () => {
    const id = await posted('go');
    hall.guild.deleteMessage(id);
    expect((await hall.mia.press(id, 'go')).kind).toBe('failed');
  });

  test('of a message that goes during the press still take an answer', async () => {
    const id = await posted('go');
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isButton()) return;
      hall.guild.deleteMessage(id);
      await interaction.update('gone?');
    });
    expect((await hall.mia.press(id, 'go')).kind).toBe('updated');
    expect(hall.discord.messages(hall.channelId)).toEqual([]);
  });

  test('that are selects deliver their values, and members with details', async () => {
    const message = await textChannel(client, hall.channelId).send({
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              customId: 'one',
              options: [
                { label: 'A', value: 'a' },
                { label: 'B', value: 'b' },
              ],
            },
          ],
        },
        { type: 1, components: [{ type: 5, customId: 'who' }] },
      ],
    });
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isStringSelectMenu()) void interaction.reply(interaction.values.join());
      if (interaction.isUserSelectMenu())
        void interaction.reply(interaction.members.map((each) => each?.user?.username).join());
    });
    expect((await hall.mia.select(message.id, 'one', ['b'])).message?.content).toBe('b');
    expect((await hall.mia.select(message.id, 'who', [hall.tom.id])).message?.content).toBe('tom');
    await expect(hall.mia.select(message.id, 'one', ['c'])).rejects.toThrow('does not offer');
  });
});

describe('commands', () => {
  test('by right-click carry the message, content and all', async () => {
    const body = [{ name: 'Explain this', type: ApplicationCommandType.Message }];
    await client.rest.put(Routes.applicationCommands(client.application.id), { body });
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      void interaction.reply(`You mean “${interaction.targetMessage.content}”`);
    });
    const said = hall.tom.say(hall.channelId, 'what is SMTP');
    const { message } = await hall.mia.menu(said.id, 'Explain this');
    expect(message?.content).toBe('You mean “what is SMTP”');
  });

  test('are offered to those with the permissions alone', async () => {
    const body = [
      { name: 'admins', description: 'For admins', default_member_permissions: '0' },
      { name: 'managers', description: 'For managers', default_member_permissions: '32' },
      { name: 'all', description: 'For all' },
    ];
    await client.rest.put(Routes.applicationCommands(client.application.id), { body });
    const seenBy = (person: typeof hall.mia) =>
      hall.discord.commandsFor(hall.guild.id, person).map(({ name }) => name);
    hall.guild.setRoles(hall.tom.id, [
      hall.guild.createRole({ name: 'Managers', permissions: ['ManageGuild'] }).id,
    ]);
    expect(seenBy(hall.owner)).toEqual(['admins', 'managers', 'all']);
    expect(seenBy(hall.tom)).toEqual(['managers', 'all']);
    expect(seenBy(hall.mia)).toEqual(['all']);
    await expect(hall.mia.command(hall.channelId, 'admins')).rejects.toThrow('not offered');
  });

  test('have subcommands, options of all kinds and suggestions', async () => {
    const options = [
      { type: 7, name: 'where', description: 'Where', required: true },
      { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 3 },
      { type: 3, name: 'term', description: 'Which', autocomplete: true },
    ];
    const body = [
      {
        name: 'deck',
        description: 'Decks',
        options: [{ type: 1, name: 'add', description: 'Add', options }],
      },
    ];
    await client.rest.put(Routes.applicationCommands(client.application.id), { body });
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused();
        void interaction.respond([{ name: typed.toUpperCase(), value: typed }]);
      } else if (interaction.isChatInputCommand()) {
        const { options: given } = interaction;
        void interaction.reply(
          `${given.getSubcommand()} ${given.getChannel('where')?.name} ${given.getInteger('count')}`,
        );
      }
    });
    const { mia, channelId } = hall;
    expect(await mia.autocomplete(channelId, 'deck add', { term: 'smt' }, 'term')).toEqual([
      { name: 'SMT', value: 'smt' },
    ]);
    const { message } = await mia.command(channelId, 'deck add', { where: channelId, count: 2 });
    expect(message).toMatchObject({ content: 'add general 2', type: 20 });
    await expect(mia.command(channelId, 'deck add', { where: channelId, count: 9 })).rejects.toThrow(
      'from 1 to 3',
    );
    await expect(mia.command(channelId, 'deck add')).rejects.toThrow('required');
    await expect(mia.command(channelId, 'deck')).rejects.toThrow('subcommand');
  });

  test('that stay the same keep their id; over 200 new ones a day are refused', async () => {
    const route = Routes.applicationCommands(client.application.id);
    const named = (count: number, day: string) =>
      Array.from({ length: count }, (_, n) => ({ name: `${day}-${n}`, description: 'x' }));
    const first = (await client.rest.put(route, { body: named(100, 'a') })) as { id: string }[];
    const second = (await client.rest.put(route, { body: named(100, 'a') })) as { id: string }[];
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(await codeOf(client.rest.put(route, { body: named(100, 'b') }))).toBe(30034);
    hall.discord.clock.advance(86_400_001);
    await client.rest.put(route, { body: named(100, 'b') });
  });
});

test('payloads carry what discord.js and bots read of them', async () => {
  const arrived = nextInteraction();
  const outcome = ask();
  const interaction = await arrived;
  expect(interaction.appPermissions.has('SendMessages')).toBe(true);
  expect(interaction.memberPermissions?.has('UseApplicationCommands')).toBe(true);
  expect(interaction).toMatchObject({
    locale: 'en-US',
    guildLocale: 'en-US',
    context: 0,
    attachmentSizeLimit: 10 * 1024 * 1024,
  });
  expect(interaction.entitlements.size).toBe(0);
  expect(interaction.authorizingIntegrationOwners.guildId).toBe(hall.guild.id);
  if (interaction.isRepliable()) await interaction.reply('ok');
  await outcome;
});
