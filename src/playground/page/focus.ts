/** The controls of a message, in the order in which Tab reaches them. */
function controlsOf(root: ParentNode): HTMLElement[] {
  return [
    ...root.querySelectorAll<HTMLElement>('[data-press]:not(:disabled), [data-select] [role="combobox"]'),
  ];
}

function nameOf(control: Element): string | undefined {
  const select = control.closest<HTMLElement>('[data-select]');
  return control instanceof HTMLElement ? (control.dataset.press ?? select?.dataset.select) : undefined;
}

/**
 * Redraws a message without losing the keyboard's place: on the same control when it is still there, else on
 * the one thing that most people do next, else on the message itself.
 */
export function keepFocus(item: HTMLElement, redraw: () => void): void {
  const { activeElement } = document;
  const held = activeElement !== null && item.contains(activeElement);
  const name = held ? nameOf(activeElement) : undefined;
  redraw();
  if (!held) return;
  const controls = controlsOf(item);
  const next =
    controls.find((control) => name !== undefined && nameOf(control) === name) ??
    controls.find((control) => control.classList.contains('button-primary')) ??
    controls[0] ??
    item.querySelector<HTMLElement>('.message');
  next?.focus({ preventScroll: true });
}
