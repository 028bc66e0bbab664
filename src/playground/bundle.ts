import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A file that the page is made of. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** What a page in its folder is made of: `index.html`, `page.css`, a script and an icon. */
export interface PageSource {
  /** The folder, ending in a slash. */
  readonly folder: URL;
  /** The script's file in it. */
  readonly script: string;
  /** Markup of an SVG. */
  readonly icon: string;
}

/** The page's files by path, bundled once at start: nothing is written to disk. */
export async function bundlePage({ folder, script, icon }: PageSource): Promise<ReadonlyMap<string, Asset>> {
  const [page, style, code] = await Promise.all([
    readFile(new URL('index.html', folder), 'utf8'),
    bundle(new URL('page.css', folder)),
    bundle(new URL(script, folder)),
  ]);
  return new Map<string, Asset>([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: style }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: code }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon }],
  ]);
}

async function bundle(entry: URL): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="12" fill="#5865f2"/><path d="M11 12h18v11a4 4 0 0 1-4 4h-5l-5 5v-5a4 4 0 0 1-4-4Z" fill="#fff"/></svg>';

/** The playground's own page. */
export function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  return bundlePage({ folder: new URL('./page/', import.meta.url), script: 'main.ts', icon: ICON });
}
