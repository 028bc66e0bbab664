/**
 * Makes openapi.json, which lies beside this file, out of Discord's whole description
 * (github.com/discord/discord-api-spec, specs/openapi.json): only the routes that we know, only what a
 * request carries, no prose.
 *
 *     node --import tsx src/local-discord/rules/reduce-openapi.ts <path of the whole openapi.json>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { ROUTES, type RouteKey } from './routes.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const PROSE = new Set(['title', 'description']);
const SCHEMA_PREFIX = '#/components/schemas/';

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A copy without titles and descriptions; a property that is called `title` is an object and stays. */
function withoutProse(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, held]) => !(PROSE.has(key) && typeof held === 'string'));
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutProse(held)]));
}

function referencesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === '$ref' && typeof held === 'string' ? [held.slice(SCHEMA_PREFIX.length)] : referencesIn(held),
  );
}

/** What a request to one route carries: its query parameters and its JSON body. */
function requestOf(paths: JsonObject, route: RouteKey): JsonObject {
  const [method = '', path = ''] = route.split(' ');
  const operation = asObject(asObject(paths[path])[method.toLowerCase()]);
  if (operation.operationId === undefined) throw new Error(`The description has no route ${route}`);
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  const query = parameters.map(asObject).filter((parameter) => parameter.in === 'query');
  const content = asObject(asObject(operation.requestBody).content);
  const body = asObject(content['application/json'] ?? content['multipart/form-data']).schema;
  return {
    query: Object.fromEntries(query.map((q) => [String(q.name), q.schema ?? {}])),
    ...(body && { body }),
  };
}

function reachable(schemas: JsonObject, roots: readonly string[]): JsonObject {
  const found: JsonObject = {};
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = schemas[name];
    if (schema === undefined || name in found) continue;
    found[name] = schema;
    waiting.push(...referencesIn(schema));
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const whole = asObject(withoutProse(JSON.parse(readFileSync(argv[2] ?? '', 'utf8'))));
const requests = Object.fromEntries(ROUTES.map((route) => [route, requestOf(asObject(whole.paths), route)]));
const schemas = reachable(asObject(asObject(whole.components).schemas), referencesIn(requests));
const reduced = { requests, components: { schemas } };
writeFileSync(new URL('./openapi.json', import.meta.url), `${JSON.stringify(reduced, null, 1)}\n`);
