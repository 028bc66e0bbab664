/** The few lines that stand in for a framework. */

type Props = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (false, null and undefined are left out, true is bare) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** The element that index.html is known to hold. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks #${id}`);
  return element;
}

/** Markup that this playground's own server drew, as elements. Template content runs no scripts. */
export function fromMarkup(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}

/** The nearest element at or above an event's target that matches, within the listener's element. */
export function target(event: Event, selector: string): HTMLElement | null {
  const { target: at } = event;
  if (!(at instanceof Element)) return null;
  const found = at.closest(selector);
  return found instanceof HTMLElement ? found : null;
}

let last = 0;
/** An id that no other element of the page has. */
export function freshId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}
