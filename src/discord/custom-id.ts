/**
 * Custom IDs as typed messages. An ID names its action, the version of the action's fields and the rows that it
 * concerns (`quiz.answer|1|k3|2|0`); nothing waits in memory, so a button works after a restart or a month.
 * Whatever comes back from outside is decoded strictly: a string that `make` could not have made yields null.
 */

/** One field of a custom ID: a pair of inverse functions. `parse` returns null for anything it did not make. */
export interface Field<T> {
  readonly parse: (text: string) => T | null;
  readonly make: (value: T) => string;
}

/** Discord's limit for a component's or modal's custom ID, in characters. */
export const MAX_CUSTOM_ID_LENGTH = 100;
const SEPARATOR = '|';

function checked<T>(parse: (text: string) => T | null, make: (value: T) => string): Field<T> {
  // The law make(parse(text)) === text makes decoding strict: "03" or "+3" is not the integer 3.
  return {
    make,
    parse: (text) => {
      const value = parse(text);
      return value !== null && make(value) === text ? value : null;
    },
  };
}

/** A non-negative safe integer, in base 36. */
export const int: Field<number> = checked(
  (text) => {
    const value = /^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;
    return Number.isSafeInteger(value) ? value : null;
  },
  (value) => value.toString(36),
);

/** A snowflake (a decimal string of up to 20 digits), in base 36. */
export const snowflake: Field<string> = checked(
  (text) => {
    if (!/^[0-9a-z]{1,14}$/.test(text)) return null;
    let value = 0n;
    for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
    return value.toString();
  },
  (value) => BigInt(value).toString(36),
);

/** A string of id characters: lower-case letters, digits, and `/ : . _ -`. Empty is allowed. */
export const key: Field<string> = checked(
  (text) => (/^[a-z0-9/:._-]*$/.test(text) ? text : null),
  (value) => value,
);

/** One of a closed list of words. */
export function oneOf<const T extends readonly string[]>(...words: T): Field<T[number]> {
  return checked<T[number]>(
    (text) => words.find((word) => word === text) ?? null,
    (value) => value,
  );
}

/** The values of an action with fields of types `V`: what a handler receives. */
type FieldsOf<V> = { readonly [K in keyof V]: Field<V[K]> };

/** An action that a component or a modal can ask for. */
export interface Action<V> {
  readonly name: string;
  readonly version: number;
  /** @throws RangeError when the result would exceed Discord's 100 characters (a bug: ids are bounded). */
  make(values: V): string;
  /** The values, or null for a string that is not a well-formed ID of this action and version. */
  parse(customId: string): V | null;
}

/** Declares an action: its name (letters and dots), its version, and its fields in the order of the ID. */
export function defineAction<V extends object>(
  name: string,
  version: number,
  fields: FieldsOf<V>,
): Action<V> {
  const names = Object.keys(fields) as (keyof V)[];
  const head = `${name}${SEPARATOR}${version}`;
  return {
    name,
    version,
    make(values) {
      const parts = names.map((field) => fields[field].make(values[field]));
      const customId = [head, ...parts].join(SEPARATOR);
      if (customId.length > MAX_CUSTOM_ID_LENGTH)
        throw new RangeError(`custom ID of ${customId.length} characters: ${customId}`);
      return customId;
    },
    parse(customId) {
      const [givenName, givenVersion, ...parts] = customId.split(SEPARATOR);
      if (givenName !== name || givenVersion !== String(version) || parts.length !== names.length)
        return null;
      const values: Partial<V> = {};
      for (const [i, field] of names.entries()) {
        const value = fields[field].parse(parts[i] ?? '');
        if (value === null) return null;
        values[field] = value;
      }
      return values as V;
    },
  };
}

/** The action's name at the head of a custom ID, whoever made it. */
export function actionName(customId: string): string {
  return customId.split(SEPARATOR, 1)[0] ?? '';
}
