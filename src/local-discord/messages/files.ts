/** Uploaded files: kept, served on loopback, named in messages. */
import type { APIAttachment } from 'discord-api-types/v10';
import type { Snowflake } from '../snowflake.ts';
import type { FileRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { ServedFile } from './components.ts';

/** A file of a request: `files[n]`. */
export interface Upload {
  /** The n of `files[n]`, by which the body's `attachments` name it. */
  readonly key: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What a body says of an attachment: one to keep, or an upload by its key. */
export interface AttachmentEntry {
  readonly id: string;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** Where the pixels stand in a PNG's header, and how many bytes that header has. */
const PNG = { signature: '89504e470d0a1a0a', width: 16, height: 20, bytes: 24 };

function sizeOfPicture(bytes: Buffer): { width: number | null; height: number | null } {
  const isPng = bytes.length >= PNG.bytes && bytes.subarray(0, 8).toString('hex') === PNG.signature;
  if (!isPng) return { width: null, height: null };
  return { width: bytes.readUInt32BE(PNG.width), height: bytes.readUInt32BE(PNG.height) };
}

/** The address of a file and what clients want to know of it. */
export function serve(world: World, file: FileRecord): ServedFile {
  const bytes = Buffer.from(file.base64, 'base64');
  const url = `${world.origin}/attachments/${file.channelId}/${file.id}/${encodeURIComponent(file.filename)}`;
  return { file, url, size: bytes.length, ...sizeOfPicture(bytes) };
}

/** Keeps an upload under an id. */
export function keepFile(world: World, channelId: Snowflake, upload: Upload, filename: string): FileRecord {
  const file = {
    id: world.newId(),
    channelId,
    filename: filename.replaceAll(/[^\w.-]/g, '_'),
    contentType: upload.contentType,
    base64: upload.bytes.toString('base64'),
  };
  world.files.set(file.id, file);
  return file;
}

export function attachmentJson(
  { file, url, size, width, height }: ServedFile,
  description?: string | null,
): APIAttachment {
  return {
    id: file.id,
    filename: file.filename,
    size,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(width === null ? {} : { width, height }),
    ...(description ? { description } : {}),
  };
}

/** Keeps all uploads of a request and writes their attachments. */
export function keepUploads(
  world: World,
  channelId: Snowflake,
  uploads: readonly Upload[],
  entries: readonly AttachmentEntry[],
): APIAttachment[] {
  return uploads.map((upload) => {
    const entry = entries.find(({ id }) => id === upload.key);
    const file = keepFile(world, channelId, upload, entry?.filename ?? upload.filename);
    return attachmentJson(serve(world, file), entry?.description);
  });
}

/** The files behind these attachments, by name. */
export function servedFiles(world: World, attachments: readonly APIAttachment[]): Map<string, ServedFile> {
  const files = attachments.map(({ id }) => world.files.get(id)).filter((file) => file !== undefined);
  return new Map(files.map((file) => [file.filename, serve(world, file)]));
}
