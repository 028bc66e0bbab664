import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Command } from './bodies.ts';
import { commandCharacters, optionsFaults } from './command-options.ts';
import { type Fault, type FieldPath, invalidForm, REFUSALS, type Refusal, under } from './errors.ts';
import { LIMITS } from './limits.ts';
import { nameFaults } from './names.ts';

/** Where a command is registered. */
export type CommandScope = 'global' | 'guild';

const PER_SCOPE: ReadonlyMap<number, number> = new Map([
  [ApplicationCommandType.ChatInput, LIMITS.command.chatInputPerScope],
  [ApplicationCommandType.User, LIMITS.command.userPerScope],
  [ApplicationCommandType.Message, LIMITS.command.messagePerScope],
]);

const typeOf = ({ type }: Command): number => type ?? ApplicationCommandType.ChatInput;

function describedFaults({ description }: Command): Fault[] {
  if (description) return [];
  const code = description === '' ? 'BASE_TYPE_BAD_LENGTH' : 'BASE_TYPE_REQUIRED';
  const message = description === '' ? 'Must be between 1 and 100 in length.' : 'This field is required';
  return [{ path: ['description'], code, message }];
}

/** User and message commands are a name and nothing else. The names of these codes are ours. */
function menuFaults({ description, options }: Command): Fault[] {
  const faults: Fault[] = [];
  if (description) {
    const message = 'Context menu commands cannot have a description';
    faults.push({ path: ['description'], code: 'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED', message });
  }
  if (options && options.length > 0) {
    const message = 'Context menu commands cannot have options';
    faults.push({ path: ['options'], code: 'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED', message });
  }
  return faults;
}

const GLOBAL_ONLY = ['contexts', 'integration_types'] as const;

function scopeFaults(command: Command, scope: CommandScope): Fault[] {
  if (scope === 'global') return [];
  return GLOBAL_ONLY.filter((field) => command[field] !== undefined && command[field] !== null).map(
    (field) => ({
      path: [field],
      code: 'APPLICATION_COMMAND_GLOBAL_ONLY',
      message: `${field} can be set on global commands only`,
    }),
  );
}

function sizeFaults(command: Command): Fault[] {
  const most = LIMITS.command.characters;
  if (commandCharacters(command) <= most) return [];
  return [
    { path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${most})` },
  ];
}

/** What each type of command asks of the fields that all have. */
function typeFaults(command: Command, type: number): Fault[] {
  switch (type) {
    case ApplicationCommandType.ChatInput:
      return [...nameFaults(command), ...describedFaults(command)];
    case ApplicationCommandType.User:
    case ApplicationCommandType.Message:
      return menuFaults(command);
    default:
      return [];
  }
}

function commandFaults(command: Command, scope: CommandScope): Fault[] {
  return [...typeFaults(command, typeOf(command)), ...sharedFaults(command, scope)];
}

function sharedFaults(command: Command, scope: CommandScope): Fault[] {
  const options = optionsFaults(command.options ?? [], ['options']);
  return [...options, ...scopeFaults(command, scope), ...sizeFaults(command)];
}

/** What Discord refuses of one well-formed command, or null. */
export function checkCommand(command: Command, scope: CommandScope): Refusal | null {
  return invalidForm(commandFaults(command, scope));
}

/**
 * What Discord refuses of a change to a command, or null.
 * @param type of the command that is changed; without it only what all types share is judged
 */
export function checkCommandEdit(change: Command, scope: CommandScope, type?: number): Refusal | null {
  const absent = (fault: Fault): boolean =>
    fault.path[0] === 'description' && change.description === undefined;
  const typed = type === undefined ? [] : typeFaults(change, type).filter((fault) => !absent(fault));
  return invalidForm([...typed, ...sharedFaults(change, scope)]);
}

function duplicateFaults(commands: readonly Command[]): Fault[] {
  const seen = new Set<string>();
  return commands.flatMap((command, index) => {
    const key = `${typeOf(command)} ${command.name}`;
    const repeated = seen.has(key);
    seen.add(key);
    if (!repeated) return [];
    const message = 'Application command names must be unique';
    return [{ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }];
  });
}

function exceedsScope(commands: readonly Command[]): boolean {
  return [...PER_SCOPE].some(([type, most]) => commands.filter((one) => typeOf(one) === type).length > most);
}

/** What Discord refuses of a whole list of commands, which replaces the former one, or null. */
export function checkCommands(commands: readonly Command[], scope: CommandScope): Refusal | null {
  if (exceedsScope(commands)) return REFUSALS.tooManyCommands;
  const each = commands.flatMap((command, index) => {
    const at: FieldPath = [index];
    return under(at, commandFaults(command, scope));
  });
  return invalidForm([...each, ...duplicateFaults(commands)]);
}
