/** Components V2 of a message, drawn as Discord's client draws them. */
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { RenderContext } from './context.ts';
import { renderButton, renderSelect } from './controls.ts';
import { type Html, html } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { renderFile, renderGallery, renderThumbnail } from './media.ts';

function renderRow(row: APIActionRowComponent<APIComponentInMessageActionRow>, context: RenderContext): Html {
  const controls = row.components.map((control) =>
    control.type === ComponentType.Button ? renderButton(control) : renderSelect(control, context),
  );
  return html`<div class="row">${controls}</div>`;
}

function renderSection(section: APISectionComponent, context: RenderContext): Html {
  const { accessory } = section;
  const beside =
    accessory.type === ComponentType.Button ? renderButton(accessory) : renderThumbnail(accessory, context);
  const texts = section.components.map((text) => renderText(text.content, context));
  return html`<div class="section"><div class="section-texts">${texts}</div><div class="section-accessory">${beside}</div></div>`;
}

function renderText(content: string, context: RenderContext): Html {
  return html`<div class="text markup">${renderMarkdown(content, context)}</div>`;
}

function renderSeparator(separator: APISeparatorComponent): Html {
  const space = separator.spacing === SeparatorSpacingSize.Large ? 'large' : 'small';
  if (separator.divider === false) return html`<div class="gap gap-${space}" role="presentation"></div>`;
  return html`<hr class="divider divider-${space}">`;
}

/** `#rrggbb` of Discord's colour number. */
export function hexColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** The bar is a picture, not a style: the page's content security policy allows no inline styles. */
function accentBar(colour: number | null | undefined): Html | null {
  if (colour === null || colour === undefined) return null;
  return html`<svg class="accent" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="${hexColour(colour)}"/></svg>`;
}

function renderContainer(container: APIContainerComponent, context: RenderContext): Html {
  const inside = container.components.map((child) => renderComponent(child, context));
  const bar = accentBar(container.accent_color);
  if (!container.spoiler) {
    return html`<div class="container">${bar}<div class="container-inside">${inside}</div></div>`;
  }
  const cover = html`<button type="button" class="spoiler-cover" data-uncover>Spoiler</button>`;
  return html`<div class="container is-covered">${bar}${cover}<div class="container-inside">${inside}</div></div>`;
}

/** One component with all that is in it. A kind that the page does not know is named, not dropped. */
export function renderComponent(component: APIMessageTopLevelComponent, context: RenderContext): Html {
  switch (component.type) {
    case ComponentType.ActionRow:
      return renderRow(component, context);
    case ComponentType.Section:
      return renderSection(component, context);
    case ComponentType.TextDisplay:
      return renderText(component.content, context);
    case ComponentType.MediaGallery:
      return renderGallery(component, context);
    case ComponentType.File:
      return renderFile(component, context);
    case ComponentType.Separator:
      return renderSeparator(component);
    case ComponentType.Container:
      return renderContainer(component, context);
    default:
      return renderStranger(component);
  }
}

/** The types say that this never happens; Discord adds kinds of components faster than types follow. */
function renderStranger(component: never): Html {
  const { type } = component as { type: unknown };
  return html`<div class="stranger">This page does not draw components of type ${String(type)}.</div>`;
}
