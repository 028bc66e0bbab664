import { type Asset, bundlePage } from '../playground/index.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="12" fill="#3ba55d"/><path d="M11 9h18v22H11Z" fill="#fff"/></svg>';

/** The preview's page, by path. */
export function loadPreviewAssets(): Promise<ReadonlyMap<string, Asset>> {
  return bundlePage({ folder: new URL('./page/', import.meta.url), script: 'page.ts', icon: ICON });
}
