/** Markup that is safe to put into a page. Only `html` and `trusted` make it, so JSON can never pose as it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes for text and for quoted attribute values alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return '';
}

/**
 * A template whose every value is escaped unless it is `Html` itself. Lists are joined; null, undefined and
 * false vanish. Attribute values must stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((out, part, index) => out + markupOf(values[index - 1]) + part));
}

/** Marks markup as safe. For the output of the Markdown library, which escapes by itself. */
export const trusted = (markup: string): Html => new Html(markup);

/** `name="value"` with a leading space, or nothing when there is no value; `true` gives the bare name. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === null || value === undefined || value === false) return new Html('');
  if (value === true) return new Html(` ${name}`);
  return html`${trusted(` ${name}`)}="${String(value)}"`;
}

/** The address when it is http or https, else null: no `javascript:`, no `data:`, no relative path. */
export function webAddress(address: string | null | undefined): string | null {
  if (!address) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
