import { randomBytes } from 'node:crypto';

/** Carries the line for the person: what happened and what to do. Nothing has been changed when it is thrown. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Discord's codes for an interaction that can no longer be answered. Fast bots meet them too: log, never crash. */
const INTERACTION_GONE = new Set<number | string>([10062, 40060, 10015, 50027]);

export type Fault =
  | { readonly kind: 'told'; readonly line: string }
  | { readonly kind: 'gone'; readonly code: number | string }
  /** Discord's own trouble: a 5xx, after the client's retries. */
  | { readonly kind: 'outage'; readonly status: number }
  | { readonly kind: 'bug'; readonly reference: string };

/** Sorts anything thrown into what a person is told and what the log needs; the only reader of thrown things. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof UserError) return { kind: 'told', line: thrown.message };
  const code = codeOf(thrown);
  if (code !== null && INTERACTION_GONE.has(code)) return { kind: 'gone', code };
  const status = statusOf(thrown);
  if (status !== null && status >= 500) return { kind: 'outage', status };
  return { kind: 'bug', reference: randomBytes(4).toString('hex') };
}

/** The HTTP status of a failed API call, or null. */
function statusOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return null;
  return typeof thrown.status === 'number' ? thrown.status : null;
}

/** Discord's error code of a failed API call, or null. */
export function codeOf(thrown: unknown): number | string | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null;
  const { code } = thrown;
  return typeof code === 'number' || typeof code === 'string' ? code : null;
}
