import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { wireCommands } from '../../src/playground/commands.ts';
import { matchCommands, typedOut } from '../../src/playground/page/matching.ts';
import type { WireCommand } from '../../src/playground/wire.ts';

const command = (fields: Partial<APIApplicationCommand>): APIApplicationCommand => ({
  id: '1',
  application_id: '2',
  version: '3',
  name: 'term',
  description: 'Look up a term',
  default_member_permissions: null,
  type: ApplicationCommandType.ChatInput,
  ...fields,
});

describe('wireCommands', () => {
  it('lists a command with its options', () => {
    const [term] = wireCommands(
      command({
        options: [
          { type: Option.String, name: 'name', description: 'Which', required: true, autocomplete: true },
          { type: Option.Integer, name: 'count', description: 'How many', min_value: 1, max_value: 9 },
          {
            type: Option.String,
            name: 'pack',
            description: 'Of',
            choices: [{ name: 'Core 1', value: 'c1' }],
          },
        ],
      }),
    );
    expect(term?.options).toMatchObject([
      { name: 'name', required: true, autocomplete: true, choices: [], min: null },
      { name: 'count', required: false, autocomplete: false, min: 1, max: 9 },
      { name: 'pack', choices: [{ name: 'Core 1', value: 'c1' }] },
    ]);
  });

  it('lists each subcommand for itself, groups included', () => {
    const start = { type: Option.Subcommand as const, name: 'start', description: 'Begin' };
    const group = {
      type: Option.SubcommandGroup as const,
      name: 'saved',
      description: 'Kept',
      options: [start],
    };
    const names = wireCommands(command({ name: 'quiz', options: [start, group] })).map(({ name }) => name);
    expect(names).toEqual(['quiz start', 'quiz saved start']);
  });

  it('lists message commands as such and leaves user commands out', () => {
    expect(wireCommands(command({ type: ApplicationCommandType.Message }))).toMatchObject([
      { kind: 'message' },
    ]);
    expect(wireCommands(command({ type: ApplicationCommandType.User }))).toEqual([]);
  });
});

const slash = (name: string, description = ''): WireCommand => ({
  id: name,
  kind: 'slash',
  name,
  description,
  options: [],
});
const commands = [
  slash('quiz start', 'Answer questions'),
  slash('term', 'Look up a word'),
  slash('quiz'),
  slash('me', 'Your term'),
];

describe('what is typed after the slash', () => {
  it('finds names by their beginning, then by any part, then descriptions', () => {
    expect(matchCommands(commands, 'te').map(({ name }) => name)).toEqual(['term', 'me']);
    expect(matchCommands(commands, 'start').map(({ name }) => name)).toEqual(['quiz start']);
    expect(matchCommands(commands, '')).toHaveLength(4);
    expect(matchCommands(commands, 'zzz')).toEqual([]);
    expect(matchCommands([{ ...slash('look'), kind: 'message' }], '')).toEqual([]);
  });

  it('becomes a command once it is typed out, the longest name first', () => {
    expect(typedOut(commands, 'term smtp port')).toMatchObject({
      command: { name: 'term' },
      rest: 'smtp port',
    });
    expect(typedOut(commands, 'quiz start 5')).toMatchObject({ command: { name: 'quiz start' }, rest: '5' });
    expect(typedOut(commands, 'Quiz ')).toMatchObject({ command: { name: 'quiz' }, rest: '' });
    expect(typedOut(commands, 'term')).toBeNull();
    expect(typedOut(commands, 'terms x')).toBeNull();
  });
});
