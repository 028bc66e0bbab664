/** A member of the server: what they can do in Discord's client, and what they see come of it. */
import { ChannelType, InteractionType, MessageType } from 'discord-api-types/v10';
import { createMessage, deleteMessage } from '../messages/messages.ts';
import { Permission, permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { StoredMessage } from '../world/records.ts';
import { known } from '../world/world.ts';
import type { Actor } from './actor.ts';
import { type OptionValues, typedCommand } from './commands.ts';
import { forge, press, select } from './controls.ts';
import { type FormValues, modalData } from './forms.ts';
import { onMember, onMessage } from './menus.ts';
import type { Choice, Outcome, ShownModal } from './outcome.ts';

/** What the client would not let them do (an unseen command, a disabled button) throws an Error. */
export class Person {
  readonly #actor: Actor;

  constructor(actor: Actor) {
    this.#actor = actor;
  }

  get id(): Snowflake {
    return this.#actor.user.id;
  }

  get username(): string {
    return this.#actor.user.username;
  }

  get displayName(): string {
    return this.#actor.user.globalName ?? this.username;
  }

  /** Whether they have this permission in the channel. */
  can(permission: keyof typeof Permission, channelId: Snowflake): boolean {
    const channel = this.#actor.world.channels.get(channelId);
    if (!channel) return false;
    return (permissionsIn(this.#actor.world, channel, this.id) & Permission[permission]) !== 0n;
  }

  /** Posts a message of their own. */
  say(channelId: Snowflake, content: string): StoredMessage {
    const channel = this.#actor.channel(channelId);
    const may =
      channel.guildId === null ||
      this.can(channel.thread ? 'SendMessagesInThreads' : 'SendMessages', channelId);
    if (!may) throw new Error(`${this.username} may not send messages there`);
    const authorId = this.id;
    const type = MessageType.Default;
    return createMessage(this.#actor.world, {
      channel,
      authorId,
      body: { content },
      uploads: [],
      audience: 'all',
      type,
    }).message;
  }

  /**
   * What the bot suggests while they type.
   * @param command such as `term`, or `deck add` for a subcommand
   * @param options what is typed so far, the focused option among it
   * @throws Error when loading the options failed
   */
  async autocomplete(
    channelId: Snowflake,
    command: string,
    options: OptionValues,
    focused: string,
  ): Promise<Choice[]> {
    const channel = this.#actor.channel(channelId);
    const filling = { kind: 'partial', focused } as const;
    const { application, data } = typedCommand(
      this.#actor.world,
      channel,
      this.id,
      command,
      options,
      filling,
    );
    const type = InteractionType.ApplicationCommandAutocomplete;
    const { acknowledged } = this.#actor.send({
      application,
      channel,
      type,
      commandName: command,
      body: { data },
    });
    const { acknowledgement } = await acknowledged;
    if (acknowledgement.kind !== 'choices') throw new Error('loading the options failed');
    return [...(acknowledgement.choices as readonly Choice[])];
  }

  /** Sends a command; users, channels and roles among the options by their id. */
  async command(channelId: Snowflake, command: string, options: OptionValues = {}): Promise<Outcome> {
    const channel = this.#actor.channel(channelId);
    const typed = typedCommand(this.#actor.world, channel, this.id, command, options, { kind: 'whole' });
    const { application, data } = typed;
    const type = InteractionType.ApplicationCommand;
    return this.#actor.act({ application, channel, type, commandName: command, body: { data } });
  }

  /** Presses a button; fails when the message is gone by now. */
  async press(messageId: Snowflake, customId: string): Promise<Outcome> {
    return press(this.#actor, messageId, customId);
  }

  /** Chooses in a select: values of a string select, else ids. */
  async select(messageId: Snowflake, customId: string, values: readonly string[]): Promise<Outcome> {
    return select(this.#actor, messageId, customId, values);
  }

  /** Like a press, or with values a choice, of a custom ID that need not be on the message. */
  async forge(messageId: Snowflake, customId: string, values?: readonly string[]): Promise<Outcome> {
    return forge(this.#actor, messageId, customId, values);
  }

  /** Sends a modal off, filled in. */
  async submit(modal: ShownModal, values: FormValues): Promise<Outcome> {
    const { world } = this.#actor;
    const channel = this.#actor.channel(modal.channelId);
    const application = known(world.applications, modal.applicationId);
    const setting = { world, channel, userId: this.id, botId: application.botId };
    const data = modalData(setting, modal, values);
    const source = modal.messageId === null ? undefined : this.#actor.message(modal.messageId);
    return this.#actor.act({
      application,
      channel,
      type: InteractionType.ModalSubmit,
      body: source ? { data, message: source.message } : { data },
    });
  }

  /** Right-clicks a message and picks a command. */
  async menu(messageId: Snowflake, commandName: string): Promise<Outcome> {
    return onMessage(this.#actor, messageId, commandName);
  }

  /** Right-clicks a member in a channel and picks a command. */
  async memberMenu(channelId: Snowflake, userId: Snowflake, commandName: string): Promise<Outcome> {
    return onMember(this.#actor, channelId, userId, commandName);
  }

  /** Dismisses a message that only they see; others stay. */
  dismiss(messageId: Snowflake): void {
    const record = this.#actor.message(messageId);
    if (record?.audience === this.id) deleteMessage(this.#actor.world, record);
  }

  /** Whether bots may send them direct messages. */
  setDmsOpen(open: boolean): void {
    this.#actor.user.dmsOpen = open;
    this.#actor.world.emit({ kind: 'user', change: 'updated', guildId: null, id: this.id });
  }

  /** The direct-message channels that bots have opened with them. */
  dmChannels(): Snowflake[] {
    return [...this.#actor.world.channels.values()]
      .filter(({ type, recipientIds }) => type === ChannelType.DM && recipientIds.includes(this.id))
      .map(({ id }) => id);
  }
}
