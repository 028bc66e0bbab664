import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** An editor that saves one file touches the disk several times. */
const SETTLE_MS = 120;

/**
 * Calls back once after each burst of changes below `<contentDir>/packs`; gives the way to stop.
 *
 * Each folder is watched by itself: Node 20's recursive watch loses a file that an editor replaces by renaming a
 * new one over it, and then sees none of its later saves.
 */
export function watchContent(contentDir: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;
  const unfollow = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const follow = (): void => {
    const folders = new Set(foldersFrom(join(contentDir, 'packs')));
    for (const folder of watchers.keys()) if (!folders.has(folder)) unfollow(folder);
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, { persistent: false }, settle);
      // A folder that vanishes is looked for again with the next change.
      watchers.set(
        folder,
        watcher.on('error', () => unfollow(folder)),
      );
    }
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      follow();
      changed();
    }, SETTLE_MS).unref();
  };
  follow();
  return () => {
    clearTimeout(settling);
    for (const folder of [...watchers.keys()]) unfollow(folder);
  };
}

/** The folder and all below it; none where it is not there. */
function foldersFrom(top: string): string[] {
  try {
    const below = readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [top, ...below.flatMap(({ name }) => foldersFrom(join(top, name)))];
  } catch {
    return [];
  }
}
