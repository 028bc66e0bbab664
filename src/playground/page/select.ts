/**
 * Selects, in messages and in modals alike: the keys of the ARIA practices' select-only combobox. What was
 * chosen is told by a bubbling `choose` event whose detail is the list of values.
 */
import { freshId } from './dom.ts';

interface Parts {
  readonly select: HTMLElement;
  readonly box: HTMLElement;
  readonly list: HTMLElement;
  readonly max: number;
  readonly min: number;
}

function partsOf(node: EventTarget | null): Parts | null {
  const select = node instanceof Element ? node.closest<HTMLElement>('[data-select]') : null;
  const box = select?.querySelector<HTMLElement>('[role="combobox"]');
  const list = select?.querySelector<HTMLElement>('[role="listbox"]');
  if (!select || !box || !list || box.getAttribute('aria-disabled') === 'true') return null;
  return { select, box, list, max: Number(select.dataset.max), min: Number(select.dataset.min) };
}

const optionsOf = ({ list }: Parts): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role="option"]'),
];
const isChosen = (option: Element): boolean => option.getAttribute('aria-selected') === 'true';
const isOpen = ({ list }: Parts): boolean => !list.hidden;

/** The values chosen in a select, in the order of its list. */
export function valuesOf(select: Element): string[] {
  const chosen = [...select.querySelectorAll<HTMLElement>('[role="option"]')].filter(isChosen);
  return chosen.map(({ dataset }) => dataset.value ?? '');
}

function activate(parts: Parts, index: number): void {
  const options = optionsOf(parts);
  for (const option of options) option.classList.remove('is-active');
  const option = options[Math.max(0, Math.min(index, options.length - 1))];
  if (!option) return;
  option.id ||= freshId('option');
  option.classList.add('is-active');
  option.scrollIntoView({ block: 'nearest' });
  parts.box.setAttribute('aria-activedescendant', option.id);
}

const activeIndex = (parts: Parts): number =>
  optionsOf(parts).findIndex((option) => option.classList.contains('is-active'));

function open(parts: Parts): void {
  parts.list.id ||= freshId('list');
  parts.list.hidden = false;
  parts.box.setAttribute('aria-controls', parts.list.id);
  parts.box.setAttribute('aria-expanded', 'true');
  parts.select.dataset.before = valuesOf(parts.select).join('\n');
  activate(parts, Math.max(0, optionsOf(parts).findIndex(isChosen)));
  parts.list.scrollIntoView({ block: 'nearest' });
}

/** Closing a list of several tells what was chosen, as Discord's client does. */
function close(parts: Parts, keep = true): void {
  if (!isOpen(parts)) return;
  parts.list.hidden = true;
  parts.box.setAttribute('aria-expanded', 'false');
  parts.box.removeAttribute('aria-activedescendant');
  const values = valuesOf(parts.select);
  const changed = values.join('\n') !== parts.select.dataset.before;
  if (!keep || !changed) {
    restore(parts);
    return;
  }
  if (values.length < parts.min) {
    restore(parts);
    return;
  }
  parts.select.dispatchEvent(new CustomEvent('choose', { bubbles: true, detail: values }));
}

function restore(parts: Parts): void {
  const before = new Set((parts.select.dataset.before ?? '').split('\n'));
  for (const option of optionsOf(parts)) mark(option, before.has(option.dataset.value ?? ''));
  showChosen(parts);
}

function mark(option: Element, chosen: boolean): void {
  option.setAttribute('aria-selected', String(chosen));
}

function showChosen(parts: Parts): void {
  const chosen = optionsOf(parts).filter(isChosen);
  const words = chosen.map((option) => option.querySelector('.option-label')?.textContent ?? '').join(', ');
  const value = parts.box.querySelector('.select-value');
  if (value) value.textContent = words || (parts.select.dataset.hint ?? '');
  parts.box.classList.toggle('is-chosen', chosen.length > 0);
}

function chooseOption(parts: Parts, option: Element | undefined): void {
  if (!option) return;
  if (parts.max > 1) {
    const full = optionsOf(parts).filter(isChosen).length >= parts.max;
    if (isChosen(option) || !full) mark(option, !isChosen(option));
    showChosen(parts);
    return;
  }
  const again = isChosen(option) && parts.min === 0;
  for (const other of optionsOf(parts)) mark(other, other === option && !again);
  // Choosing the same one again is told too: the app may have lost the first answer.
  delete parts.select.dataset.before;
  showChosen(parts);
  close(parts);
}

function typeAhead(parts: Parts, letter: string): void {
  const options = optionsOf(parts);
  const from = activeIndex(parts) + 1;
  const order = [...options.slice(from), ...options.slice(0, from)];
  const found = order.find((option) =>
    option.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()),
  );
  if (found) activate(parts, options.indexOf(found));
}

/** The keys of an open list; true when the key was one. */
function pressOpen(parts: Parts, key: string): boolean {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  const step = steps[key];
  if (step !== undefined) activate(parts, activeIndex(parts) + step);
  else if (key === 'Home') activate(parts, 0);
  else if (key === 'End') activate(parts, Number.POSITIVE_INFINITY);
  else if (key === 'Enter' || key === ' ') chooseOption(parts, optionsOf(parts)[activeIndex(parts)]);
  else if (key === 'Escape') close(parts, parts.max > 1);
  else if (key.length === 1) typeAhead(parts, key);
  else return false;
  return true;
}

function onKey(event: KeyboardEvent): void {
  const parts = partsOf(event.target);
  if (!parts || event.target !== parts.box || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isOpen(parts)) {
    if (event.key === 'Tab') {
      close(parts);
      return;
    }
    if (pressOpen(parts, event.key)) swallow(event);
  } else if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) {
    open(parts);
    swallow(event);
  }
}

/** The key has done its work: it must not also scroll, submit, or close the modal around the list. */
function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function onClick(event: MouseEvent): void {
  const parts = partsOf(event.target);
  const inside = parts?.select;
  for (const list of document.querySelectorAll('[data-select] [role="listbox"]:not([hidden])')) {
    const other = partsOf(list);
    if (other && other.select !== inside) close(other);
  }
  if (!parts || !(event.target instanceof Element)) return;
  const option = event.target.closest('[role="option"]');
  if (option) chooseOption(parts, option);
  else if (parts.box.contains(event.target)) {
    if (isOpen(parts)) close(parts);
    else open(parts);
  }
  parts.box.focus();
}

/** Makes every select of the page work, those to come included. */
export function mountSelects(): void {
  document.addEventListener('keydown', onKey, { capture: true });
  document.addEventListener('click', onClick);
  // Pressing on the list must not take the focus out of the box: that would close it before the click.
  document.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-select] [role="listbox"]'))
      event.preventDefault();
  });
  document.addEventListener('focusout', (event) => {
    const parts = partsOf(event.target);
    const next = event.relatedTarget;
    if (parts && next instanceof Node && !parts.select.contains(next)) close(parts);
  });
}
