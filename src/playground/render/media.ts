/** Pictures and files. The page's server decides which addresses may be fetched (`RenderContext.fileUrl`). */
import type {
  APIAttachment,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import type { RenderContext } from './context.ts';
import { attribute, type Html, html } from './html.ts';
import { icon } from './icons.ts';

interface Picture {
  readonly address: string;
  readonly alt: string | null | undefined;
  readonly spoiler?: boolean | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

function renderPicture(picture: Picture, context: RenderContext, shape: string): Html {
  const source = context.fileUrl(picture.address);
  const alt = picture.alt || 'Image without a description';
  if (source === null) {
    return html`<span class="picture-missing ${shape}" role="img" aria-label="${alt}">${alt}</span>`;
  }
  const size = html`${attribute('width', picture.width)}${attribute('height', picture.height)}`;
  const image = html`<img src="${source}" alt="${alt}"${attribute('title', picture.alt)}${size} loading="lazy">`;
  if (picture.spoiler) {
    return html`<span class="picture spoiler ${shape}" role="button" tabindex="0" aria-expanded="false" aria-label="Spoiler" data-spoiler><span class="spoiler-text">${image}</span></span>`;
  }
  return html`<a class="picture ${shape}" href="${source}" target="_blank" rel="noopener noreferrer">${image}</a>`;
}

/** The picture beside a section's text. */
export function renderThumbnail(thumbnail: APIThumbnailComponent, context: RenderContext): Html {
  const { media, description, spoiler } = thumbnail;
  return renderPicture({ address: media.url, alt: description, spoiler }, context, 'thumbnail');
}

/** One to ten pictures: one stands whole, more share a grid. */
export function renderGallery(gallery: APIMediaGalleryComponent, context: RenderContext): Html {
  const pictures = gallery.items.map(({ media, description, spoiler }) =>
    renderPicture(
      { address: media.url, alt: description, spoiler, width: media.width, height: media.height },
      context,
      'tile',
    ),
  );
  return html`<div class="gallery gallery-${pictures.length === 1 ? 'one' : 'many'}">${pictures}</div>`;
}

const SIZES = ['bytes', 'KB', 'MB', 'GB'] as const;

/** "1.21 KB": powers of 1024, two decimals beyond bytes, as Discord shows it. */
export function fileSize(bytes: number): string {
  let step = 0;
  let amount = bytes;
  while (amount >= 1024 && step < SIZES.length - 1) {
    amount /= 1024;
    step += 1;
  }
  return `${step === 0 ? amount : amount.toFixed(2)} ${SIZES[step] ?? 'GB'}`;
}

function renderFileBox(name: string, size: number | undefined, source: string | null): Html {
  const title =
    source === null
      ? html`<span>${name}</span>`
      : html`<a href="${source}" download="${name}" target="_blank" rel="noopener noreferrer">${name}</a>`;
  return html`<div class="file">${icon('file')}<div class="file-words">${title}${size === undefined ? null : html`<span class="file-size">${fileSize(size)}</span>`}</div></div>`;
}

/** The last part of an address's path. */
function nameIn(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1) || 'file';
}

/** A file shown inside the message. */
export function renderFile(component: APIFileComponent, context: RenderContext): Html {
  const { url } = component.file;
  return renderFileBox(component.name ?? nameIn(url), component.size, context.fileUrl(url));
}

/** An attachment of a message without Components V2: a picture, or a box with its name. */
export function renderAttachment(attachment: APIAttachment, context: RenderContext): Html {
  if (attachment.content_type?.startsWith('image/')) {
    const { url, description, width, height } = attachment;
    return html`<div class="gallery gallery-one">${renderPicture({ address: url, alt: description, width, height }, context, 'tile')}</div>`;
  }
  return renderFileBox(attachment.filename, attachment.size, context.fileUrl(attachment.url));
}
