import type { APIEmbed } from 'discord-api-types/v10';
import { hexColour } from './components.ts';
import type { RenderContext } from './context.ts';
import { type Html, html, webAddress } from './html.ts';
import { renderMarkdown } from './markdown.ts';

function renderTitle(embed: APIEmbed, context: RenderContext): Html | null {
  if (!embed.title) return null;
  const address = webAddress(embed.url);
  const words = renderMarkdown(embed.title, context);
  if (address === null) return html`<div class="embed-title">${words}</div>`;
  return html`<div class="embed-title"><a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a></div>`;
}

/** An embed in short: colour, author, title, description, fields and footer; its pictures are left out. */
export function renderEmbed(embed: APIEmbed, context: RenderContext): Html {
  const fields = (embed.fields ?? []).map(
    (field) =>
      html`<div class="embed-field${field.inline ? ' is-inline' : ''}"><div class="embed-name">${renderMarkdown(field.name, context)}</div><div>${renderMarkdown(field.value, context)}</div></div>`,
  );
  const bar = html`<svg class="accent" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="${hexColour(embed.color ?? 0x4e5058)}"/></svg>`;
  return html`<div class="embed">${bar}<div class="embed-inside markup">${embed.author ? html`<div class="embed-author">${embed.author.name}</div>` : null}${renderTitle(embed, context)}${embed.description ? html`<div>${renderMarkdown(embed.description, context)}</div>` : null}${fields.length > 0 ? html`<div class="embed-fields">${fields}</div>` : null}${embed.footer ? html`<div class="embed-footer">${embed.footer.text}</div>` : null}</div></div>`;
}
