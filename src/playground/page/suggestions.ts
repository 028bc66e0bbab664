import type { Suggestion } from '../wire.ts';
import type { App } from './app.ts';
import { byId, el } from './dom.ts';

/** How long the suggestions stay when nobody uses them. */
const STAY_MS = 60_000;

/**
 * A few commands that type themselves, for a newcomer. Each goes when used, all go after a minute, but never
 * under the pointer or the focus.
 */
export function mountSuggestions(app: App, type: (suggestion: Suggestion) => void): void {
  const root = byId('suggestions');
  if (app.world.suggestions.length === 0) return;
  const chips = app.world.suggestions.map((suggestion) => {
    const chip = el('button', { type: 'button', class: 'suggestion' }, suggestion.label);
    chip.addEventListener('click', () => {
      chip.remove();
      if (!root.querySelector('button')) root.replaceChildren();
      if (suggestion.channelId) app.open(suggestion.channelId);
      type(suggestion);
    });
    return chip;
  });
  root.replaceChildren(el('span', { class: 'suggestions-title' }, 'Try'), ...chips);
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', 'Suggestions');
  const leave = (): void => {
    if (root.matches(':hover, :focus-within')) setTimeout(leave, 5_000);
    else root.replaceChildren();
  };
  setTimeout(leave, STAY_MS);
}
