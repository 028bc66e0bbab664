/** What a member does inside a message: buttons, selects, spoilers, mentions, dismissing. */
import type { WireOutcome } from '../wire.ts';
import type { App } from './app.ts';
import { el, target } from './dom.ts';
import type { MessageList } from './messages.ts';
import { openModal } from './modal.ts';
import { revealSpoiler } from './spoiler.ts';

/** Shows what came of a deed: a modal opens, a failure is told below the message; the rest comes by the stream. */
export function showOutcome(app: App, outcome: WireOutcome, fail: () => void): void {
  switch (outcome.kind) {
    case 'modal':
      openModal(app, outcome);
      return;
    case 'failed':
      fail();
      return;
    case 'done':
      return;
  }
}

/** Which message, of a control within it. */
function messageIdOf(control: HTMLElement): string | undefined {
  return control.closest<HTMLElement>('[data-message]')?.dataset.message;
}

async function interact(app: App, list: MessageList, messageId: string, deed: () => Promise<WireOutcome>) {
  const before = list.find(messageId);
  before?.querySelector('.failure')?.remove();
  before?.setAttribute('aria-busy', 'true');
  const fail = (): void => {
    const line = el('p', { class: 'failure', role: 'alert' }, 'This interaction failed');
    list.find(messageId)?.querySelector('.message-body')?.append(line);
  };
  try {
    showOutcome(app, await deed(), fail);
  } catch {
    fail();
  } finally {
    before?.removeAttribute('aria-busy');
    list.find(messageId)?.removeAttribute('aria-busy');
  }
}

function press(app: App, list: MessageList, control: HTMLElement): void {
  const messageId = messageIdOf(control);
  const customId = control.dataset.press;
  if (!messageId || !customId) return;
  if (list.find(messageId)?.getAttribute('aria-busy') === 'true') return;
  control.classList.add('is-pressed');
  void interact(app, list, messageId, () => app.act('press', { messageId, customId })).finally(() =>
    control.classList.remove('is-pressed'),
  );
}

function choose(app: App, list: MessageList, select: HTMLElement, values: readonly string[]): void {
  const messageId = messageIdOf(select);
  const customId = select.dataset.select;
  if (!messageId || !customId) return;
  void interact(app, list, messageId, () => app.act('select', { messageId, customId, values }));
}

/** One listener for all messages: they come and go, it stays. */
export function mountPresses(app: App, list: MessageList, typeCommand: (name: string) => void): void {
  const root = document.getElementById('messages');
  root?.addEventListener('click', (event) => {
    const at = (selector: string): HTMLElement | null => target(event, selector);
    const pressed = at('[data-press]');
    if (pressed) return press(app, list, pressed);
    const messageId = at('[data-dismiss]') && messageIdOf(at('[data-dismiss]') as HTMLElement);
    if (messageId) return void app.act('dismiss', { messageId });
    const channelId = at('[data-open-channel]')?.dataset.openChannel;
    if (channelId) return app.open(channelId);
    const command = at('[data-type-command]')?.dataset.typeCommand;
    if (command) return typeCommand(command);
    revealSpoiler(event);
  });
  root?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') revealSpoiler(event);
  });
  root?.addEventListener('choose', (event) => {
    const select = target(event, '[data-select]');
    if (select && event instanceof CustomEvent) choose(app, list, select, event.detail as string[]);
  });
}
