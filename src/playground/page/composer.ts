/** The message box: what is typed is said, and `/` lists them, choosing one turns the box into a draft with pills. */
import type { OptionValue, WireCommand } from '../wire.ts';
import type { App } from './app.ts';
import { byId, el } from './dom.ts';
import { Draft } from './draft.ts';
import { matchCommands, typedOut } from './matching.ts';
import type { MessageList } from './messages.ts';
import { PickList } from './pick-list.ts';
import { showOutcome } from './press.ts';

export class Composer {
  readonly #app: App;
  readonly #messages: MessageList;
  readonly #popup = el('div', { id: 'picker', class: 'picker', hidden: true });
  readonly #list = new PickList(this.#popup);
  readonly #place = el('div', { class: 'composer-place' });
  readonly #box = el('input', {
    id: 'box',
    class: 'box',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'data-testid': 'box',
  });
  #draft: Draft | null = null;

  constructor(app: App, messages: MessageList) {
    this.#app = app;
    this.#messages = messages;
    const slash = el(
      'button',
      { type: 'button', class: 'slash', 'aria-label': 'List the commands', title: 'Commands' },
      '/',
    );
    slash.addEventListener('click', () => this.#startWith('/'));
    const send = el(
      'button',
      { type: 'button', id: 'send', class: 'send', 'aria-label': 'Send', 'data-testid': 'send' },
      '➤',
    );
    send.addEventListener('click', () => this.#send());
    // A command without options waits here for its Enter; it can be given up here too.
    send.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#draft) this.#startWith('');
    });
    byId('composer').replaceChildren(
      this.#popup,
      el('div', { class: 'composer-line' }, slash, this.#place, send),
    );
    this.#place.append(this.#box);
    this.#box.addEventListener('input', () => this.#typed());
    this.#box.addEventListener('focus', () => this.#typed());
    this.#box.addEventListener('blur', () => this.#list.hide());
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    app.on('place', () => this.#arrive());
    app.on('world', () => this.#arrive());
    this.#arrive();
  }

  /** Types a command for the member, ready to be sent; an unknown one is left as text in the box. */
  type(name: string, options: Readonly<Record<string, OptionValue>> = {}): void {
    const command = this.#commands().find((each) => each.name === name);
    if (!command) {
      this.#startWith(`/${name}`);
      return;
    }
    const draft = this.#begin(command);
    draft.fill(options);
    draft.focus();
    this.#app.announce(`${name} is typed. Press Enter to send it.`);
  }

  #commands(): readonly WireCommand[] {
    return this.#app.guild?.commands.filter(({ kind }) => kind === 'slash') ?? [];
  }

  #arrive(): void {
    const channel = this.#app.guild?.channels.find(({ id }) => id === this.#app.channelId);
    const name = `${channel?.parentId ? '' : '#'}${channel?.name ?? ''}`;
    this.#box.placeholder = `Message ${name}: type / for commands`;
    this.#box.setAttribute('aria-label', `Message ${name}. Type a slash for commands.`);
    const still = this.#commands().some(
      ({ id, name }) => id === this.#draft?.command.id && name === this.#draft.command.name,
    );
    if (this.#draft && !still) this.#drop('');
  }

  #startWith(text: string): void {
    this.#drop(text);
    this.#box.focus();
    this.#typed();
  }

  #typed(): void {
    const text = this.#box.value;
    if (!text.startsWith('/')) {
      this.#list.hide();
      return;
    }
    const whole = typedOut(this.#commands(), text.slice(1));
    if (whole) {
      this.#takeOut(whole.command, whole.rest);
      return;
    }
    const found = matchCommands(this.#commands(), text.slice(1)).map((command) => ({
      label: `/${command.name}`,
      description: command.description,
      aside: this.#app.world.application,
      choose: () => this.#begin(command).focus(),
    }));
    this.#list.show(this.#box, 'Commands', found, found.length === 0 ? 'No command matches.' : '');
  }

  /** `/term smtp` typed or pasted as a whole: what follows the name belongs to the first option. */
  #takeOut(command: WireCommand, rest: string): void {
    const draft = this.#begin(command);
    const first = command.options[0];
    if (rest !== '' && first) draft.fill({ [first.name]: rest });
    draft.focus();
  }

  #begin(command: WireCommand): Draft {
    this.#list.hide();
    this.#draft = new Draft(this.#app, this.#list, command, {
      send: (which, options) => void this.#run(which, options),
      drop: (text) => this.#startWith(text),
    });
    this.#place.replaceChildren(this.#draft.element);
    return this.#draft;
  }

  #drop(text: string): void {
    this.#draft = null;
    this.#box.value = text;
    this.#place.replaceChildren(this.#box);
    this.#list.hide();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.#list.press(event.key)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter') this.#send();
    if (event.key === 'Escape') this.#drop('');
  }

  #send(): void {
    if (this.#draft) {
      this.#draft.submit();
      return;
    }
    const text = this.#box.value.trim();
    this.#box.focus();
    if (text === '' || text.startsWith('/')) this.#typed();
    else void this.#say(text);
  }

  async #say(content: string): Promise<void> {
    this.#startWith('');
    this.#messages.toEnd();
    try {
      await this.#app.act('say', { channelId: this.#app.channelId, content });
    } catch (error) {
      this.#messages.note(error instanceof Error ? error.message : 'The message could not be sent', 'failed');
    }
  }

  /** Sends the command; until it is acknowledged, a line below the messages says that it is on its way. */
  async #run(command: WireCommand, options: Readonly<Record<string, OptionValue>>): Promise<void> {
    this.#startWith('');
    this.#messages.toEnd();
    const note = this.#messages.note(`/${command.name} is on its way…`, 'pending');
    const fail = (why: string): void => {
      this.#messages.note(why, 'failed');
    };
    const body = { channelId: this.#app.channelId, command: command.name, options };
    try {
      showOutcome(this.#app, await this.#app.act('command', body), () =>
        fail('The application did not respond'),
      );
    } catch (error) {
      fail(error instanceof Error ? error.message : 'The command could not be sent');
    } finally {
      note.remove();
    }
  }
}
