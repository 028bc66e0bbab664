import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';
import { loadCurriculum } from '../src/curriculum/index.ts';
import { readPackFolders } from '../src/curriculum/load/files.ts';

export interface LoadMeasure {
  readonly bytes: number;
  /** Milliseconds of the first load of this process, which is what a start pays. */
  readonly cold: number;
  /** Milliseconds of a later load. */
  readonly warm: number;
  /** A later load against parsing the same YAML without any check: the same on a slow and on a fast machine. */
  readonly parseRatio: number;
}

export function measureLoad(contentDir: string): LoadMeasure {
  const cold = timed(() => loadCurriculum(contentDir));
  const texts = readPackFolders(contentDir).flatMap(({ pack, terms, questions }) => {
    return [...(pack ? [pack] : []), ...terms, ...questions].map(({ text }) => text);
  });
  const warm = timed(() => loadCurriculum(contentDir));
  const bare = timed(() => parseAll(texts));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { bytes, cold, warm, parseRatio: warm / bare };
}

function parseAll(texts: readonly string[]): void {
  for (const text of texts) {
    try {
      parse(text, { prettyErrors: false, logLevel: 'error' });
    } catch {
      // A file that does not parse is the loader's to report; here only the time counts.
    }
  }
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
