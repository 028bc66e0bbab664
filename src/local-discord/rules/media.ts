import { ComponentType } from 'discord-api-types/v10';
import type { Component } from './bodies.ts';
import type { Placed } from './components.ts';
import type { Fault, FieldPath } from './errors.ts';

const ATTACHMENT = 'attachment:';
const SCHEMES: readonly string[] = ['http:', 'https:', ATTACHMENT];

interface Reference {
  readonly url: string;
  readonly path: FieldPath;
  readonly schemes: readonly string[];
}

function referencesOf(component: Component, path: FieldPath): Reference[] {
  const { media, file, items } = component;
  const inGallery = (items ?? []).map((item, index) => ({
    url: item.media.url,
    path: [...path, 'items', index, 'media', 'url'],
    schemes: SCHEMES,
  }));
  return [
    ...inGallery,
    ...(media ? [{ url: media.url, path: [...path, 'media', 'url'], schemes: SCHEMES }] : []),
    // A file component shows what was uploaded, never a page elsewhere.
    ...(file ? [{ url: file.url, path: [...path, 'file', 'url'], schemes: [ATTACHMENT] }] : []),
  ];
}

function links(all: readonly Placed[]): Reference[] {
  return all.flatMap(({ component, path }) => {
    if (component.type !== ComponentType.Button || !component.url) return [];
    return [{ url: component.url, path: [...path, 'url'], schemes: ['http:', 'https:', 'discord:'] }];
  });
}

function schemeFault({ url, path, schemes }: Reference): Fault | null {
  const scheme = URL.canParse(url) ? new URL(url).protocol : '';
  if (schemes.includes(scheme)) return null;
  const named = schemes.map((one) => `'${one.slice(0, -1)}'`).join(', ');
  const message = `Scheme "${scheme.slice(0, -1)}" is not supported. Scheme must be one of (${named}).`;
  return { path, code: 'URL_TYPE_INVALID_SCHEME', message };
}

/** The file that an attachment:// reference names, or null for other addresses. */
function fileName(url: string): string | null {
  return url.startsWith(`${ATTACHMENT}//`) ? url.slice(`${ATTACHMENT}//`.length) : null;
}

function missingFault({ url, path }: Reference, files: ReadonlySet<string>): Fault | null {
  const name = fileName(url);
  if (name === null || files.has(name)) return null;
  const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
  return { path, code, message: 'The referenced attachment was not found' };
}

/** How many pictures and files the components show. */
export function mediaCount(all: readonly Placed[]): number {
  return all.flatMap(({ component, path }) => referencesOf(component, path)).length;
}

/**
 * Addresses of pictures, files and link buttons.
 * @param files names of the files that go along or are kept; null when the sender's list is not known
 */
export function mediaFaults(all: readonly Placed[], files: ReadonlySet<string> | null): Fault[] {
  const references = all.flatMap(({ component, path }) => referencesOf(component, path));
  const schemes = [...references, ...links(all)].flatMap((one) => schemeFault(one) ?? []);
  const missing = files === null ? [] : references.flatMap((one) => missingFault(one, files) ?? []);
  return [...schemes, ...missing];
}
