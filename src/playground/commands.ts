/** Discord's command definitions as the page lists them: each subcommand stands for itself. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { WireCommand, WireOption } from './wire.ts';

function wireOption(option: APIApplicationCommandBasicOption): WireOption {
  return {
    name: option.name,
    description: option.description,
    type: option.type,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [],
    min: 'min_value' in option ? (option.min_value ?? null) : null,
    max: 'max_value' in option ? (option.max_value ?? null) : null,
  };
}

type Leaf = Pick<WireCommand, 'name' | 'description' | 'options'>;

function leavesOf(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): Leaf[] {
  const own: WireOption[] = [];
  const below: Leaf[] = [];
  for (const option of options) {
    const isBranch =
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup;
    if (isBranch) below.push(...leavesOf(`${name} ${option.name}`, option.description, option.options ?? []));
    else own.push(wireOption(option));
  }
  return below.length > 0 ? below : [{ name, description, options: own }];
}

/** The lines that one command makes: one for itself or one for each of its subcommands; user commands none. */
export function wireCommands(command: APIApplicationCommand): readonly WireCommand[] {
  const { id, name, description } = command;
  switch (command.type) {
    case ApplicationCommandType.ChatInput:
      return leavesOf(name, description, command.options ?? []).map((leaf) => ({
        id,
        kind: 'slash',
        ...leaf,
      }));
    case ApplicationCommandType.Message:
      return [{ id, kind: 'message', name, description, options: [] }];
    default:
      return [];
  }
}
