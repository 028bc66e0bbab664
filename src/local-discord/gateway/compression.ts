/** How payloads are put on the wire: as text, or compressed when the client asks for it. */
import { constants, deflateSync } from 'node:zlib';

/** Turns one payload into what is sent. */
export type Packer = (text: string) => string | Buffer;
/** Makes the packer of a new connection. */
export type Wire = () => Packer;

export const plain: Wire = () => (text) => text;

/** `compress: true` in IDENTIFY: each payload a zlib message of its own. */
export const zlibMessage: Packer = (text) => deflateSync(text);

/** The zlib header of a stream that was made without a dictionary at the default level. */
const HEADER = Buffer.from([0x78, 0x9c]);

/**
 * `compress=zlib-stream`: one stream for the whole connection, flushed after each payload.
 * Blocks that refer to nothing before them may follow each other in one stream, so each is deflated alone.
 */
export const zlibStream: Wire = () => {
  let first = true;
  return (text) => {
    const whole = deflateSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
    const block = first ? whole : whole.subarray(HEADER.length);
    first = false;
    return block;
  };
};

/** The wire that the address asks for; other compressions are left off, as an old server would. */
export function wireFor(compress: string | null): Wire {
  return compress === 'zlib-stream' ? zlibStream : plain;
}
