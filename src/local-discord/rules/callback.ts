import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { Callback, MessageBody, Modal } from './bodies.ts';
import { invalidForm, type Refusal } from './errors.ts';
import { checkMessage } from './message.ts';
import { checkModal } from './modal.ts';
import { choicesWord } from './openapi-faults.ts';
import { isObject } from './openapi-schema.ts';

/** What the rules need to know of the interaction that is answered. */
export interface AnsweredInteraction {
  /** Discord's number: 1 ping, 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  /** The message that a component sits on, or that a modal was opened from. */
  readonly targetMessage?: { readonly flags?: number };
  /** For a modal: a command opened it, so there is no message to update. */
  readonly fromCommandModal?: boolean;
}

/** What the body alone does not tell. */
export interface RequestContext {
  /** Whether the message that is edited already has IS_COMPONENTS_V2; leave out when not known. */
  readonly targetIsComponentsV2?: boolean;
  /** Names of all files the message will have: those uploaded and those kept. */
  readonly files?: readonly string[];
  /** The type of the command that is edited, as the edit itself does not say; leave out when not known. */
  readonly commandType?: number;
}

const MESSAGES = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource];
const UPDATES = [Answer.DeferredMessageUpdate, Answer.UpdateMessage];

/** The answers that an interaction allows, in ascending order. */
export function allowedAnswers({
  type,
  targetMessage,
  fromCommandModal,
}: AnsweredInteraction): readonly number[] {
  switch (type) {
    case InteractionType.Ping:
      return [Answer.Pong];
    case InteractionType.ApplicationCommand:
      return [...MESSAGES, Answer.Modal];
    case InteractionType.MessageComponent:
      return [...MESSAGES, ...UPDATES, Answer.Modal];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      return fromCommandModal || !targetMessage ? MESSAGES : [...MESSAGES, ...UPDATES];
    default:
      throw new RangeError(`No such interaction type: ${type}`);
  }
}

/** Refuses an answer that the interaction does not allow. */
export function checkAnswerType(callback: unknown, interaction: AnsweredInteraction): Refusal | null {
  const allowed = allowedAnswers(interaction);
  const type = isObject(callback) ? callback.type : undefined;
  if (typeof type !== 'number' || allowed.includes(type)) return null;
  return invalidForm([{ path: ['type'], ...choicesWord(allowed) }]);
}

/** A deferred answer decides only whether one person will see it or all; a deferred update, nothing. */
function checkDeferred(data: unknown, fields: readonly string[]): Refusal | null {
  if (!isObject(data)) return null;
  const unknown = Object.keys(data).filter((field) => !fields.includes(field) && data[field] !== null);
  const flags = typeof data.flags === 'number' ? data.flags & ~MessageFlags.Ephemeral : 0;
  const message = `A deferred answer can have EPHEMERAL only, not these bits: ${flags}.`;
  return invalidForm([
    ...unknown.map((field) => ({ path: ['data', field], ...NOT_YET })),
    ...(flags === 0 ? [] : [{ path: ['data', 'flags'], code: 'UNSUPPORTED_FLAG', message }]),
  ]);
}

/** discord.js puts these on every payload. */
const SENT_BY_HABIT = ['tts', 'nonce', 'enforce_nonce'];
// Discord drops these without a word. The codes' names are ours.
const NOT_YET = { code: 'UNKNOWN_FIELD', message: 'A deferred answer does not carry this.' };

/** What Discord refuses of a well-formed answer, whatever it answers, or null. */
export function checkAnswerBody(callback: Callback, context: RequestContext): Refusal | null {
  const use = { byInteraction: true, at: ['data'], ...context } as const;
  const data = (callback.data ?? {}) as MessageBody;
  switch (callback.type) {
    case Answer.ChannelMessageWithSource:
      return checkMessage(data, { kind: 'create', ...use });
    case Answer.UpdateMessage:
      return checkMessage(data, { kind: 'edit', ...use });
    case Answer.DeferredChannelMessageWithSource:
      return checkDeferred(callback.data, ['flags', ...SENT_BY_HABIT]);
    case Answer.DeferredMessageUpdate:
      return checkDeferred(callback.data, SENT_BY_HABIT);
    case Answer.Modal:
      return checkModal(callback.data as Modal, ['data']);
    default:
      return null;
  }
}
