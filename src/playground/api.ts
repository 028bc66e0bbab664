/** What the page's deeds do to the local Discord. */
import type { LocalDiscord, Outcome, Person, ShownModal } from '../local-discord/index.ts';
import type { DeedBody, DeedName } from './deeds.ts';
import type { Directory } from './directory.ts';
import { renderModal } from './render/modal.ts';
import type { WireOutcome } from './wire.ts';

/** Something beside Discord that the page can set off, such as posting the day's question now. */
export interface PlaygroundAction {
  /** Letters, digits and dashes; the page's test handle is made of it. */
  readonly id: string;
  readonly label: string;
  /** Does it and resolves to a sentence about what came of it. */
  run(): Promise<string>;
}

/** What the page asked for is not there (any more) or not allowed. The page shows the message as it is. */
export class Refusal extends Error {}

/** What a member cannot do in Discord's client is thrown by the local Discord in words fit for the page. */
async function refusable<T>(deed: () => T | Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : 'this is not possible', { cause: error });
  }
}

/** Modals that are open in some page; the oldest are forgotten first. */
const OPEN_MODALS = 200;

type ModalJson = Parameters<typeof renderModal>[0];

interface OpenModal {
  readonly person: Person;
  readonly modal: ShownModal;
}

export interface ApiParts {
  readonly discord: LocalDiscord;
  readonly directory: Directory;
  readonly people: readonly Person[];
  readonly applicationName: string;
  readonly actions: readonly PlaygroundAction[];
}

type Handlers = { readonly [N in DeedName]: (body: DeedBody<N>) => Promise<unknown> };

export class Api {
  readonly #parts: ApiParts;
  readonly #modals = new Map<string, OpenModal>();
  readonly #handlers: Handlers = {
    say: async ({ as, channelId, content }) => {
      await refusable(() => this.person(as).say(channelId, content));
      return { kind: 'done' };
    },
    command: ({ as, channelId, command, options }) =>
      this.#told(as, (person) => person.command(channelId, command, options)),
    autocomplete: async ({ as, channelId, command, options, focused }) => ({
      choices: await refusable(() => this.person(as).autocomplete(channelId, command, options, focused)),
    }),
    press: ({ as, messageId, customId }) => this.#told(as, (person) => person.press(messageId, customId)),
    select: ({ as, messageId, customId, values }) =>
      this.#told(as, (person) => person.select(messageId, customId, values)),
    menu: ({ as, messageId, command }) => this.#told(as, (person) => person.menu(messageId, command)),
    submit: (body) => this.#submit(body),
    dismiss: async ({ as, messageId }) => {
      await refusable(() => this.person(as).dismiss(messageId));
      return { kind: 'done' };
    },
    clock: (body) => this.#moveClock(body),
    action: ({ id }) => this.#runAction(id),
  };

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  /** One of the people that the page may be. */
  person(id: string): Person {
    const found = this.#parts.people.find((person) => person.id === id);
    if (!found) throw new Refusal('there is no such member');
    return found;
  }

  /** Does a deed whose body was checked; resolves to what the page is told. */
  do<N extends DeedName>(name: N, body: DeedBody<N>): Promise<unknown> {
    return this.#handlers[name](body);
  }

  async #told(as: string, deed: (person: Person) => Promise<Outcome>): Promise<WireOutcome> {
    const person = this.person(as);
    const outcome = await refusable(() => deed(person));
    if (outcome.kind === 'failed') return { kind: 'failed' };
    if (outcome.kind !== 'modal' || !outcome.modal) return { kind: 'done' };
    return this.#open(person, outcome.modal);
  }

  /** Remembers whose the modal is, and draws it. */
  #open(person: Person, shown: ShownModal): WireOutcome {
    const modalId = shown.interactionId;
    this.#modals.set(modalId, { person, modal: shown });
    const [oldest] = this.#modals.keys();
    if (oldest !== undefined && this.#modals.size > OPEN_MODALS) this.#modals.delete(oldest);
    const { directory, applicationName } = this.#parts;
    const context = directory.context(person, shown.channelId);
    const { customId, title, components } = shown;
    const modal = { custom_id: customId, title, components: [...components] } as ModalJson;
    return { kind: 'modal', modalId, html: renderModal(modal, applicationName, context).markup };
  }

  async #submit({ as, modalId, values }: DeedBody<'submit'>): Promise<WireOutcome> {
    const open = this.#modals.get(modalId);
    if (!open || open.person.id !== as) throw new Refusal('this form is no longer open');
    const told = await this.#told(as, (person) => person.submit(open.modal, values));
    if (told.kind !== 'failed') this.#modals.delete(modalId);
    return told;
  }

  async #runAction(id: string): Promise<{ readonly text: string }> {
    const action = this.#parts.actions.find((each) => each.id === id);
    if (!action) throw new Refusal('there is no such action');
    return { text: await action.run() };
  }

  async #moveClock(body: DeedBody<'clock'>): Promise<unknown> {
    const { clock } = this.#parts.discord;
    switch (body.kind) {
      case 'advance':
        clock.advance(body.ms);
        break;
      case 'set':
        clock.set(body.at);
        break;
      case 'real':
        clock.resume();
        clock.set(Date.now());
        break;
    }
    return { now: clock.now() };
  }
}
