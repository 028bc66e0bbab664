/** The names of the files that a message will have, for the rules on `attachment://`. */
import type { AttachmentEntry } from '../messages/files.ts';
import type { StoredMessage } from '../world/records.ts';
import type { Call } from './call.ts';

interface Listing {
  readonly attachments?: readonly AttachmentEntry[] | null;
}

function listing(body: unknown): Listing {
  const outer = (body ?? {}) as Listing & { readonly data?: Listing | null };
  return outer.data ?? outer;
}

/** Those uploaded and, of an edited message, those kept. */
export function fileNames(
  { body, uploads }: Pick<Call, 'body' | 'uploads'>,
  target?: StoredMessage,
): string[] {
  const { attachments } = listing(body);
  const entries = Array.isArray(attachments) ? (attachments as readonly AttachmentEntry[]) : null;
  const kept = (target?.attachments ?? []).filter(
    ({ id }) => !entries || entries.some((entry) => entry.id === id),
  );
  const uploaded = uploads.map(
    ({ key, filename }) => entries?.find(({ id }) => id === key)?.filename ?? filename,
  );
  return [...kept.map(({ filename }) => filename), ...uploaded];
}
