import { LIMITS } from './limits.ts';
import type { Schema, Schemas } from './openapi-schema.ts';

/** A change to one schema of the description, and why the description is not taken at its word. */
interface Correction {
  /** Schemas by name. */
  readonly of: readonly string[];
  /** Fields by name; replaced or added in `properties`. */
  readonly fields: Readonly<Record<string, Schema>>;
  readonly why: string;
}

const BIT_STRING: Schema = { type: ['string', 'null'], pattern: '^[0-9]+$' };
const FILE_TYPES: Schema = { type: ['array', 'null'], items: { type: 'string', minLength: 1 }, maxItems: 10 };
const NULLABLE_FLAG: Schema = { type: ['boolean', 'null'] };
const COMMANDS = [
  'ApplicationCommandCreateRequest',
  'ApplicationCommandUpdateRequest',
  'ApplicationCommandPatchRequestPartial',
];
const MESSAGES = ['MessageCreateRequest', 'MessageEditRequestPartial', 'BaseCreateMessageCreateRequest'];
const WEBHOOK_MESSAGES = [
  'IncomingWebhookRequestPartial',
  'IncomingWebhookUpdateRequestPartial',
  'IncomingWebhookInteractionRequest',
  'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
];

const CORRECTIONS: readonly Correction[] = [
  {
    of: MESSAGES,
    fields: { content: { type: ['string', 'null'], maxLength: LIMITS.message.contentCharacters } },
    why: 'the description says 4000, which only subscribers have; a bot has 2000',
  },
  {
    of: [...MESSAGES, ...WEBHOOK_MESSAGES],
    fields: {
      tts: NULLABLE_FLAG,
      enforce_nonce: NULLABLE_FLAG,
      nonce: { type: ['integer', 'string', 'null'], maxLength: LIMITS.nonce.characters },
    },
    why: 'discord.js puts these on every payload, and Discord ignores them where they mean nothing',
  },
  {
    of: ['ApplicationCommandOptionStringChoice'],
    fields: { value: { type: 'string', minLength: 1, maxLength: LIMITS.choice.stringValueCharacters } },
    why: 'the description says 6000, the documentation 100',
  },
  {
    of: COMMANDS,
    fields: { default_member_permissions: BIT_STRING, nsfw: NULLABLE_FLAG },
    why: 'permissions travel as a string of digits, since 2^53 is not enough; nsfw is missing',
  },
  {
    of: ['ChannelPermissionOverwriteRequest'],
    fields: { allow: BIT_STRING, deny: BIT_STRING },
    why: 'permissions travel as a string of digits',
  },
  {
    of: ['CreateRoleRequest'],
    fields: { permissions: BIT_STRING },
    why: 'permissions travel as a string of digits',
  },
  {
    of: ['FileUploadComponentForModalRequest', 'ApplicationCommandAttachmentOption'],
    fields: { file_types: FILE_TYPES },
    why: 'new in August 2026, after this description',
  },
];

/** The body of PUT channel permissions has no name of its own in the description. */
export function correctOverwriteBody(body: Schema): Schema {
  return { ...body, properties: { ...(body.properties as Schema), allow: BIT_STRING, deny: BIT_STRING } };
}

/**
 * The schemas with every correction applied.
 * @throws Error when a correction names a schema that the description does not have
 */
export function corrected(schemas: Schemas): Schemas {
  const result: Record<string, Schema> = { ...schemas };
  for (const { of, fields } of CORRECTIONS) {
    for (const name of of) {
      const schema = result[name];
      if (schema === undefined) throw new Error(`The description has no schema ${name}`);
      result[name] = { ...schema, properties: { ...(schema.properties as Schema), ...fields } };
    }
  }
  return result;
}
