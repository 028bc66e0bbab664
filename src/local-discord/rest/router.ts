/** Finds the route of a request. */
import type { RouteKey } from '../rules/index.ts';
import { type Route, TABLE } from './table.ts';

interface Pattern {
  readonly key: RouteKey;
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
}

export interface Match {
  readonly key: RouteKey;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const isParameter = (segment: string): boolean => segment.startsWith('{');
const parametersIn = ({ segments }: Pattern): number => segments.filter(isParameter).length;

/** Literal segments before parameters: `@me` is nobody's id. */
const PATTERNS: readonly Pattern[] = Object.entries(TABLE)
  .map(([key, route]) => {
    const [method = '', path = ''] = key.split(' ');
    return { key, route, method, segments: path.split('/') };
  })
  .sort((a, b) => parametersIn(a) - parametersIn(b));

function paramsOf({ segments }: Pattern, path: readonly string[]): Record<string, string> | null {
  if (segments.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = path[index] ?? '';
    if (isParameter(segment)) params[segment.slice(1, -1)] = given;
    else if (segment !== given) return null;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `wrongMethod` when the path is known, but not with this method. */
export function findRoute(method: string, path: string): Match | 'wrongMethod' | null {
  // Clients write @original as %40original.
  const segments = path.split('/').map(decoded);
  let pathIsKnown = false;
  for (const pattern of PATTERNS) {
    const params = paramsOf(pattern, segments);
    if (params && pattern.method === method) return { key: pattern.key, route: pattern.route, params };
    pathIsKnown ||= params !== null;
  }
  return pathIsKnown ? 'wrongMethod' : null;
}

/** The id by which a route's rate limit is counted apart. */
export function majorOf(params: Readonly<Record<string, string>>): string {
  const { channel_id, guild_id, webhook_id, webhook_token } = params;
  return channel_id ?? guild_id ?? (webhook_id ? `${webhook_id}/${webhook_token}` : '');
}
