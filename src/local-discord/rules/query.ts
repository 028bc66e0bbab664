import { type Fault, invalidForm, type Refusal } from './errors.ts';
import { isObject, REFERENCE_PREFIX, type Schema, type Schemas } from './openapi-schema.ts';

/** Query parameters as they stand in the address: text, or a list of texts. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

const BOOLEANS: readonly string[] = ['true', 'false', 'True', 'False', '1', '0'];

function integerFault(name: string, text: string, { minimum, maximum }: Schema): Fault[] {
  if (!/^-?\d+$/.test(text)) {
    return [{ path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not int.` }];
  }
  const value = Number(text);
  if (typeof minimum === 'number' && value < minimum) {
    const message = `int value should be greater than or equal to ${minimum}.`;
    return [{ path: [name], code: 'NUMBER_TYPE_MIN', message }];
  }
  if (typeof maximum !== 'number' || value <= maximum) return [];
  return [
    {
      path: [name],
      code: 'NUMBER_TYPE_MAX',
      message: `int value should be less than or equal to ${maximum}.`,
    },
  ];
}

function parameterFaults(name: string, text: string, schema: Schema): Fault[] {
  if (schema.$ref === `${REFERENCE_PREFIX}SnowflakeType`) {
    if (/^(0|[1-9]\d*)$/.test(text)) return [];
    return [{ path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not snowflake.` }];
  }
  if (schema.type === 'integer') return integerFault(name, text, schema);
  if (schema.type !== 'boolean' || BOOLEANS.includes(text)) return [];
  return [{ path: [name], code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' }];
}

/** Refuses parameters that the route does not know, and values that do not fit. Discord ignores the former. */
export function checkQuery(query: Query, schemas: Schemas): Refusal | null {
  const faults = Object.entries(query).flatMap(([name, given]) => {
    const schema = schemas[name];
    if (!isObject(schema)) {
      return [{ path: [name], code: 'UNKNOWN_FIELD', message: 'Discord knows no such parameter here.' }];
    }
    const texts = typeof given === 'string' ? [given] : given;
    return texts.flatMap((text) => parameterFaults(name, text, schema));
  });
  return invalidForm(faults);
}
