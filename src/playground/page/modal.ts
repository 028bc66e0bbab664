import type { WireOutcome } from '../wire.ts';
import type { App } from './app.ts';
import { byId, fromMarkup } from './dom.ts';
import { valuesOf } from './select.ts';

type Shown = Extract<WireOutcome, { kind: 'modal' }>;
type Answer = string | string[];

function checkedIn(field: Element): string[] {
  return [...field.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
}

/** What stands in a field, in the shape that its kind of component answers with. */
function answerOf(field: HTMLElement): Answer {
  switch (field.dataset.choices) {
    case 'select': {
      const select = field.querySelector('[data-select]');
      return select ? valuesOf(select) : [];
    }
    case 'one':
    case 'many':
      return checkedIn(field);
    case 'yes':
      return String(field instanceof HTMLInputElement && field.checked);
    default:
      return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
  }
}

function countProblem(count: number, min: number, max: number): string | null {
  if (count < min) return min === 1 ? 'This field is required.' : `Choose at least ${min}.`;
  return count > max ? `Choose at most ${max}.` : null;
}

/** Why a field cannot be sent as it is, or null. */
function problemOf(field: HTMLElement): string | null {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { value, minLength, maxLength, required } = field;
    if (required && value.trim() === '') return 'This field is required.';
    if (value !== '' && minLength > 0 && value.length < minLength)
      return `Must be at least ${minLength} characters.`;
    return maxLength >= 0 && value.length > maxLength ? `Must be at most ${maxLength} characters.` : null;
  }
  const select = field.querySelector<HTMLElement>('[data-select]');
  const { min, max } = (select ?? field).dataset;
  return countProblem(answerOf(field).length, Number(min ?? 0), Number(max ?? 25));
}

const fieldsOf = (form: Element): HTMLElement[] => [...form.querySelectorAll<HTMLElement>('[data-field]')];

/** Writes each field's problem below it and goes to the first; true when there is none. */
function check(form: HTMLElement): boolean {
  let first: HTMLElement | null = null;
  for (const field of fieldsOf(form)) {
    const problem = problemOf(field);
    const line = field.closest('.field')?.querySelector<HTMLElement>('.field-error');
    if (line) {
      line.textContent = problem;
      line.hidden = problem === null;
    }
    field.toggleAttribute('data-invalid', problem !== null);
    if (problem !== null) first ??= field;
  }
  const focusable = first?.matches('input, textarea')
    ? first
    : first?.querySelector<HTMLElement>('input, [tabindex="0"]');
  focusable?.focus();
  return first === null;
}

async function submit(app: App, dialog: HTMLDialogElement, form: HTMLFormElement, modalId: string) {
  if (!check(form)) return;
  const values = Object.fromEntries(
    fieldsOf(form).map((field) => [field.dataset.field ?? '', answerOf(field)]),
  );
  const send = form.querySelector<HTMLButtonElement>('[type="submit"]');
  const line = form.querySelector<HTMLElement>('.modal-error');
  const fail = (): void => {
    if (!line) return;
    line.textContent = 'Something went wrong. Try again.';
    line.hidden = false;
  };
  if (send) send.disabled = true;
  try {
    const outcome = await app.act('submit', { modalId, values });
    if (outcome.kind === 'failed') fail();
    else dialog.close();
  } catch {
    fail();
  } finally {
    if (send) send.disabled = false;
  }
}

/** Opens the modal that an app answered with. The dialog element itself keeps the focus inside it. */
export function openModal(app: App, shown: Shown): void {
  const dialog = byId('modal');
  if (!(dialog instanceof HTMLDialogElement)) return;
  dialog.replaceChildren(fromMarkup(shown.html));
  const form = dialog.querySelector('form');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(app, dialog, form, shown.modalId);
  });
  for (const button of form.querySelectorAll('[data-cancel]')) {
    button.addEventListener('click', () => dialog.close());
  }
  dialog.showModal();
  form
    .querySelector<HTMLElement>('.modal-parts input, .modal-parts textarea, .modal-parts [tabindex="0"]')
    ?.focus();
}
