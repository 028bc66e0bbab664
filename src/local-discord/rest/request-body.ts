/** Reads what a request carries: JSON, or a form of `payload_json` and `files[n]`. */
import type { IncomingMessage } from 'node:http';
import type { Upload } from '../messages/files.ts';
import { LIMITS } from '../rules/index.ts';
import { refuse } from './reply.ts';

export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** A file of a message may have this many bytes, in servers without boosts. */
const FILE_BYTES = 10 * 1024 * 1024;

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.badJson();
  }
}

async function uploadOf(name: string, value: FormDataEntryValue): Promise<Upload | null> {
  const key = /^files\[(\d+)\]$/.exec(name)?.[1];
  if (key === undefined || typeof value === 'string') return null;
  const bytes = Buffer.from(await value.arrayBuffer());
  if (bytes.length > FILE_BYTES) throw refuse.tooLarge();
  const contentType = value.type || 'application/octet-stream';
  return { key, filename: value.name, contentType, bytes };
}

async function parseForm(contentType: string, bytes: Buffer): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const uploads = await Promise.all([...form].map(([name, value]) => uploadOf(name, value)));
  const payload = form.get('payload_json');
  return {
    json: parseJson(typeof payload === 'string' ? payload : ''),
    uploads: uploads.filter((upload) => upload !== null),
  };
}

/** @throws Refused for JSON that is none, or more than Discord takes */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > LIMITS.message.requestBytes) throw refuse.tooLarge();
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return parseForm(contentType, bytes);
  return { json: parseJson(bytes.toString('utf8')), uploads: [] };
}
