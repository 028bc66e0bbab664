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

/** A deferred answer decides only whether it will be seen by one person or by all. */
function checkDeferred(data: unknown): Refusal | null {
  if (!isObject(data)) return null;
  const flags = typeof data.flags === 'number' ? data.flags : 0;
  const unwanted = flags & ~MessageFlags.Ephemeral;
  if (unwanted === 0) return null;
  // The code's name is ours; Discord's has not been seen.
  const message = `A deferred answer can have EPHEMERAL only; not these bits: ${unwanted}.`;
  return invalidForm([{ path: ['data', 'flags'], code: 'UNSUPPORTED_FLAG', message }]);
}

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
      return checkDeferred(callback.data);
    case Answer.Modal:
      return checkModal(callback.data as Modal, ['data']);
    default:
      return null;
  }
}
