import { ComponentType, MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import { type Component, characters, type Embed, type MessageBody } from './bodies.ts';
import { choiceFaults } from './choices.ts';
import {
  buttonFaults,
  customIdFaults,
  numericIdFaults,
  type Placed,
  placed,
  rowFaults,
  textBytes,
  textCharacters,
} from './components.ts';
import { emojiFaults } from './emoji.ts';
import { type Fault, type FieldPath, invalidForm, REFUSALS, type Refusal, under } from './errors.ts';
import { LIMITS } from './limits.ts';
import { mediaCount, mediaFaults } from './media.ts';
import { mentionFaults } from './mentions.ts';

/** How a message body reaches Discord. */
export interface MessageUse {
  readonly kind: 'create' | 'edit';
  /** Sent through an interaction's token or callback, so that it may be ephemeral. */
  readonly byInteraction: boolean;
  /** Where the message stands in the body: `['data']` in a callback. */
  readonly at: FieldPath;
  /** Whether the message that is edited already has IS_COMPONENTS_V2; absent when not known. */
  readonly targetIsComponentsV2?: boolean;
  /** Names of all files that the message will have; absent when not known. */
  readonly files?: readonly string[];
}

const FLAGS_ALWAYS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

const has = (list: { readonly length: number } | null | undefined): boolean => (list?.length ?? 0) > 0;

const isV2Only = ({ type }: Component): boolean => type !== ComponentType.ActionRow;

/** Whether IS_COMPONENTS_V2 will hold; an edit of an unknown message is judged by what it brings. */
function isComponentsV2(body: MessageBody, use: MessageUse): boolean {
  if (((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0) return true;
  if (use.kind === 'create') return false;
  return use.targetIsComponentsV2 ?? (body.components ?? []).some(isV2Only);
}

/** True when nothing would be left to show. */
function isEmpty(body: MessageBody, use: MessageUse): boolean {
  const forwards = body.message_reference?.type === MessageReferenceType.Forward;
  if (body.content?.trim() || has(body.embeds) || has(body.components) || has(body.sticker_ids)) return false;
  return !(has(body.attachments) || has(use.files) || body.poll || body.shared_client_theme || forwards);
}

/** An edit that leaves a field out keeps it; only one that clears all of them empties the message. */
function clearsAll({ content, embeds, components, attachments }: MessageBody): boolean {
  return [content, embeds, components, attachments].every((field) => field !== undefined);
}

/** EPHEMERAL outside of an interaction is dropped by Discord without a word: the message is public. Here it is a fault. */
function flagFaults({ flags }: MessageBody, { byInteraction, kind }: MessageUse): Fault[] {
  const allowed = byInteraction ? FLAGS_ALWAYS | MessageFlags.Ephemeral : FLAGS_ALWAYS;
  const unwanted = (flags ?? 0) & ~allowed;
  if (kind === 'edit' || unwanted === 0) return [];
  return [
    { path: ['flags'], code: 'UNSUPPORTED_FLAG', message: `These bits cannot be set here: ${unwanted}.` },
  ];
}

function legacyFieldFaults(body: MessageBody): Fault[] {
  const given = [
    ['content', Boolean(body.content)],
    ['embeds', has(body.embeds)],
    ['sticker_ids', has(body.sticker_ids)],
    ['poll', Boolean(body.poll)],
  ] as const;
  return given.flatMap(([field, isGiven]) => {
    if (!isGiven) return [];
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    return [{ path: [field], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message }];
  });
}

function legacyLayoutFaults(components: readonly Component[]): Fault[] {
  const most = LIMITS.components.rowsPerLegacyMessage;
  const tooMany = {
    path: ['components'],
    code: 'BASE_TYPE_BAD_LENGTH',
    message: `Must be between 1 and ${most} in length.`,
  };
  const v2Only = components.flatMap((component, index) =>
    isV2Only(component) ? [{ ...ROWS_ONLY, path: ['components', index] }] : [],
  );
  return components.length > most ? [tooMany, ...v2Only] : v2Only;
}

const ROWS_ONLY = { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of (1,).' };

function sizeFaults(all: readonly Placed[]): Fault[] {
  const { perMessage, textCharactersPerMessage } = LIMITS.components;
  const faults: Fault[] = [];
  if (all.length > perMessage) {
    const message = `Total number of components cannot exceed ${perMessage}`;
    faults.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  if (textCharacters(all) > textCharactersPerMessage) {
    const message = `Components displayable text size exceeds maximum size of ${textCharactersPerMessage}`;
    faults.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return faults;
}

function embedCharacters({ title, description, author, footer, fields }: Embed): number {
  const parts = [title, description, author?.name, footer?.text];
  const named = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...parts, ...named].reduce((sum, part) => sum + characters(part), 0);
}

function embedFaults(embeds: readonly Embed[]): Fault[] {
  const most = LIMITS.message.embedTextCharacters;
  const total = embeds.reduce((sum, embed) => sum + embedCharacters(embed), 0);
  if (total <= most) return [];
  const message = `Embed size exceeds maximum size of ${most}`;
  return [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

/** The names of all files, or null when the body alone cannot tell (an upload names them in its parts). */
function fileNames(body: MessageBody, use: MessageUse): ReadonlySet<string> | null {
  if (use.files) return new Set(use.files);
  if (use.kind === 'edit') return null;
  const names = (body.attachments ?? []).map(({ filename }) => filename);
  return names.every((name) => typeof name === 'string') ? new Set(names) : null;
}

function messageFaults(body: MessageBody, use: MessageUse, all: readonly Placed[]): Fault[] {
  const v2 = isComponentsV2(body, use);
  return [
    ...flagFaults(body, use),
    ...(v2 ? legacyFieldFaults(body) : legacyLayoutFaults(body.components ?? [])),
    ...sizeFaults(all),
    ...rowFaults(all),
    ...buttonFaults(all),
    ...emojiFaults(all),
    ...choiceFaults(all),
    ...customIdFaults(all),
    ...numericIdFaults(all),
    ...mediaFaults(all, fileNames(body, use)),
    ...embedFaults(body.embeds ?? []),
    ...mentionFaults(body.allowed_mentions),
  ];
}

/** Too much for Discord's servers: they fail instead of refusing, and trying again never helps. */
function breaksServer(all: readonly Placed[]): boolean {
  const { textBytesPerMessage, mediaPerMessage } = LIMITS.components;
  return textBytes(all) > textBytesPerMessage || mediaCount(all) > mediaPerMessage;
}

/** What Discord refuses of a well-formed message, or null. */
export function checkMessage(body: MessageBody, use: MessageUse): Refusal | null {
  const all = placed(body.components, ['components']);
  const refused = invalidForm(under(use.at, messageFaults(body, use, all)));
  if (refused) return refused;
  if (breaksServer(all)) return REFUSALS.serverError;
  const judged = use.kind === 'create' || clearsAll(body);
  return judged && isEmpty(body, use) ? REFUSALS.emptyMessage : null;
}
