/** A JSON Schema as the description writes it. */
export type Schema = { readonly [keyword: string]: unknown };

/** Schemas by name. */
export type Schemas = Readonly<Record<string, Schema>>;

/** The prefix of every `$ref` in the description. */
export const REFERENCE_PREFIX = '#/components/schemas/';

/** True for JSON objects: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isNullSchema = (schema: Schema): boolean => schema.type === 'null';

/** `[null, X]`, the description's way to say "X or null" of a reference. */
function nullableBranch(branches: readonly Schema[]): Schema | null {
  const [first, second] = branches;
  if (branches.length !== 2 || first === undefined || second === undefined) return null;
  return isNullSchema(first) ? second : null;
}

/** The names that the branches refer to, or null when one is not a plain reference. */
function referencedNames(branches: readonly Schema[]): string[] | null {
  const names = branches.map(({ $ref }) =>
    typeof $ref === 'string' ? $ref.slice(REFERENCE_PREFIX.length) : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

/** Which schema each value of `type` selects, or null when `type` does not tell the branches apart. */
function branchesByType(names: readonly string[], schemas: Schemas): Record<string, string> | null {
  const byType: Record<string, string> = {};
  for (const name of names) {
    const properties = schemas[name]?.properties;
    const type = isObject(properties) && isObject(properties.type) ? properties.type.enum : undefined;
    if (!Array.isArray(type)) return null;
    for (const value of type) {
      if (String(value) in byType) return null;
      byType[String(value)] = name;
    }
  }
  return byType;
}

function strictUnion(branches: readonly Schema[], schemas: Schemas): Schema {
  const nullable = nullableBranch(branches);
  if (nullable !== null) return { if: { type: 'null' }, else: strict(nullable, schemas) };
  if (branches.every((branch) => 'const' in branch)) return { enum: branches.map((branch) => branch.const) };
  const names = referencedNames(branches);
  if (names === null) return { anyOf: branches.map((branch) => strict(branch, schemas)) };
  const byType = branchesByType(names, schemas);
  return byType === null ? { closestOf: names } : { unionByType: byType };
}

function strictEntry(keyword: string, value: unknown, schemas: Schemas): unknown {
  if (keyword === 'properties' && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => [name, strict(held as Schema, schemas)]),
    );
  }
  if ((keyword === 'items' || keyword === 'additionalProperties') && isObject(value))
    return strict(value, schemas);
  return value;
}

/**
 * The schema as we enforce it: no field beside those listed, and unions that name the branch meant,
 * so that a fault in a button is told as a fault in a button.
 */
export function strict(schema: Schema, schemas: Schemas): Schema {
  const { oneOf, anyOf, allOf: _sameEnumAgain, ...rest } = schema;
  const kept = Object.fromEntries(
    Object.entries(rest).map(([keyword, value]) => [keyword, strictEntry(keyword, value, schemas)]),
  );
  const closed = 'properties' in kept && !('additionalProperties' in kept);
  const branches = (oneOf ?? anyOf) as readonly Schema[] | undefined;
  return {
    ...kept,
    ...(closed && { additionalProperties: false }),
    ...(branches && strictUnion(branches, schemas)),
  };
}
