import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { FormatName } from 'ajv-formats';
import type { Fault } from './errors.ts';
import { corrected, correctOverwriteBody } from './openapi-corrections.ts';
import { faultOf } from './openapi-faults.ts';
import { isObject, type Schema, type Schemas, strict } from './openapi-schema.ts';
import type { RouteKey } from './routes.ts';

/** What openapi.json says of one route. */
interface RequestDescription {
  readonly query: Schemas;
  readonly body?: Schema;
}

interface Description {
  readonly requests: Readonly<Record<RouteKey, RequestDescription>>;
  readonly components: { readonly schemas: Schemas };
}

/** What the custom keywords are told when they run. */
interface At {
  readonly instancePath: string;
}

type KeywordCheck = ((data: unknown, at?: At) => boolean) & { errors?: ErrorObject[] };

/** For ajv, which takes some 30 ms to load: only a process that receives requests shall pay for it. */
const load = createRequire(import.meta.url);
const DESCRIPTION = new URL('./openapi.json', import.meta.url);
const OVERWRITE_ROUTE: RouteKey = 'PUT /channels/{channel_id}/permissions/{overwrite_id}';
const FORMATS: FormatName[] = ['int32', 'int64', 'double', 'date-time'];

/** A type that does not fit says more against a branch than a value that is merely too long. */
const TYPE_ERROR_WEIGHT = 10;

/** The errors seen from the whole. `actual` survives, while ajv overwrites `data` on the way out. */
function shifted(errors: readonly ErrorObject[], prefix: string): ErrorObject[] {
  return errors.map((error) => ({
    ...error,
    instancePath: prefix + error.instancePath,
    params: { actual: error.data, ...error.params },
  }));
}

function weight(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, { keyword }) => sum + (keyword === 'type' ? TYPE_ERROR_WEIGHT : 1), 0);
}

/** The description, made strict, with one validator per schema, compiled when it is first needed. */
class Validators {
  readonly #requests: Description['requests'];
  readonly #schemas: Schemas;
  readonly #ajv: Ajv2020;
  readonly #byName = new Map<string, ValidateFunction>();
  readonly #bodies = new Map<RouteKey, ValidateFunction>();

  constructor(description: Description) {
    this.#requests = description.requests;
    this.#schemas = corrected(description.components.schemas);
    this.#ajv = this.#newAjv();
    const schemas = Object.entries(this.#schemas).map(([name, schema]) => [
      name,
      strict(schema, this.#schemas),
    ]);
    this.#ajv.addSchema({ $id: 'discord', components: { schemas: Object.fromEntries(schemas) } });
  }

  #newAjv(): Ajv2020 {
    const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
    const { default: addFormats } = load('ajv-formats') as typeof import('ajv-formats');
    const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false });
    addFormats.default(ajv, FORMATS);
    ajv.addFormat('uri', (text: string) => URL.canParse(text));
    ajv.addFormat('snowflake', true);
    ajv.addFormat('nonce', true);
    ajv.addKeyword({ keyword: 'unionByType', errors: 'full', compile: (map) => this.#unionByType(map) });
    ajv.addKeyword({ keyword: 'closestOf', errors: 'full', compile: (names) => this.#closestOf(names) });
    return ajv;
  }

  /** Lets `type` choose the branch; only that branch's errors are told. */
  #unionByType(branches: Readonly<Record<string, string>>): KeywordCheck {
    const check: KeywordCheck = (data, at) => {
      const prefix = at?.instancePath ?? '';
      const name = isObject(data) ? branches[String(data.type)] : undefined;
      if (name === undefined) {
        check.errors = [unionError(data, prefix, Object.keys(branches))];
        return false;
      }
      const validate = this.#named(name);
      if (validate(data)) return true;
      check.errors = shifted(validate.errors ?? [], prefix);
      return false;
    };
    return check;
  }

  /** Accepts any branch; when none fits, tells the errors of the one that comes closest. */
  #closestOf(names: readonly string[]): KeywordCheck {
    const check: KeywordCheck = (data, at) => {
      const attempts = names.map((name) => this.#errorsOf(name, data));
      const [best = []] = attempts.sort((a, b) => weight(a) - weight(b));
      check.errors = shifted(best, at?.instancePath ?? '');
      return best.length === 0;
    };
    return check;
  }

  #errorsOf(name: string, data: unknown): readonly ErrorObject[] {
    const validate = this.#named(name);
    return validate(data) ? [] : (validate.errors ?? []);
  }

  #named(name: string): ValidateFunction {
    const known = this.#byName.get(name);
    if (known) return known;
    const made = this.#ajv.compile({ $ref: `discord#/components/schemas/${name}` });
    this.#byName.set(name, made);
    return made;
  }

  #described(route: RouteKey): RequestDescription {
    const request = this.#requests[route];
    if (request === undefined) throw new RangeError(`No such route in the description: ${route}`);
    return request;
  }

  #body(route: RouteKey): ValidateFunction | null {
    const known = this.#bodies.get(route);
    if (known) return known;
    const { body } = this.#described(route);
    if (body === undefined) return null;
    const right = route === OVERWRITE_ROUTE ? correctOverwriteBody(body) : body;
    const made = this.#ajv.compile(absolute(strict(right, this.#schemas)));
    this.#bodies.set(route, made);
    return made;
  }

  bodyFaults(route: RouteKey, body: unknown): Fault[] {
    const validate = this.#body(route);
    if (validate === null || validate(body)) return [];
    return (validate.errors ?? []).flatMap((error) => faultOf(error) ?? []);
  }

  querySchemas(route: RouteKey): Schemas {
    return this.#described(route).query;
  }

  takesBody(route: RouteKey): boolean {
    return this.#described(route).body !== undefined;
  }
}

function unionError(data: unknown, instancePath: string, allowed: readonly string[]): ErrorObject {
  const missing = isObject(data) && data.type === undefined;
  if (!isObject(data)) return plainError('type', instancePath, { type: 'object' }, data);
  if (missing) return plainError('required', instancePath, { missingProperty: 'type' }, data);
  return plainError('unionByType', instancePath, { allowed }, data);
}

function plainError(keyword: string, instancePath: string, params: Record<string, unknown>, data: unknown) {
  return { keyword, instancePath, schemaPath: '', params, data };
}

/** References of a schema that stands outside of the description's own document. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"discord#/components/')) as Schema;
}

let validators: Validators | undefined;

/** Read and tightened at the first request, so that starting costs nothing. */
function loaded(): Validators {
  validators ??= new Validators(JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description);
  return validators;
}

/**
 * What the description finds wrong with a body.
 * @throws RangeError for a route that is not in ROUTES
 */
export function bodyFaults(route: RouteKey, body: unknown): Fault[] {
  return loaded().bodyFaults(route, body);
}

/** The route's query parameters by name. */
export function querySchemas(route: RouteKey): Schemas {
  return loaded().querySchemas(route);
}

/** True when the description gives the route a body. */
export function takesBody(route: RouteKey): boolean {
  return loaded().takesBody(route);
}
