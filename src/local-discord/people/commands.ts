/** Which commands a person sees, and what they type turned into an interaction's data. */
import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  InteractionContextType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { Permission, permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, ChannelRecord, Command } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type Resolved, resolve } from './resolved.ts';

/** What a person fills in; users, channels and roles by their id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A command with the application that it belongs to. */
export interface OfferedCommand {
  readonly application: ApplicationRecord;
  readonly command: Command;
}

/** One option as an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: Option;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

function isAllowed(world: World, channel: ChannelRecord, userId: Snowflake, command: Command): boolean {
  if (channel.guildId === null) return command.contexts?.includes(InteractionContextType.BotDM) ?? true;
  if (command.contexts && !command.contexts.includes(InteractionContextType.Guild)) return false;
  const held = permissionsIn(world, channel, userId);
  if (held & Permission.Administrator) return true;
  if (!(held & Permission.UseApplicationCommands)) return false;
  const needed = command.default_member_permissions;
  // "0" is for administrators alone; otherwise all the bits are needed.
  return (
    needed === null || needed === undefined || (needed !== '0' && (held & BigInt(needed)) === BigInt(needed))
  );
}

/** The commands of all applications there that this person may use in this channel. */
export function offeredCommands(world: World, channel: ChannelRecord, userId: Snowflake): OfferedCommand[] {
  const present = [...world.applications.values()].filter(({ botId }) =>
    channel.guildId === null
      ? channel.recipientIds.includes(botId)
      : world.member(channel.guildId, botId) !== undefined,
  );
  return present.flatMap((application) =>
    application.commands
      .filter(({ guild_id }) => guild_id === undefined || guild_id === channel.guildId)
      .filter((command) => isAllowed(world, channel, userId, command))
      .map((command) => ({ application, command })),
  );
}

/** The options at the end of a path of subcommands. */
function optionsAt(
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
): readonly APIApplicationCommandOption[] {
  const [name, ...rest] = path;
  const nested = options.filter(({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup);
  if (name === undefined) {
    if (nested.length > 0)
      throw new Error(`a subcommand must be named: ${nested.map((each) => each.name).join(', ')}`);
    return options;
  }
  const found = nested.find((option) => option.name === name);
  if (!found || !('options' in found || found.type === Option.Subcommand))
    throw new Error(`no subcommand ${name}`);
  return optionsAt(('options' in found ? found.options : undefined) ?? [], rest);
}

function within(name: string, size: number, least: number | undefined, most: number | undefined): void {
  if (size < (least ?? -Infinity) || size > (most ?? Infinity)) {
    throw new Error(`the option ${name} must be from ${least ?? 'any'} to ${most ?? 'any'}`);
  }
}

/** What the client holds back before it sends. */
function checkValue(option: APIApplicationCommandOption, value: string | number | boolean): void {
  const { name, type } = option;
  const wanted = WANTED[type] ?? 'string';
  const whole = type !== Option.Integer || Number.isInteger(value);
  if (typeof value !== wanted || !whole) throw new Error(`the option ${name} wants a ${wanted}`);
  if ('min_length' in option || 'max_length' in option) {
    within(name, String(value).length, option.min_length, option.max_length);
  }
  if ('min_value' in option || 'max_value' in option)
    within(name, Number(value), option.min_value, option.max_value);
  const choices =
    'choices' in option && !('autocomplete' in option && option.autocomplete) ? option.choices : undefined;
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`the option ${name} has no choice ${value}`);
  }
}

const WANTED: Partial<Record<Option, 'boolean' | 'number'>> = {
  [Option.Boolean]: 'boolean',
  [Option.Integer]: 'number',
  [Option.Number]: 'number',
};

/** How strictly what was typed is looked at: an autocomplete is asked before all is filled in. */
type Filling = { readonly kind: 'whole' } | { readonly kind: 'partial'; readonly focused: string };

function sentOptions(
  defined: readonly APIApplicationCommandOption[],
  values: OptionValues,
  filling: Filling,
): SentOption[] {
  const unknown = Object.keys(values).find((name) => !defined.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`the command has no option ${unknown}`);
  if (filling.kind === 'partial' && values[filling.focused] === undefined) {
    throw new Error(`nothing is typed in the focused option ${filling.focused}`);
  }
  return defined.flatMap((option) => {
    const value = values[option.name];
    const focused = filling.kind === 'partial' && filling.focused === option.name;
    if (value === undefined && option.required && filling.kind === 'whole') {
      throw new Error(`the option ${option.name} is required`);
    }
    if (value === undefined) return [];
    if (filling.kind === 'whole') checkValue(option, value);
    return [{ name: option.name, type: option.type, value, ...(focused ? { focused: true } : {}) }];
  });
}

/** Wraps the options of a subcommand in those that lead to it. */
function nest(path: readonly string[], options: readonly SentOption[]): readonly SentOption[] {
  return path
    .toReversed()
    .reduce<readonly SentOption[]>(
      (inner, name, depth) => [
        { name, type: depth === 0 ? Option.Subcommand : Option.SubcommandGroup, options: inner },
      ],
      options,
    );
}

/** A command as typed, ready to be sent. */
export interface TypedCommand extends OfferedCommand {
  readonly data: {
    readonly id: Snowflake;
    readonly name: string;
    readonly type: ApplicationCommandType;
    readonly guild_id?: Snowflake;
    readonly options?: readonly SentOption[];
    readonly resolved?: Resolved;
  };
}

/**
 * What is sent when somebody types `/deck add` with these values.
 * @throws Error for what the client would not let them send: an unseen command, a missing option
 */
export function typedCommand(
  world: World,
  channel: ChannelRecord,
  userId: Snowflake,
  typed: string,
  values: OptionValues,
  filling: Filling,
): TypedCommand {
  const [name = '', ...path] = typed.replace(/^\//, '').split(/\s+/);
  const offered = offeredCommands(world, channel, userId).find(
    ({ command }) => command.name === name && command.type === ApplicationCommandType.ChatInput,
  );
  if (!offered) throw new Error(`/${name} is not offered to this person in this channel`);
  const { command } = offered;
  const sent = sentOptions(optionsAt(command.options ?? [], path), values, filling);
  const options = nest(path, sent);
  const resolved = resolve({ world, channel, userId, botId: offered.application.botId }, sent);
  return {
    ...offered,
    data: {
      id: command.id,
      name,
      type: command.type,
      ...(command.guild_id ? { guild_id: command.guild_id } : {}),
      ...(options.length > 0 ? { options } : {}),
      ...(resolved ? { resolved } : {}),
    },
  };
}
