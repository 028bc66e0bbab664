/** Interaction in, handler found, answer out; every failure ends in one kind line and one log entry. */
import {
  type AutocompleteInteraction,
  type Interaction,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import { textOf } from './card.ts';
import type {
  ActionHandler,
  ChatCommand,
  Command,
  Context,
  Input,
  MessageCommand,
  RawArgs,
} from './command.ts';
import { actionName } from './custom-id.ts';
import { faultOf } from './errors.ts';
import { type Answerable, defer, respond } from './respond.ts';
import type { Services } from './services.ts';
import { noticeCard } from './views/notice.ts';
import type { Words } from './words/index.ts';

export interface Router {
  /** Never rejects. Resolves when the interaction is answered and all that follows is written. */
  handle(interaction: Interaction): Promise<void>;
  /** Waits for what is in flight; used at shutdown. */
  idle(): Promise<void>;
}

const NO_INPUT: Input = { values: [], fields: new Map() };

export function createRouter(commands: readonly Command[], services: Services, words: Words): Router {
  const chat = new Map<string, ChatCommand>();
  const menu = new Map<string, MessageCommand>();
  const actions = new Map<string, ActionHandler>();
  for (const command of commands) {
    if (command.kind === 'chat') chat.set(command.definition.name, command);
    else menu.set(command.definition.name, command);
    for (const handler of command.actions) {
      if (actions.has(handler.action.name))
        throw new Error(`two handlers for the action ${handler.action.name}`);
      actions.set(handler.action.name, handler);
    }
  }

  async function answer(interaction: Answerable, context: Context): Promise<void> {
    if (interaction.isChatInputCommand()) {
      const command = chat.get(interaction.commandName);
      if (!command) return tell(interaction, words.errors.unknownCommand);
      if (command.defer) await defer(interaction, command.defer);
      return respond(interaction, await command.run(context, argsOf(interaction.options.data)));
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = menu.get(interaction.commandName);
      if (!command) return tell(interaction, words.errors.unknownCommand);
      return respond(interaction, await command.run(context, { text: wordsOf(interaction.targetMessage) }));
    }
    const handler = actions.get(actionName(interaction.customId));
    if (!handler) return tell(interaction, words.errors.deadButton);
    // A malformed ID is told at once; only a well-formed one may start slow work.
    const result = handler.run(context, interaction.customId, inputOf(interaction));
    if (result === null) return tell(interaction, words.errors.deadButton);
    if (handler.defer && result instanceof Promise) {
      result.catch(() => undefined); // awaited below; this keeps a failing defer from orphaning it
      await defer(interaction, handler.defer);
    }
    return respond(interaction, await result);
  }

  async function tell(interaction: Answerable, line: string, reference?: string): Promise<void> {
    await respond(interaction, { kind: 'private', card: noticeCard(words, { line, reference }) });
  }

  async function fail(interaction: Answerable, thrown: unknown): Promise<void> {
    const fault = faultOf(thrown);
    if (fault.kind === 'gone') {
      services.log.warn(
        { code: fault.code, interaction: interaction.id },
        'interaction could not be answered',
      );
      return;
    }
    if (fault.kind === 'outage') {
      services.log.warn({ err: thrown, interaction: interaction.id }, 'Discord did not take an answer');
    }
    if (fault.kind === 'bug') {
      services.log.error(
        { err: thrown, reference: fault.reference, interaction: interaction.id },
        'handler failed',
      );
    }
    try {
      if (fault.kind === 'told') await tell(interaction, fault.line);
      else if (fault.kind === 'outage') await tell(interaction, words.errors.outage);
      else await tell(interaction, words.errors.bug, fault.reference);
    } catch (second) {
      services.log.warn(
        { err: second, interaction: interaction.id },
        'could not tell the person about a failure',
      );
    }
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    try {
      const command = chat.get(interaction.commandName);
      const focused = interaction.options.getFocused(true);
      const found = command?.autocomplete?.(contextOf(interaction, services, words), focused) ?? [];
      await interaction.respond([...found].slice(0, 25));
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.kind === 'bug') services.log.error({ err: thrown }, 'autocomplete failed');
      if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
    }
  }

  const inFlight = new Set<Promise<void>>();

  async function route(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return suggest(interaction);
    if (!isAnswerable(interaction)) return;
    try {
      const context = contextOf(interaction, services, words);
      if (context.guildId) {
        const { guildId, user, at } = context;
        services.store.sawMember({ guildId, userId: user.id, displayName: user.name, at });
      }
      await answer(interaction, context);
    } catch (thrown) {
      await fail(interaction, thrown);
    }
  }

  return {
    handle(interaction) {
      const work = route(interaction).finally(() => inFlight.delete(work));
      inFlight.add(work);
      return work;
    },
    async idle() {
      await Promise.allSettled(inFlight);
    },
  };
}

/** All that a message says: its content, its cards and its embeds. */
function wordsOf({ content, components, embeds }: Message): string {
  const cards = textOf({ components: components.map((part) => part.toJSON()) });
  return [content, cards, ...embeds.flatMap(({ title, description }) => [title, description])].join('\n');
}

function isAnswerable(interaction: Interaction): interaction is Interaction & Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isMessageComponent() ||
    interaction.isModalSubmit()
  );
}

function contextOf(interaction: Interaction, services: Services, words: Words): Context {
  const { member, user } = interaction;
  const nick = member && 'displayName' in member ? member.displayName : (member?.nick ?? null);
  return {
    services,
    words,
    interactionId: interaction.id,
    user: { id: user.id, name: nick ?? user.globalName ?? user.username },
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    isAdmin: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    at: interaction.createdTimestamp,
  };
}

function argsOf(
  options: readonly { name: string; value?: string | number | boolean | undefined }[],
): RawArgs {
  const args = new Map<string, string | number | boolean>();
  for (const { name, value } of options) if (value !== undefined) args.set(name, value);
  return args;
}

function inputOf(interaction: Answerable): Input {
  if (interaction.isAnySelectMenu()) return { ...NO_INPUT, values: interaction.values };
  if (!interaction.isModalSubmit()) return NO_INPUT;
  const fields = new Map<string, string>();
  for (const [id, field] of interaction.fields.fields)
    if ('value' in field) fields.set(id, String(field.value));
  return { ...NO_INPUT, fields };
}
