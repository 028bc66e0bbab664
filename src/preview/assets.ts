import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const PAGE = new URL('./page/', import.meta.url);

async function bundle(entry: string): Promise<string> {
  const entryPoints = [fileURLToPath(new URL(entry, PAGE))];
  const result = await build({ entryPoints, bundle: true, write: false, format: 'esm', logLevel: 'silent' });
  return result.outputFiles[0]?.text ?? '';
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="12" fill="#3ba55d"/><path d="M11 9h18v22H11Z" fill="#fff"/></svg>';

/** The page's files by path, bundled once at start. */
export async function loadPreviewAssets(): Promise<ReadonlyMap<string, Asset>> {
  const [page, style, script] = await Promise.all([
    readFile(new URL('index.html', PAGE), 'utf8'),
    bundle('page.css'),
    bundle('page.ts'),
  ]);
  return new Map<string, Asset>([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: style }],
    ['/icon.svg', { type: 'image/svg+xml', body: ICON }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ]);
}
