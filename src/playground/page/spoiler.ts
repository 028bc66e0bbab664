import { target } from './dom.ts';

/** Uncovers the spoiler that was pressed, if one was. Uncovered, it is text like any other. */
export function revealSpoiler(event: Event): void {
  const cover = target(event, '[data-uncover]');
  cover?.closest('.is-covered')?.classList.remove('is-covered');
  cover?.remove();
  const spoiler = target(event, '[data-spoiler]');
  if (!spoiler || spoiler.classList.contains('is-revealed')) return;
  event.preventDefault();
  spoiler.classList.add('is-revealed');
  for (const name of ['role', 'aria-expanded', 'aria-label', 'tabindex']) spoiler.removeAttribute(name);
}
