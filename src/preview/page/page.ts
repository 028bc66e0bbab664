/** The preview's page: a list to filter, one entry's cards beside its findings, both new after every save. */
import type { CardView, EntryLine, EntryView, FindingView } from '../wire.ts';

function part<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const list = part('#list', HTMLOListElement);
const filter = part('#filter', HTMLInputElement);
const only = part('#only', HTMLInputElement);
const count = part('#count', HTMLParagraphElement);
const entry = part('#entry', HTMLElement);

let lines: readonly EntryLine[] = [];

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** The key of the entry shown, kept in the address so that a reload stays there. */
function chosen(): string {
  return decodeURIComponent(location.hash.slice(1));
}

function matches(line: EntryLine, words: readonly string[]): boolean {
  if (only.checked && line.errors + line.warnings === 0) return false;
  const text = `${line.key} ${line.title} ${line.place}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function drawList(): void {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = lines.filter((line) => matches(line, words));
  list.replaceChildren(...shown.map((line) => element('li', '', lineButton(line))));
  const flawed = lines.filter(({ errors, warnings }) => errors + warnings > 0).length;
  count.textContent = `${shown.length} of ${lines.length} entries, ${flawed} with findings`;
}

function lineButton(line: EntryLine): HTMLButtonElement {
  const button = element(
    'button',
    'line',
    element('span', 'line-title', line.title),
    element('span', `marks${line.errors > 0 ? ' has-errors' : ''}`, marksOf(line)),
    element('span', 'line-id', line.key),
  );
  button.type = 'button';
  button.dataset.key = line.key;
  button.setAttribute('aria-current', String(line.key === chosen()));
  return button;
}

function marksOf({ errors, warnings }: EntryLine): string {
  const parts = [errors > 0 ? `✖ ${errors}` : '', warnings > 0 ? `⚠ ${warnings}` : ''];
  return parts.filter(Boolean).join(' ');
}

async function fetchJson<T>(path: string): Promise<T | null> {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as T) : null;
}

async function refreshList(): Promise<void> {
  lines = (await fetchJson<EntryLine[]>('/api/entries')) ?? [];
  drawList();
}

async function drawEntry(): Promise<void> {
  const key = chosen();
  if (key === '') return;
  const view = await fetchJson<EntryView>(`/api/entry?key=${encodeURIComponent(key)}`);
  if (key !== chosen()) return;
  for (const button of list.querySelectorAll('button'))
    button.setAttribute('aria-current', String(button.dataset.key === key));
  if (view) entry.replaceChildren(...entryParts(view));
  else entry.replaceChildren(element('p', 'empty', `${key} is not there; its file may not be readable.`));
}

function entryParts({ line, findings, cards, note }: EntryView): Node[] {
  const id = element('h1', '', line.key.replace(/^\w+:/, ''));
  return [
    id,
    element('p', 'where', line.place),
    element('ul', 'findings', ...findings.map(findingItem)),
    ...(note === null ? [] : [element('p', 'empty', note)]),
    element('div', 'cards', ...cards.map(cardSection)),
  ];
}

function findingItem({ level, rule, place, message, advice }: FindingView): HTMLLIElement {
  const sign = level === 'error' ? '✖ error' : '⚠ warning';
  return element(
    'li',
    `finding is-${level}`,
    element('strong', '', `${sign} ${rule}`),
    element('div', '', message),
    element('div', '', `→ ${advice}`),
    element('div', 'where', place),
  );
}

function cardSection({ label, characters, most, html }: CardView): HTMLElement {
  const shown = element('div', '');
  // The server's renderer escaped every text in it.
  shown.innerHTML = html;
  const size = element('span', 'size', `${characters} of ${most} characters`);
  return element('section', 'card', element('div', 'card-head', element('h2', '', label), size), shown);
}

function follow(): void {
  const source = new EventSource('/api/stream');
  const refresh = () => void refreshList().then(drawEntry);
  source.addEventListener('message', refresh);
  source.addEventListener('error', () => document.body.classList.add('is-offline'));
  source.addEventListener('open', () => {
    document.body.classList.remove('is-offline');
    refresh();
  });
}

filter.addEventListener('input', drawList);
only.addEventListener('change', drawList);
list.addEventListener('click', ({ target }) => {
  const key = target instanceof Element ? target.closest('button')?.dataset.key : undefined;
  if (key !== undefined) location.hash = encodeURIComponent(key);
});
addEventListener('hashchange', () => {
  void drawEntry().then(() => {
    entry.scrollTop = 0;
    if (matchMedia('(max-width: 760px)').matches) entry.scrollIntoView();
  });
});
follow();
