/** Reading requests and writing answers, over Node's own server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './origin.ts';

/** No deed of a member is larger; a paragraph in a modal has at most 4,000 characters. */
const BODY_LIMIT_BYTES = 64 * 1024;

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** An answer that tells the page, or who else asked, what was wrong with the request. */
export function sendProblem(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, { error });
}

/** The request's JSON, or why there is none. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) return { ok: false, error: 'the body is too large' };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, error: 'the body is not JSON' };
  }
}
