import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { type Command, type CommandChoice, type CommandOption, characters } from './bodies.ts';
import { type Fault, type FieldPath, under } from './errors.ts';
import { nameFaults } from './names.ts';

const isNested = ({ type }: CommandOption): boolean =>
  type === Kind.Subcommand || type === Kind.SubcommandGroup;

/** One fault for each element that repeats the key of an earlier one. */
function repeated<T>(list: readonly T[], keyOf: (one: T) => unknown, fault: Fault): Fault[] {
  const seen = new Set<unknown>();
  return list.flatMap((one, index) => {
    const again = seen.has(keyOf(one));
    seen.add(keyOf(one));
    return again ? [{ ...fault, path: [index, ...fault.path] }] : [];
  });
}

// Names of codes in this file are ours, unless the comment says that they are Discord's.
const SAME_OPTION: Fault = {
  path: ['name'],
  code: 'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME',
  message: 'Option names must be unique',
};
const SAME_CHOICE_NAME: Fault = {
  path: ['name'],
  code: 'APPLICATION_COMMAND_CHOICES_DUPLICATE_NAME',
  message: 'Choice names must be unique',
};
const SAME_CHOICE_VALUE: Fault = {
  path: ['value'],
  code: 'APPLICATION_COMMAND_CHOICES_DUPLICATE_VALUE',
  message: 'Choice values must be unique',
};

/** Discord's own code and words. */
function requiredFirst(options: readonly CommandOption[]): Fault[] {
  const firstOptional = options.findIndex(({ required }) => !required);
  if (firstOptional === -1) return [];
  const message = 'Required options must be placed before non-required options';
  return options.flatMap(({ required }, index) =>
    required && index > firstOptional
      ? [{ path: [index], code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message }]
      : [],
  );
}

/** Discord's own code and words; it points at the first option which is not like those before it. */
function unmixed(options: readonly CommandOption[]): Fault[] {
  const [first] = options;
  const odd = first ? options.findIndex((option) => isNested(option) !== isNested(first)) : -1;
  if (odd === -1) return [];
  const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
  return [{ path: [odd], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message }];
}

function boundFault(
  field: 'length' | 'value',
  { [`min_${field}` as const]: least, [`max_${field}` as const]: most }: CommandOption,
): Fault[] {
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
  const code = `APPLICATION_COMMAND_OPTION_${field.toUpperCase()}_RANGE_INVALID`;
  return [{ path: [`min_${field}`], code, message: `min_${field} must not exceed max_${field}` }];
}

function choiceFaults({ autocomplete, choices }: CommandOption): Fault[] {
  const list = choices ?? [];
  const excluded: Fault[] =
    autocomplete && list.length > 0
      ? [
          {
            path: ['choices'],
            code: 'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES',
            message: 'An option with autocomplete cannot have choices',
          },
        ]
      : [];
  const same = [
    ...repeated(list, ({ name }) => name, SAME_CHOICE_NAME),
    ...repeated(list, ({ value }) => value, SAME_CHOICE_VALUE),
  ];
  return [...excluded, ...under(['choices'], same)];
}

function optionFaults(option: CommandOption): Fault[] {
  return [
    ...nameFaults(option),
    ...choiceFaults(option),
    ...boundFault('length', option),
    ...boundFault('value', option),
    ...optionsFaults(option.options ?? [], ['options']),
  ];
}

/**
 * Faults in a list of options and in all below it.
 * @param at where the list stands
 */
export function optionsFaults(options: readonly CommandOption[], at: FieldPath): Fault[] {
  return under(at, [
    ...options.flatMap((option, index) => under([index], optionFaults(option))),
    ...repeated(options, ({ name }) => name, SAME_OPTION),
    ...requiredFirst(options),
    ...unmixed(options),
  ]);
}

type Texts = Readonly<Record<string, string>> | null | undefined;

/** The longest of a text and its translations. */
function longest(text: string | null | undefined, translations: Texts): number {
  return Math.max(characters(text), ...Object.values(translations ?? {}).map(characters));
}

function choiceCharacters({ name, name_localizations, value }: CommandChoice): number {
  return longest(name, name_localizations) + characters(String(value));
}

/** Characters of names, descriptions and choice values, of which Discord allows 8000 a command. */
export function commandCharacters(command: Command | CommandOption): number {
  const choices = 'choices' in command ? (command.choices ?? []) : [];
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations);
  const chosen = choices.reduce((sum, choice) => sum + choiceCharacters(choice), 0);
  return (command.options ?? []).reduce((sum, option) => sum + commandCharacters(option), own + chosen);
}
