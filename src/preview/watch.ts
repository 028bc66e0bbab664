import { watch } from 'node:fs';
import { join } from 'node:path';

/** An editor that saves one file touches the disk several times. */
const SETTLE_MS = 120;

/** Calls back once after each burst of changes below `<contentDir>/packs`; gives the way to stop. */
export function watchContent(contentDir: string, changed: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const watcher = watch(join(contentDir, 'packs'), { recursive: true, persistent: false }, () => {
    clearTimeout(settling);
    settling = setTimeout(changed, SETTLE_MS).unref();
  });
  return () => {
    clearTimeout(settling);
    watcher.close();
  };
}
