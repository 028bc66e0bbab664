/** What a person filled in: the values of selects and modals, checked as the client checks them. */
import { ComponentType } from 'discord-api-types/v10';
import { type Component, flatten } from '../messages/components.ts';
import type { ShownModal } from './outcome.ts';
import { type Resolved, resolveIds, type Setting } from './resolved.ts';

/** What is filled in, by custom ID. A checkbox takes "true" or "false". */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const LISTED: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
];

/** Refuses values that the control does not offer, or too many or few of them. */
export function checkValues(component: Component, values: readonly string[]): void {
  const { type, custom_id, options } = component;
  const offered = ((options ?? []) as readonly { value: string }[]).map(({ value }) => value);
  const strange = LISTED.includes(type) ? values.find((value) => !offered.includes(value)) : undefined;
  if (strange !== undefined) throw new Error(`${custom_id} does not offer ${strange}`);
  const optional = component.required === false && values.length === 0;
  const least = Number(component.min_values ?? 1);
  const most = Number(component.max_values ?? (type === ComponentType.CheckboxGroup ? offered.length : 1));
  if (!optional && (values.length < least || values.length > most)) {
    throw new Error(`${custom_id} takes ${least} to ${most} values, not ${values.length}`);
  }
}

/** The ids among the values of these controls, with their details. */
export function resolvedValues(
  setting: Setting,
  chosen: readonly { readonly type: number; readonly values: readonly string[] }[],
): Resolved | undefined {
  const of = (...types: number[]) =>
    chosen.filter(({ type }) => types.includes(type)).flatMap(({ values }) => values);
  const mentioned = of(ComponentType.MentionableSelect);
  const { world } = setting;
  return resolveIds(setting, {
    users: [...of(ComponentType.UserSelect), ...mentioned.filter((id) => world.users.has(id))],
    roles: [...of(ComponentType.RoleSelect), ...mentioned.filter((id) => !world.users.has(id))],
    channels: of(ComponentType.ChannelSelect),
  });
}

function checkText({ custom_id, required, min_length, max_length }: Component, text: string): void {
  if (text === '' && required !== false) throw new Error(`${custom_id} is required`);
  const tooShort = text !== '' && text.length < Number(min_length ?? 0);
  if (tooShort || text.length > Number(max_length ?? 4000))
    throw new Error(`${custom_id} has a wrong length`);
}

/** What was typed or chosen in one control; controls left alone keep what the modal preset. */
function filledIn(component: Component, given: string | readonly string[] | undefined): object {
  const { type, id, custom_id } = component;
  const base = { type, id, custom_id };
  const list = typeof given === 'string' ? [given] : (given ?? presetOf(component));
  switch (type) {
    case ComponentType.TextInput: {
      const text = list[0] ?? '';
      checkText(component, text);
      return { ...base, value: text };
    }
    case ComponentType.Checkbox:
      return { ...base, value: list[0] === 'true' };
    case ComponentType.RadioGroup:
      checkValues({ ...component, min_values: component.required === false ? 0 : 1, max_values: 1 }, list);
      return { ...base, value: list[0] ?? null };
    default:
      checkValues(component, list);
      return { ...base, values: list };
  }
}

function presetOf(component: Component): readonly string[] {
  const { type, value, options, default_values } = component;
  if (type === ComponentType.TextInput) return typeof value === 'string' ? [value] : [];
  if (type === ComponentType.Checkbox) return [String(component.default === true)];
  const presets = ((options ?? []) as readonly { value: string; default?: boolean }[]).filter(
    (each) => each.default,
  );
  const chosen = (default_values ?? []) as readonly { id: string }[];
  return [...presets.map((preset) => preset.value), ...chosen.map(({ id }) => id)];
}

function submitted(component: Component, values: FormValues): object {
  const { type, id, components, component: inner } = component;
  if (components) return { type, id, components: components.map((each) => submitted(each, values)) };
  if (inner) return { type, id, component: submitted(inner, values) };
  return component.custom_id === undefined ? { type, id } : filledIn(component, values[component.custom_id]);
}

/**
 * The data of a modal's submission.
 * @throws Error for a field that the modal does not have, or a value that the client would not send
 */
export function modalData(setting: Setting, modal: ShownModal, values: FormValues): object {
  const controls = modal.components.flatMap(flatten).filter(({ custom_id }) => custom_id !== undefined);
  const unknown = Object.keys(values).find(
    (customId) => !controls.some(({ custom_id }) => custom_id === customId),
  );
  if (unknown !== undefined) throw new Error(`the modal has no field ${unknown}`);
  const chosen = controls.map(({ type, custom_id }) => ({
    type,
    values: [values[custom_id ?? ''] ?? []].flat(),
  }));
  const resolved = resolvedValues(setting, chosen);
  return {
    custom_id: modal.customId,
    components: modal.components.map((component) => submitted(component, values)),
    ...(resolved ? { resolved } : {}),
  };
}
