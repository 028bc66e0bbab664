/** One option of a command being typed: a name and a box, and what its text means. */
import type { OptionValue, WireChoice, WireGuild, WireMember, WireOption } from '../wire.ts';
import { el, freshId } from './dom.ts';

/** Discord's numbers for the kinds of options. */
const KIND = { integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11 };

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: OptionValue }
  | { readonly kind: 'wrong'; readonly why: string };

/** Where users, roles and channels come from. */
export interface Surroundings {
  readonly members: readonly WireMember[];
  readonly guild: WireGuild | undefined;
}

type Choice = { readonly name: string; readonly value: OptionValue };

/** The closed list that an option's value comes from; null when anything may be typed. */
export function closedChoices(option: WireOption, around: Surroundings): readonly Choice[] | null {
  if (option.choices.length > 0) return option.choices;
  const users = around.members.map(({ id, name }) => ({ name: `@${name}`, value: id }));
  const roles = (around.guild?.roles ?? []).map(({ id, name }) => ({ name: `@${name}`, value: id }));
  switch (option.type) {
    case KIND.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case KIND.user:
      return users;
    case KIND.role:
      return roles;
    case KIND.mentionable:
      return [...users, ...roles];
    case KIND.channel:
      return (around.guild?.channels ?? []).map(({ id, name }) => ({ name: `#${name}`, value: id }));
    default:
      return null;
  }
}

/** A typed number, within the option's bounds. */
function readNumber(text: string, option: WireOption): Reading {
  const value = Number(text);
  const whole = option.type === KIND.integer;
  if (!Number.isFinite(value)) return { kind: 'wrong', why: 'Type a number.' };
  if (whole && !Number.isInteger(value)) return { kind: 'wrong', why: 'Type a whole number.' };
  if (option.min !== null && value < option.min) return { kind: 'wrong', why: `At least ${option.min}.` };
  if (option.max !== null && value > option.max) return { kind: 'wrong', why: `At most ${option.max}.` };
  return { kind: 'value', value };
}

export class Pill {
  readonly option: WireOption;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  #chosen: Choice | null = null;

  constructor(option: WireOption) {
    this.option = option;
    const id = freshId('option-box');
    this.box = el('input', {
      id,
      class: 'pill-box',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      size: 4,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-label': `${option.name}: ${option.description}`,
      'aria-required': option.required && 'true',
      'data-option': option.name,
    });
    this.element = el(
      'span',
      { class: 'pill' },
      el('label', { class: 'pill-name', for: id }, option.name),
      this.box,
    );
    this.box.addEventListener('input', () => this.#typed());
  }

  /** Takes a choice from a list: its name is shown, its value is sent. */
  choose(choice: Choice | WireChoice): void {
    this.box.value = choice.name;
    this.#fit();
    this.#chosen = choice;
  }

  get isChosen(): boolean {
    return this.#chosen !== null;
  }

  /** What would be sent. An option with a closed list accepts only what is on it. */
  read(around: Surroundings): Reading {
    const text = this.box.value.trim();
    if (text === '') return { kind: 'empty' };
    if (this.#chosen?.name === this.box.value) return { kind: 'value', value: this.#chosen.value };
    const closed = closedChoices(this.option, around);
    if (closed) {
      const found = closed.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      return found
        ? { kind: 'value', value: found.value }
        : { kind: 'wrong', why: 'Choose one from the list.' };
    }
    if (this.option.type === KIND.integer || this.option.type === KIND.number)
      return readNumber(text, this.option);
    if (this.option.type === KIND.file)
      return { kind: 'wrong', why: 'The local Discord carries no uploads.' };
    return { kind: 'value', value: text };
  }

  complain(why: string | null): void {
    this.element.classList.toggle('is-wrong', why !== null);
    this.box.toggleAttribute('aria-invalid', why !== null);
  }

  #typed(): void {
    this.#chosen = null;
    this.complain(null);
    this.#fit();
  }

  /** The box grows with its text, within the pill's width. */
  #fit(): void {
    this.box.size = Math.min(40, Math.max(4, this.box.value.length + 1));
  }
}
