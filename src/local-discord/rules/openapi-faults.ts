import type { ErrorObject } from 'ajv';
import type { Fault, FieldPath } from './errors.ts';
import { isObject } from './openapi-schema.ts';

type Word = Pick<Fault, 'code' | 'message'>;

function pathOf({ instancePath }: ErrorObject): FieldPath {
  const keys = instancePath.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const TYPE_WORDS: Readonly<Record<string, (data: unknown) => Word>> = {
  string: (data) => ({
    code: 'STRING_TYPE_CONVERT',
    message: `Could not interpret "${JSON.stringify(data)}" as string.`,
  }),
  integer: (data) => ({ code: 'NUMBER_TYPE_COERCE', message: `Value ${JSON.stringify(data)} is not int.` }),
  number: (data) => ({ code: 'FLOAT_TYPE_COERCE', message: `Value ${JSON.stringify(data)} is not float.` }),
  boolean: () => ({ code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' }),
  array: () => ({ code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }),
  object: () => ({ code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' }),
};

/** The refused value; ajv's own `data` is wrong for errors that a union passed on. */
const actualOf = ({ params, data }: ErrorObject): unknown => ('actual' in params ? params.actual : data);

function typeWord(error: ErrorObject): Word {
  const wanted: unknown = error.params.type;
  const first = Array.isArray(wanted) ? wanted[0] : wanted;
  const word = TYPE_WORDS[String(first)];
  return word ? word(actualOf(error)) : { code: 'BASE_TYPE_INVALID', message: `Must be ${String(wanted)}.` };
}

function lengthWord({ parentSchema }: ErrorObject): Word {
  const schema = isObject(parentSchema) ? parentSchema : {};
  const least = schema.minLength ?? schema.minItems ?? schema.minProperties;
  const most = schema.maxLength ?? schema.maxItems ?? schema.maxProperties;
  if (least === undefined)
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` };
  if (most === undefined)
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${least} or more in length.` };
  return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` };
}

/** Discord's spelling of a set of allowed values. */
export function choicesWord(values: readonly unknown[]): Word {
  const spelt = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${spelt.join(', ')}}.` };
}

/** The description has two patterns: ids, and numbers that travel as text. */
function patternWord(error: ErrorObject): Word {
  const { parentSchema } = error;
  const kind = isObject(parentSchema) && parentSchema.format === 'snowflake' ? 'snowflake' : 'int';
  return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(actualOf(error))}" is not ${kind}.` };
}

function formatWord(error: ErrorObject): Word {
  const data = actualOf(error);
  switch (error.params.format) {
    case 'uri':
      return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
    case 'date-time':
      return { code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${String(data)}. Should be ISO8601.` };
    default:
      return {
        code: 'NUMBER_TYPE_COERCE',
        message: `Value ${JSON.stringify(data)} is not ${error.params.format}.`,
      };
  }
}

const WORDS: Readonly<Record<string, (error: ErrorObject) => Word>> = {
  required: () => ({ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }),
  // Discord ignores a field it does not know. Here it is a fault, since it is always a slip of the sender.
  additionalProperties: () => ({ code: 'UNKNOWN_FIELD', message: 'Discord knows no such field here.' }),
  type: typeWord,
  minLength: lengthWord,
  maxLength: lengthWord,
  minItems: lengthWord,
  maxItems: lengthWord,
  minProperties: lengthWord,
  maxProperties: lengthWord,
  minimum: ({ params }) => ({
    code: 'NUMBER_TYPE_MIN',
    message: `int value should be greater than or equal to ${params.limit}.`,
  }),
  maximum: ({ params }) => ({
    code: 'NUMBER_TYPE_MAX',
    message: `int value should be less than or equal to ${params.limit}.`,
  }),
  enum: ({ params }) => choicesWord(params.allowedValues),
  uniqueItems: () => ({
    code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
    message: 'The set already contains this value',
  }),
  pattern: patternWord,
  format: formatWord,
  unionByType: ({ params }) => ({
    code: 'UNION_TYPE_CHOICES',
    message: `Value of field "type" must be one of (${params.allowed.join(', ')}).`,
  }),
};

/** The fault in Discord's words, or null for errors that only repeat others (`if`, `anyOf`). */
export function faultOf(error: ErrorObject): Fault | null {
  if (error.keyword === 'if' || error.keyword === 'anyOf') return null;
  const word = WORDS[error.keyword]?.(error) ?? {
    code: 'BASE_TYPE_INVALID',
    message: error.message ?? 'Invalid',
  };
  const path = pathOf(error);
  const inner = error.params.missingProperty ?? error.params.additionalProperty;
  return { ...word, path: inner === undefined ? path : [...path, inner] };
}
