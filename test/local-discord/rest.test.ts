import { AttachmentBuilder, ChannelType, type Client, Events, MessageFlags, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, type Hall, login, openHall, textChannel } from './bot.ts';

let hall: Hall;
let client: Client<true>;

beforeEach(async () => {
  hall = await openHall();
  client = await login(hall);
});

afterEach(async () => {
  await client.destroy();
  await hall.close();
});

const channel = () => textChannel(client, hall.channelId);
const codes = () => hall.discord.complaints.map(({ code }) => code);

describe('permissions', () => {
  test('taken in one channel are refused there alone, recorded, and no complaint', async () => {
    const other = hall.guild.createChannel({ name: 'other' });
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, { deny: ['SendMessages'] });
    const post = (channelId: string) =>
      client.rest.post(Routes.channelMessages(channelId), { body: { content: 'x' } });
    expect(await codeOf(post(hall.channelId))).toBe(50013);
    await post(other.id);
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, { deny: ['ViewChannel'] });
    expect(await codeOf(post(hall.channelId))).toBe(50001);
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, {});
    await post(hall.channelId);
    expect(hall.discord.requests.filter(({ status }) => status === 403)).toHaveLength(2);
    expect(hall.discord.complaints).toEqual([]);
  });

  test('of roles, overwrites of roles and of members apply in this order', async () => {
    const { guild, mia, channelId } = hall;
    const role = guild.createRole({ name: 'Readers' });
    guild.setRoles(mia.id, [role.id]);
    guild.setPermissions(channelId, guild.id, { deny: ['ViewChannel'] });
    expect(mia.can('ViewChannel', channelId)).toBe(false);
    guild.setPermissions(channelId, role.id, { allow: ['ViewChannel'] });
    expect(mia.can('ViewChannel', channelId)).toBe(true);
    guild.setPermissions(channelId, mia.id, { deny: ['SendMessages'] });
    expect([mia.can('SendMessages', channelId), mia.can('EmbedLinks', channelId)]).toEqual([false, false]);
    expect(hall.owner.can('SendMessages', channelId)).toBe(true);
  });

  test('reach the client as discord.js computes them', async () => {
    const changed = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, { deny: ['AttachFiles'] });
    await changed;
    expect(channel().permissionsFor(client.user)?.has('AttachFiles')).toBe(false);
    expect(
      await codeOf(channel().send({ files: [new AttachmentBuilder(Buffer.from('x'), { name: 'x.txt' })] })),
    ).toBe(50013);
  });

  test('decide whether a role is pinged', async () => {
    const shy = hall.guild.createRole({ name: 'Shy' });
    const loud = hall.guild.createRole({ name: 'Loud', mentionable: true });
    const content = `<@&${shy.id}> <@&${loud.id}> <@${hall.mia.id}> @everyone`;
    const all = await channel().send(content);
    expect([...all.mentions.roles.keys()]).toEqual([loud.id]);
    expect([all.mentions.everyone, all.mentions.users.has(hall.mia.id)]).toEqual([false, true]);
    const none = await channel().send({ content, allowedMentions: { parse: [] } });
    expect([none.mentions.roles.size, none.mentions.users.size]).toEqual([0, 0]);
  });
});

