/** The bar above Discord's picture: the time, moved by hand, and what else the playground can set off. */
import type { App } from './app.ts';
import { byId, el } from './dom.ts';
import type { PageClock } from './times.ts';

const HOUR = 3_600_000;

/** The next 9:00 in the visitor's zone, strictly later than `now`. */
function nextNine(now: number): number {
  const nine = new Date(now);
  nine.setHours(9, 0, 0, 0);
  if (nine.getTime() <= now) nine.setDate(nine.getDate() + 1);
  return nine.getTime();
}

/** `2026-11-24T09:00` in the visitor's zone, as a datetime-local input wants it. */
function localInput(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}

function button(label: string, onPress: () => void, testId?: string): HTMLButtonElement {
  const made = el('button', { type: 'button', class: 'tool', 'data-testid': testId }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** Mounts the bar. Its `details` is open on wide screens and folded on narrow ones. */
export function mountTools(app: App, clock: PageClock): void {
  const time = el('time', { class: 'tools-time', 'data-testid': 'clock' });
  const result = el('p', { class: 'tools-result', role: 'status', 'data-testid': 'action-result' });
  const move = (change: Readonly<Record<string, unknown>>): void => {
    result.textContent = '';
    void app.post('clock', change).catch((error: Error) => {
      result.textContent = error.message;
    });
  };
  const exact = el('input', { type: 'datetime-local', class: 'tool-input', 'aria-label': 'Set the time to' });
  exact.addEventListener('change', () => {
    if (exact.value) move({ kind: 'set', at: new Date(exact.value).getTime() });
  });
  const clockGroup = el(
    'div',
    { role: 'group', 'aria-label': 'Clock', class: 'tools-group' },
    button('+1 hour', () => move({ kind: 'advance', ms: HOUR }), 'clock-hour'),
    button('+1 day', () => move({ kind: 'advance', ms: 24 * HOUR }), 'clock-day'),
    button('To next 9:00', () => move({ kind: 'set', at: nextNine(clock.now()) }), 'clock-nine'),
    exact,
    button('Real time', () => move({ kind: 'real' }), 'clock-real'),
  );
  const actions = el('div', { role: 'group', 'aria-label': 'Actions', class: 'tools-group' });
  for (const { id, label } of app.world.actions) actions.append(actionButton(app, id, label, result));
  const fold = el('details', { class: 'tools-fold' }, el('summary', {}, 'Tools'), clockGroup, actions);
  fold.open = matchMedia('(min-width: 800px)').matches;
  byId('tools').replaceChildren(el('span', { class: 'tools-name' }, 'Playground'), time, fold, result);
  const tick = (): void => showTime(time, clock.now(), exact);
  app.on('clock', tick);
  setInterval(tick, 1000);
  tick();
}

function showTime(time: HTMLElement, now: number, exact: HTMLInputElement): void {
  const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(now);
  if (time.textContent !== words) time.textContent = words;
  if (document.activeElement !== exact) exact.value = localInput(now);
}

function actionButton(app: App, id: string, label: string, result: HTMLElement): HTMLButtonElement {
  const made = button(
    label,
    () => {
      made.disabled = true;
      result.textContent = '';
      app
        .post('action', { id })
        .then((answer) => {
          result.textContent = (answer as { text: string }).text;
        })
        .catch((error: Error) => {
          result.textContent = error.message;
        })
        .finally(() => {
          made.disabled = false;
          made.focus();
        });
    },
    `action-${id}`,
  );
  made.classList.add('tool-action');
  return made;
}
