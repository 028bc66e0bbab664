/** What stands on a card, and the hands that use it. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type {
  Component,
  Outcome,
  Person,
  ShownModal,
  StoredMessage,
} from '../../../src/local-discord/index.ts';

function componentsOf(message: StoredMessage): readonly Component[] {
  return (message.components ?? []) as unknown as readonly Component[];
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...flat(component.components ?? []),
    ...(component.accessory ? [component.accessory as Component] : []),
    ...(component.component ? flat([component.component]) : []),
  ]);
}

/** Every component of a message, in reading order. */
export const partsOf = (message: StoredMessage): Component[] => flat(componentsOf(message));

/** All text of a message in reading order. */
export function textOf(message: StoredMessage): string {
  const shown = partsOf(message).filter(({ type }) => type === ComponentType.TextDisplay);
  return [message.content, ...shown.map(({ content }) => String(content))].filter(Boolean).join('\n');
}

const isPressable = ({ type, style }: Component): boolean =>
  type === ComponentType.Button && style !== ButtonStyle.Link;

/** The labels of the buttons that can be pressed now. */
export function labelsOf(message: StoredMessage): string[] {
  return partsOf(message)
    .filter((part) => isPressable(part) && part.disabled !== true)
    .map(({ label }) => String(label));
}

/** How a test names a control: a button's label, the action at the head of its custom ID, or a pattern for either. */
export type Wanted = string | RegExp;

function meant(wanted: Wanted, { label, custom_id = '' }: Component): boolean {
  if (typeof wanted === 'string') return label === wanted || custom_id.split('|', 1)[0] === wanted;
  return wanted.test(String(label ?? '')) || wanted.test(custom_id);
}

function controlsOf(message: StoredMessage, wanted: Wanted): Component[] {
  return partsOf(message).filter((part) => part.custom_id !== undefined && meant(wanted, part));
}

/** The custom ID of the one control that is meant. */
export function idOf(message: StoredMessage, wanted: Wanted): string {
  const [control] = controlsOf(message, wanted);
  if (control?.custom_id) return control.custom_id;
  throw new Error(`no ${wanted} among ${labelsOf(message).join(' | ')} under:\n${textOf(message)}`);
}

/** True when the message has such a control. */
export const has = (message: StoredMessage, wanted: Wanted): boolean =>
  controlsOf(message, wanted).length > 0;

/** The values that a select offers. */
export function offersOf(message: StoredMessage, wanted: Wanted): string[] {
  const select = controlsOf(message, wanted).find(({ options }) => options !== undefined);
  return ((select?.options ?? []) as readonly { value: string }[]).map(({ value }) => value);
}

/** The message that somebody saw come of what they did. */
export async function seen(doing: Promise<Outcome>): Promise<StoredMessage> {
  const outcome = await (await doing).settled();
  if (outcome.message) return outcome.message;
  throw new Error(`nothing to read came of it: ${outcome.kind}`);
}

/** The form that somebody saw come of what they did. */
export async function formOf(doing: Promise<Outcome>): Promise<ShownModal> {
  const { modal, kind } = await doing;
  if (modal) return modal;
  throw new Error(`no form came of it: ${kind}`);
}

export const press = (who: Person, message: StoredMessage, wanted: Wanted): Promise<Outcome> =>
  who.press(message.id, idOf(message, wanted));

/** Presses, and reads what comes. */
export const tap = (who: Person, message: StoredMessage, wanted: Wanted): Promise<StoredMessage> =>
  seen(press(who, message, wanted));

/** Chooses in a select, and reads what comes. */
export const pick = (who: Person, message: StoredMessage, wanted: Wanted, ...values: string[]) =>
  seen(who.select(message.id, idOf(message, wanted), values));