describe('messages', () => {
  test('sent again with a nonce within three minutes are the earlier message', async () => {
    const send = () => channel().send({ content: 'daily', nonce: 'day-1', enforceNonce: true });
    const { id } = await send();
    hall.discord.clock.advance(170_000);
    expect((await send()).id).toBe(id);
    hall.discord.clock.advance(20_000);
    expect((await send()).id).not.toBe(id);
    expect(hall.discord.messages(hall.channelId)).toHaveLength(2);
  });

  test('are listed before, after and around, newest first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(hall.mia.say(hall.channelId, `${n}`).id);
    const contents = async (query: object) => {
      const found = await channel().messages.fetch({ limit: 2, cache: false, ...query });
      return found.map(({ id }) => ids.indexOf(id));
    };
    expect(await contents({})).toEqual([4, 3]);
    expect(await contents({ before: ids[2] })).toEqual([1, 0]);
    expect(await contents({ after: ids[1] })).toEqual([3, 2]);
    expect(await contents({ around: ids[2], limit: 3 })).toEqual([3, 2, 1]);
  });

  test('of others have no content without the privilege, and cannot be edited', async () => {
    const { id } = hall.mia.say(hall.channelId, 'mine');
    expect((await channel().messages.fetch(id)).content).toBe('');
    expect(
      await codeOf(client.rest.patch(Routes.channelMessage(hall.channelId, id), { body: { content: 'x' } })),
    ).toBe(50005);
    expect(await codeOf(client.rest.delete(Routes.channelMessage(hall.channelId, id)))).toBe(50013);
    expect(codes()).toEqual([50005]);
  });

  test('that are gone, and channels that are gone, are no complaint', async () => {
    const message = await channel().send('soon gone');
    hall.guild.deleteMessage(message.id);
    expect(await codeOf(message.edit('x'))).toBe(10008);
    hall.guild.deleteChannel(hall.channelId);
    expect(
      await codeOf(client.rest.post(Routes.channelMessages(hall.channelId), { body: { content: 'x' } })),
    ).toBe(10003);
    expect(hall.discord.complaints).toEqual([]);
  });

  test('keep IS_COMPONENTS_V2 for good, and number their components', async () => {
    const text = { type: 10, content: 'Hello' } as const;
    const message = await channel().send({
      flags: MessageFlags.IsComponentsV2,
      components: [text, { ...text, id: 1 }],
    });
    expect(message.components.map(({ id }) => id)).toEqual([2, 1]);
    expect(await codeOf(message.edit({ content: 'plain' }))).toBe(50035);
    const edited = await message.edit({ components: [{ type: 10, content: 'Bye' }] });
    expect(edited.flags.has(MessageFlags.IsComponentsV2)).toBe(true);
    expect(codes()).toEqual([50035]);
  });

  test('over an hour old take five edits an hour, then 30046 with a wait', async () => {
    const message = await channel().send('card');
    for (let n = 0; n < 7; n += 1) await message.edit(`young ${n}`);
    hall.discord.clock.advance(3_600_001);
    const route = `${hall.discord.apiUrl}/v10${Routes.channelMessage(hall.channelId, message.id)}`;
    const edit = () =>
      fetch(route, {
        method: 'PATCH',
        body: JSON.stringify({ content: 'old' }),
        headers: {
          Authorization: `Bot ${hall.application.token}`,
          'User-Agent': 'DiscordBot (https://example.org, 1)',
          'Content-Type': 'application/json',
        },
      });
    for (let n = 0; n < 5; n += 1) expect((await edit()).status).toBe(200);
    const refused = await edit();
    expect([refused.status, ((await refused.json()) as { code: number }).code]).toEqual([429, 30046]);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(3_000);
  });

  test('carry files, which are served on loopback and kept or dropped by an edit', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const message = await channel().send({
      content: 'files',
      files: [
        new AttachmentBuilder(Buffer.from(pixel, 'base64'), { name: 'dot.png', description: 'A dot' }),
        new AttachmentBuilder(Buffer.from('text'), { name: 'a b.txt' }),
      ],
    });
    const [dot, text] = [...message.attachments.values()];
    expect(dot).toMatchObject({ name: 'dot.png', width: 1, height: 1, description: 'A dot' });
    expect(text?.name).toBe('a_b.txt');
    expect(await (await fetch(text?.url ?? '')).text()).toBe('text');
    await client.rest.patch(Routes.channelMessage(hall.channelId, message.id), {
      body: { attachments: [{ id: dot?.id }] },
    });
    const [stored] = hall.discord.messages(hall.channelId);
    expect(stored?.attachments.map(({ filename }) => filename)).toEqual(['dot.png']);
    await message.delete();
    expect((await fetch(dot?.url ?? '')).status).toBe(404);
  });

  test('show their files in components, and not files that are not there', async () => {
    const picture = { type: 12, items: [{ media: { url: 'attachment://dot.png' } }] } as const;
    const files = [new AttachmentBuilder(Buffer.from('x'), { name: 'dot.png' })];
    const flags = MessageFlags.IsComponentsV2;
    await channel().send({ flags, components: [picture], files });
    const [stored] = hall.discord.messages(hall.channelId);
    expect(JSON.stringify(stored?.components)).toContain(
      `${new URL(hall.discord.apiUrl).origin}/attachments/`,
    );
    expect(await codeOf(channel().send({ flags, components: [picture] }))).toBe(50035);
  });
});

