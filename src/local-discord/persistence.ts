/** The state file: read at the start, written shortly after each change, always whole. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { State } from './world/records.ts';
import type { World } from './world/world.ts';

/** Changes within this real time are written together. */
const WRITE_AFTER_MS = 200;

/** The saved state, its addresses pointing to the new origin; null when there is no file yet. */
export function loadState(file: string, origin: string): State | null {
  const text = readIfThere(file);
  if (text === null) return null;
  const { version, origin: before } = JSON.parse(text) as State;
  if (version !== 1) throw new Error(`${file} was written by another version of the local Discord`);
  return JSON.parse(text.replaceAll(`"${before}/`, `"${origin}/`)) as State;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes beside the file and renames, so that a crash leaves the old one or the new one. */
function write(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, JSON.stringify(state));
  renameSync(beside, file);
}

/** Writes after each change from now on. Returns a function that stops, writing what is left. */
export function keepState(file: string, world: World): () => void {
  let waiting: NodeJS.Timeout | null = null;
  const save = () => {
    waiting = null;
    write(file, world.save());
  };
  const stop = world.observe(() => {
    waiting ??= setTimeout(save, WRITE_AFTER_MS);
  });
  return () => {
    stop();
    if (waiting) clearTimeout(waiting);
    save();
  };
}
