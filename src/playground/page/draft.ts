/** A command being typed: its name and its options as pills. */
import type { OptionValue, WireCommand, WireOption } from '../wire.ts';
import type { App } from './app.ts';
import { byId, el } from './dom.ts';
import type { PickList } from './pick-list.ts';
import { closedChoices, Pill } from './pill.ts';
import { Suggesting, surroundings } from './suggesting.ts';

/** What the composer is told by its draft. */
export interface DraftEvents {
  send(command: WireCommand, options: Readonly<Record<string, OptionValue>>): void;
  /** Given up: the composer shows its plain box again, with this text in it. */
  drop(text: string): void;
}

export class Draft {
  readonly command: WireCommand;
  readonly element: HTMLElement;
  readonly #app: App;
  readonly #list: PickList;
  readonly #events: DraftEvents;
  readonly #pills: Pill[] = [];
  readonly #extras = el('span', { class: 'extras' });
  readonly #suggesting: Suggesting;

  constructor(app: App, list: PickList, command: WireCommand, events: DraftEvents) {
    this.#app = app;
    this.#list = list;
    this.#events = events;
    this.command = command;
    this.#suggesting = new Suggesting(app, list, command, {
      typed: () => this.#typed(),
      goOn: () => this.#goOn(),
    });
    const name = el(
      'button',
      { type: 'button', class: 'chip', 'aria-label': `/${command.name}: press to give up` },
      `/${command.name}`,
    );
    name.addEventListener('click', () => events.drop(''));
    this.element = el(
      'div',
      { class: 'draft', role: 'group', 'aria-label': `Command ${command.name}`, 'data-testid': 'draft' },
      name,
      this.#extras,
    );
    this.element.addEventListener('keydown', (event) => this.#key(event));
    for (const option of command.options) if (option.required) this.#add(option);
    this.#drawExtras();
  }

  /** Fills options in, as a suggestion does. */
  fill(options: Readonly<Record<string, OptionValue>>): void {
    for (const [name, value] of Object.entries(options)) {
      const option = this.command.options.find((each) => each.name === name);
      if (!option) continue;
      const pill = this.#pills.find((each) => each.option === option) ?? this.#add(option);
      const known = closedChoices(option, surroundings(this.#app))?.find((choice) => choice.value === value);
      pill.choose(known ?? { name: String(value), value });
    }
    this.#drawExtras();
  }

  /** To the first box that still wants something, else to the last one, else to the button that sends. */
  focus(): void {
    const empty = this.#pills.find((pill) => pill.option.required && pill.box.value === '');
    const pill = empty ?? this.#pills.at(-1);
    if (!pill) {
      byId('send').focus();
      return;
    }
    pill.box.focus();
    pill.box.setSelectionRange(pill.box.value.length, pill.box.value.length);
  }

  /** Sends when all options read well; else goes to the first that does not and says why. */
  submit(): void {
    const options: Record<string, OptionValue> = {};
    for (const pill of this.#pills) {
      const reading = pill.read(surroundings(this.#app));
      if (reading.kind === 'value') options[pill.option.name] = reading.value;
      else if (reading.kind === 'wrong') {
        this.#complain(pill, reading.why);
        return;
      } else if (pill.option.required) {
        this.#complain(pill, 'This option is required. Specify a value.');
        return;
      }
    }
    this.#list.hide();
    this.#events.send(this.command, options);
  }

  #complain(pill: Pill, why: string): void {
    pill.box.focus();
    pill.complain(why);
    this.#list.show(pill.box, pill.option.name, [], why);
    this.#app.announce(`${pill.option.name}: ${why}`);
  }

  #add(option: WireOption): Pill {
    const pill = new Pill(option);
    this.#pills.push(pill);
    this.element.insertBefore(pill.element, this.#extras);
    pill.box.addEventListener('focus', () => this.#suggesting.suggest(pill));
    pill.box.addEventListener('input', () => this.#suggesting.suggest(pill));
    pill.box.addEventListener('blur', () => this.#list.hide());
    return pill;
  }

  #remove(pill: Pill): void {
    const at = this.#pills.indexOf(pill);
    this.#pills.splice(at, 1);
    pill.element.remove();
    this.#drawExtras();
    const near = this.#pills[at - 1] ?? this.#pills[at];
    if (near) near.box.focus();
    else this.element.querySelector<HTMLElement>('.extra')?.focus();
  }

  /** The options not in use yet, one button each. */
  #drawExtras(): void {
    const used = new Set(this.#pills.map(({ option }) => option));
    const buttons = this.command.options
      .filter((option) => !used.has(option))
      .map((option) => {
        const label = `Add the option ${option.name}: ${option.description}`;
        const made = el(
          'button',
          { type: 'button', class: 'extra', 'aria-label': label, title: option.description },
          `+ ${option.name}`,
        );
        made.addEventListener('click', () => {
          const pill = this.#add(option);
          this.#drawExtras();
          pill.box.focus();
        });
        return made;
      });
    this.#extras.replaceChildren(...buttons);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const pill = this.#pills.find(({ box }) => box === event.target);
    if (pill && !event.shiftKey && this.#list.press(event.key)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      // Suggestions on their way are called off first; only then the command is given up.
      if (this.#suggesting.cancel()) return;
      this.#events.drop('');
      return;
    }
    if (!pill) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Backspace' && pill.box.value === '') {
      event.preventDefault();
      if (pill.option.required) this.#events.drop(`/${this.command.name}`);
      else this.#remove(pill);
    }
  }

  /** What is typed so far; the focused box always counts, even when empty, as Discord sends it. */
  #typed(): Readonly<Record<string, OptionValue>> {
    const options: Record<string, OptionValue> = {};
    for (const pill of this.#pills) {
      const reading = pill.read(surroundings(this.#app));
      if (reading.kind === 'value') options[pill.option.name] = reading.value;
      else if (document.activeElement === pill.box) options[pill.option.name] = pill.box.value;
    }
    return options;
  }

  /** After a choice: on to the next box that must be filled in. */
  #goOn(): void {
    this.#pills.find(({ option, box }) => option.required && box.value === '')?.box.focus();
  }
}
