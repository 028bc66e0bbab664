/** The message's context menu: right click, the menu key, Shift+F10, or its ⋯ button; then Apps. */
import type { App } from './app.ts';
import { byId, el, target } from './dom.ts';
import type { MessageList } from './messages.ts';
import { showOutcome } from './press.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

const items = (): HTMLElement[] => [...byId('menu').querySelectorAll<HTMLElement>('[role="menuitem"]')];

let opener: HTMLElement | null = null;

function close(returnFocus: boolean): void {
  byId('menu').hidden = true;
  if (returnFocus) opener?.focus();
  opener = null;
}

async function run(app: App, list: MessageList, messageId: string, command: string): Promise<void> {
  close(true);
  const fail = (): void => {
    list.note('The application did not respond', 'failed');
  };
  try {
    showOutcome(app, await app.act('menu', { messageId, command }), fail);
  } catch {
    fail();
  }
}

function open(app: App, list: MessageList, message: HTMLElement, place: Place): void {
  const messageId = message.dataset.message ?? '';
  const commands = app.guild?.commands.filter(({ kind }) => kind === 'message') ?? [];
  const entries = commands.map(({ name }) => {
    const item = el('button', { type: 'button', role: 'menuitem', class: 'menu-item', tabindex: -1 }, name);
    item.addEventListener('click', () => void run(app, list, messageId, name));
    return item;
  });
  if (entries.length === 0) {
    entries.push(
      el(
        'button',
        { type: 'button', role: 'menuitem', class: 'menu-item', 'aria-disabled': 'true' },
        'No app commands here',
      ),
    );
  }
  const menu = byId('menu');
  const title = el('div', { class: 'menu-title', id: 'menu-apps' }, 'Apps');
  menu.replaceChildren(title, el('div', { role: 'group', 'aria-labelledby': 'menu-apps' }, ...entries));
  opener =
    document.activeElement instanceof HTMLElement && message.contains(document.activeElement)
      ? document.activeElement
      : message;
  menu.hidden = false;
  const { offsetWidth, offsetHeight } = menu;
  menu.style.left = `${Math.max(8, Math.min(place.x, innerWidth - offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(place.y, innerHeight - offsetHeight - 8))}px`;
  entries[0]?.focus();
}

function onMenuKey(event: KeyboardEvent): void {
  const all = items();
  const at = all.findIndex((item) => item.matches(':focus'));
  const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const move = moves[event.key];
  if (move !== undefined) all.at(move % all.length)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close(true);
  else return;
  event.preventDefault();
}

const below = (element: Element): Place => {
  const box = element.getBoundingClientRect();
  return { x: box.left, y: box.bottom };
};

/** Listens on the list of messages; links keep the browser's own menu. */
export function mountMenu(app: App, list: MessageList): void {
  const root = byId('messages');
  root.addEventListener('contextmenu', (event) => {
    const message = target(event, '[data-message]');
    if (!message || target(event, 'a[href]')) return;
    event.preventDefault();
    open(app, list, message, { x: event.clientX, y: event.clientY });
  });
  root.addEventListener('click', (event) => {
    const more = target(event, '[data-more]');
    const message = more?.closest<HTMLElement>('[data-message]');
    if (!more || !message) return;
    event.stopPropagation();
    open(app, list, message, below(more));
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    const message = target(event, '[data-message]');
    if (!message || !(event.target instanceof Element)) return;
    event.preventDefault();
    open(app, list, message, below(event.target));
  });
  byId('menu').addEventListener('keydown', onMenuKey);
  document.addEventListener('click', (event) => {
    if (!byId('menu').hidden && !target(event, '#menu')) close(false);
  });
}
