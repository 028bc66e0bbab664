/** The list above an option's box while it is filled in. */
import type { OptionValue, WireCommand } from '../wire.ts';
import type { App } from './app.ts';
import { Asking, type Choices } from './asking.ts';
import type { PickItem, PickList } from './pick-list.ts';
import { closedChoices, type Pill, type Surroundings } from './pill.ts';

/** Where the ids of users, roles and channels come from. */
export function surroundings(app: App): Surroundings {
  return { members: app.world.members, guild: app.guild };
}

/** What the list needs from the command that is being typed. */
export interface Typing {
  /** What stands in the boxes so far. */
  typed(): Readonly<Record<string, OptionValue>>;
  /** Something was chosen. */
  goOn(): void;
}

export class Suggesting {
  readonly #app: App;
  readonly #list: PickList;
  readonly #command: WireCommand;
  readonly #typing: Typing;
  readonly #asking = new Asking();

  constructor(app: App, list: PickList, command: WireCommand, typing: Typing) {
    this.#app = app;
    this.#list = list;
    this.#command = command;
    this.#typing = typing;
  }

  /** Calls off what is being asked; true when an answer was awaited. */
  cancel(): boolean {
    return this.#asking.cancel();
  }

  /** Shows what fits the text in this box: of its own list, or after asking the app. */
  suggest(pill: Pill): void {
    this.#asking.cancel();
    if (pill.isChosen) {
      this.#list.hide();
      return;
    }
    const closed = closedChoices(pill.option, surroundings(this.#app));
    if (closed) {
      const text = pill.box.value.toLowerCase();
      const fitting = closed.filter(({ name }) => name.toLowerCase().includes(text));
      this.#offer(pill, fitting, 'Nothing on the list matches.');
    } else if (!pill.option.autocomplete) this.#offer(pill, [], pill.option.description);
    else {
      this.#asking.later(
        () => this.#ask(pill),
        (answer) => this.#answered(pill, answer),
      );
    }
  }

  async #ask(pill: Pill): Promise<Choices> {
    const answer = await this.#app.post('autocomplete', {
      as: this.#app.world.me,
      channelId: this.#app.channelId,
      command: this.#command.name,
      options: this.#typing.typed(),
      focused: pill.option.name,
    });
    return (answer as { choices: Choices }).choices;
  }

  #answered(pill: Pill, choices: Choices | null): void {
    if (document.activeElement !== pill.box) return;
    if (choices === null) this.#offer(pill, [], 'Loading options failed.');
    else this.#offer(pill, choices, 'No options match your search.');
  }

  /** The choices, or without any a line that says why. */
  #offer(pill: Pill, choices: Choices, otherwise: string): void {
    const items: PickItem[] = choices.map((choice) => ({
      label: choice.name,
      choose: () => {
        pill.choose(choice);
        this.#list.hide();
        this.#typing.goOn();
      },
    }));
    const { name, description } = pill.option;
    const title = items.length > 0 ? `${name} · ${description}` : name;
    this.#list.show(pill.box, title, items, items.length > 0 ? '' : otherwise);
  }
}
