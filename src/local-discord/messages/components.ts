/** Components as the server keeps them: a tree in which each has a number of its own. */
import type { FileRecord } from '../world/records.ts';

/** Any component of a message or modal, with the fields that hold others. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly style?: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly [field: string]: unknown;
}

/** The component and all inside it, in reading order. */
export function flatten(component: Component): Component[] {
  const inside = [...(component.components ?? []), component.component, component.accessory];
  return [component, ...inside.filter((each) => each !== undefined).flatMap(flatten)];
}

/** The same tree with every component changed, the innermost first. */
export function mapComponents(
  components: readonly Component[],
  change: (component: Component) => Component,
): Component[] {
  return components.map((component) => {
    const { components: children, component: child, accessory } = component;
    return change({
      ...component,
      ...(children ? { components: mapComponents(children, change) } : {}),
      ...(child ? { component: mapComponents([child], change)[0] } : {}),
      ...(accessory ? { accessory: mapComponents([accessory], change)[0] } : {}),
    });
  });
}

/** Numbers the components that have none (or 0) from 1 upwards, past those that are taken. */
export function withIds(components: readonly Component[]): Component[] {
  const taken = new Set(components.flatMap(flatten).map(({ id }) => id ?? 0));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  return mapComponents(components, (component) => (component.id ? component : { ...component, id: next() }));
}

/** The first component with this custom ID. */
export function findByCustomId(components: readonly Component[], customId: string): Component | undefined {
  return components.flatMap(flatten).find(({ custom_id }) => custom_id === customId);
}

/** All text that text displays show. */
export function textOf(components: readonly Component[]): string {
  const texts = components.flatMap(flatten).map(({ content }) => content);
  return texts.filter((text) => typeof text === 'string').join('\n');
}

/** A file with the address under which it is served. */
export interface ServedFile {
  readonly file: FileRecord;
  readonly url: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

interface Media {
  readonly url: string;
}

/** `attachment://name` becomes what clients show: an address, with what is known of the file. */
function unfurl(media: Media, files: ReadonlyMap<string, ServedFile>) {
  const served = files.get(media.url.replace('attachment://', ''));
  if (!served) return { ...media, proxy_url: media.url };
  const { file, url, width, height } = served;
  return { url, proxy_url: url, width, height, content_type: file.contentType, attachment_id: file.id };
}

/** Points the media of thumbnails, galleries and files to the uploaded files. */
export function withMedia(
  components: readonly Component[],
  files: ReadonlyMap<string, ServedFile>,
): Component[] {
  return mapComponents(components, (component) => {
    const { media, items, file } = component;
    const named = file ? files.get((file as Media).url.replace('attachment://', '')) : undefined;
    return {
      ...component,
      ...(media ? { media: unfurl(media as Media, files) } : {}),
      ...(file ? { file: unfurl(file as Media, files) } : {}),
      ...(named ? { name: named.file.filename, size: named.size } : {}),
      ...(items
        ? {
            items: (items as { media: Media }[]).map((item) => ({
              ...item,
              media: unfurl(item.media, files),
            })),
          }
        : {}),
    };
  });
}
