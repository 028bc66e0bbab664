/**
 * What a command is: its definition as literal data, its handler, its autocomplete and the handlers of its
 * components, in one value per file of `commands/`. The handler's arguments are typed by the definition.
 */
import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Card, Modal } from './card.ts';
import type { Action } from './custom-id.ts';
import type { Services } from './services.ts';
import type { Words } from './words/index.ts';

/** Who asks, where and when. */
export interface Context {
  readonly services: Services;
  readonly words: Words;
  readonly interactionId: string;
  readonly user: { readonly id: string; readonly name: string };
  /** Null in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** True when the member has Manage Server here. */
  readonly isAdmin: boolean;
  /** When the person acted: the instant in the interaction's snowflake, UTC ms. */
  readonly at: number;
}

/** What comes of an interaction. */
export type Answer =
  | { readonly kind: 'private'; readonly card: Card }
  | { readonly kind: 'public'; readonly card: Card }
  /** In place of the message whose component was used. */
  | { readonly kind: 'update'; readonly card: Card }
  | { readonly kind: 'modal'; readonly modal: Modal };

/** How an interaction is acknowledged before work that may take longer than a moment. */
export type Deferral = 'private' | 'public' | 'update';

export interface Suggestion {
  /** 1–100 characters each. */
  readonly name: string;
  readonly value: string;
}

type Result<T> = T | Promise<T>;

export interface ActionHandler {
  readonly action: Pick<Action<never>, 'name' | 'version'>;
  readonly defer?: Deferral;
  /** Null when the custom ID is not a well-formed one of this action. */
  readonly run: (context: Context, customId: string, input: Input) => Result<Answer> | null;
}

/** What came with the press: a select's values or a modal's texts. */
export interface Input {
  readonly values: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Ties an action to its handler, which receives decoded values only. */
export function on<V>(
  action: Action<V>,
  run: (context: Context, values: V, input: Input) => Result<Answer>,
  options: { readonly defer?: Deferral } = {},
): ActionHandler {
  return {
    action,
    ...options,
    run: (context, customId, input) => {
      const values = action.parse(customId);
      return values === null ? null : run(context, values, input);
    },
  };
}

type ChatDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

interface ValueByType {
  readonly [ApplicationCommandOptionType.String]: string;
  readonly [ApplicationCommandOptionType.Integer]: number;
  readonly [ApplicationCommandOptionType.Boolean]: boolean;
  readonly [ApplicationCommandOptionType.User]: string;
  readonly [ApplicationCommandOptionType.Channel]: string;
  readonly [ApplicationCommandOptionType.Role]: string;
}
type OptionOf<D> = D extends { readonly options: readonly (infer O)[] } ? O : never;
type ValueOf<O> = O extends { readonly type: infer T extends keyof ValueByType } ? ValueByType[T] : never;

/** The arguments that a definition promises: required options always, others perhaps. Users, channels, roles by id. */
export type ArgsOf<D> = {
  readonly [O in OptionOf<D> as O extends { readonly name: infer N extends string } ? N : never]: O extends {
    readonly required: true;
  }
    ? ValueOf<O>
    : ValueOf<O> | undefined;
};

/** Option values as they came, before they are known to be of the definition's types. */
export type RawArgs = ReadonlyMap<string, string | number | boolean>;

/** `focused`: the option being typed and what stands in it so far. */
export type Autocomplete = (
  context: Context,
  focused: { name: string; value: string },
) => readonly Suggestion[];

export interface ChatCommand {
  readonly kind: 'chat';
  readonly definition: ChatDefinition;
  readonly defer?: Deferral;
  readonly run: (context: Context, args: RawArgs) => Result<Answer>;
  readonly autocomplete?: (
    context: Context,
    focused: { name: string; value: string },
  ) => readonly Suggestion[];
  readonly actions: readonly ActionHandler[];
}

export interface MessageCommand {
  readonly kind: 'message';
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: (context: Context, message: { readonly text: string }) => Result<Answer>;
  readonly actions: readonly ActionHandler[];
}

export type Command = ChatCommand | MessageCommand;

/** Declares a slash command; `run` receives arguments typed by the definition and checked against it. */
export function chatCommand<const D extends ChatDefinition>(command: {
  readonly definition: D;
  readonly defer?: Deferral;
  readonly run: (context: Context, args: ArgsOf<D>) => Result<Answer>;
  readonly autocomplete?: Autocomplete;
  readonly actions?: readonly ActionHandler[];
}): ChatCommand {
  const { run, actions = [], ...rest } = command;
  return {
    kind: 'chat',
    ...rest,
    actions,
    run: (context, raw) => run(context, checkedArgs<D>(command.definition, raw)),
  };
}

/** Declares a command of the message menu. */
export function messageCommand(command: Omit<MessageCommand, 'kind' | 'actions'>): MessageCommand {
  return { kind: 'message', actions: [], ...command };
}

const JS_TYPE = new Map<number, string>([
  [ApplicationCommandOptionType.String, 'string'],
  [ApplicationCommandOptionType.Integer, 'number'],
  [ApplicationCommandOptionType.Boolean, 'boolean'],
  [ApplicationCommandOptionType.User, 'string'],
  [ApplicationCommandOptionType.Channel, 'string'],
  [ApplicationCommandOptionType.Role, 'string'],
]);

/** @throws TypeError when Discord sent other types than were registered (a stale registration). */
function checkedArgs<D extends ChatDefinition>(definition: D, raw: RawArgs): ArgsOf<D> {
  const entries = (definition.options ?? []).map((option) => {
    const value = raw.get(option.name);
    const missing = value === undefined;
    if (missing ? 'required' in option && option.required : typeof value !== JS_TYPE.get(option.type))
      throw new TypeError(`/${definition.name} ${option.name}: got ${typeof value}`);
    return [option.name, value] as const;
  });
  return Object.fromEntries(entries) as ArgsOf<D>;
}
