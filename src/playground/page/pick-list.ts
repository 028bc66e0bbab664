/** The list above the message box: commands, or the choices of an option. The box keeps the focus. */
import { byId, el, freshId } from './dom.ts';

export interface PickItem {
  readonly label: string;
  readonly description?: string;
  /** Shown at the right edge: the app that a command belongs to. */
  readonly aside?: string;
  choose(): void;
}

export class PickList {
  readonly #popup: HTMLElement;
  #box: HTMLElement | null = null;
  #items: readonly PickItem[] = [];
  #active = -1;

  constructor(popup: HTMLElement) {
    this.#popup = popup;
    // Pressing on the list must not take the focus out of the box.
    popup.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen(): boolean {
    return !this.#popup.hidden && this.#items.length > 0;
  }

  /** Shows a title and the items, the first one active; with no items, the title and `otherwise` alone. */
  show(box: HTMLElement, title: string, items: readonly PickItem[], otherwise = ''): void {
    this.hide();
    this.#box = box;
    this.#items = items;
    const list = el('ul', {
      role: 'listbox',
      id: freshId('picks'),
      'aria-label': title,
      'data-testid': 'picker',
    });
    list.append(...items.map((item, index) => this.#line(item, index)));
    this.#popup.replaceChildren(el('p', { class: 'picker-title' }, title), list);
    if (otherwise !== '') this.#popup.append(el('p', { class: 'picker-note' }, otherwise));
    this.#popup.hidden = title === '' && items.length === 0 && otherwise === '';
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', String(items.length > 0));
    this.#activate(items.length > 0 ? 0 : -1);
  }

  hide(): void {
    this.#popup.hidden = true;
    this.#box?.setAttribute('aria-expanded', 'false');
    this.#box?.removeAttribute('aria-activedescendant');
    this.#items = [];
    this.#active = -1;
  }

  /** Up, Down, Enter, Tab and Escape while the list is open; true when the key is used up. */
  press(key: string): boolean {
    if (!this.isOpen) return false;
    const count = this.#items.length;
    if (key === 'ArrowDown') this.#activate((this.#active + 1) % count);
    else if (key === 'ArrowUp') this.#activate((this.#active - 1 + count) % count);
    else if (key === 'Enter' || key === 'Tab') this.#items[this.#active]?.choose();
    else if (key === 'Escape') this.hide();
    else return false;
    return true;
  }

  #line(item: PickItem, index: number): HTMLElement {
    const line = el(
      'li',
      { role: 'option', id: freshId('pick'), class: 'pick', 'aria-selected': 'false' },
      el('span', { class: 'pick-label' }, item.label),
    );
    if (item.description) line.append(el('span', { class: 'pick-description' }, item.description));
    if (item.aside) line.append(el('span', { class: 'pick-aside' }, item.aside));
    line.addEventListener('click', () => item.choose());
    line.addEventListener('mousemove', () => this.#activate(index));
    return line;
  }

  #activate(index: number): void {
    const lines = [...this.#popup.querySelectorAll<HTMLElement>('[role="option"]')];
    for (const [at, line] of lines.entries()) line.setAttribute('aria-selected', String(at === index));
    this.#active = index;
    const line = lines[index];
    if (!line) return;
    this.#box?.setAttribute('aria-activedescendant', line.id);
    line.scrollIntoView({ block: 'nearest' });
  }
}

/** The popup element, which the composer places above its box. */
export const pickerElement = (): HTMLElement => byId('picker');