describe('direct messages', () => {
  test('reach whoever shares a guild and has not closed them', async () => {
    const mia = await client.users.fetch(hall.mia.id);
    await mia.send('hello');
    const [dm] = hall.mia.dmChannels();
    expect(hall.discord.messages(dm ?? '', hall.mia)).toMatchObject([{ content: 'hello' }]);
    hall.mia.setDmsOpen(false);
    expect(await codeOf(mia.send('again'))).toBe(50007);
    hall.mia.setDmsOpen(true);
    hall.guild.removeMember(hall.mia);
    expect(await codeOf(mia.send('again'))).toBe(50007);
    expect(hall.discord.complaints).toEqual([]);
  });

  test('can hold controls, whose presses come without a guild', async () => {
    const mia = await client.users.fetch(hall.mia.id);
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', customId: 'go' }] }];
    const { id } = await mia.send({ content: 'press', components });
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton())
        void interaction.update({ content: `${interaction.inGuild()}`, components: [] });
    });
    expect((await hall.mia.press(id, 'go')).message?.content).toBe('false');
  });
});

describe('threads', () => {
  test('are started from a message once, and posted in with a right of their own', async () => {
    const message = await channel().send('question');
    const thread = await message.startThread({ name: 'Discussion' });
    expect(thread.id).toBe(message.id);
    await thread.send('here');
    expect(
      await codeOf(client.rest.post(Routes.threads(hall.channelId, message.id), { body: { name: 'x' } })),
    ).toBe(160004);
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, {
      deny: ['SendMessagesInThreads'],
    });
    expect(
      await codeOf(client.rest.post(Routes.channelMessages(thread.id), { body: { content: 'x' } })),
    ).toBe(50013);
    expect(hall.discord.messages(hall.channelId)[0]?.thread?.id).toBe(thread.id);
  });

  test('of their own are told of in the channel, archived, and deleted with it', async () => {
    const thread = await channel().threads.create({ name: 'Own', type: ChannelType.PublicThread });
    expect(hall.discord.messages(hall.channelId)).toMatchObject([{ type: 18, content: 'Own' }]);
    await thread.setArchived(true);
    await thread.send('wakes it up');
    hall.guild.deleteChannel(hall.channelId);
    expect(await codeOf(client.rest.get(Routes.channel(thread.id)))).toBe(10003);
  });

  test('need the permission', async () => {
    const message = await channel().send('question');
    hall.guild.setPermissions(hall.channelId, hall.application.botUser.id, { deny: ['CreatePublicThreads'] });
    expect(
      await codeOf(client.rest.post(Routes.threads(hall.channelId, message.id), { body: { name: 'x' } })),
    ).toBe(50013);
  });
});

describe('members', () => {
  test('that left are 10007 and no complaint', async () => {
    const guild = client.guilds.cache.get(hall.guild.id);
    expect((await guild?.members.fetch({ user: hall.mia.id, force: true }))?.user.username).toBe('mia');
    hall.guild.removeMember(hall.mia);
    expect(await codeOf(client.rest.get(Routes.guildMember(hall.guild.id, hall.mia.id)))).toBe(10007);
    expect(hall.discord.complaints).toEqual([]);
  });
});

describe('what no route takes', () => {
  test('is 404 for an unknown one, 405 for a wrong method, 400 for an unknown field', async () => {
    expect(await codeOf(client.rest.get('/stage-instances/1'))).toBe(0);
    expect(await codeOf(client.rest.put('/gateway', {}))).toBe(0);
    expect(
      await codeOf(client.rest.post(Routes.channelMessages(hall.channelId), { body: { contents: 'x' } })),
    ).toBe(50035);
    expect(hall.discord.complaints.map(({ status }) => status)).toEqual([404, 405, 400]);
  });
});
