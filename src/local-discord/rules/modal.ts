import { ComponentType } from 'discord-api-types/v10';
import { type Component, characters, type Modal } from './bodies.ts';
import { choiceFaults } from './choices.ts';
import { customIdFaults, isSelect, numericIdFaults, type Placed, placed } from './components.ts';
import { emojiFaults } from './emoji.ts';
import { type Fault, type FieldPath, invalidForm, type Refusal, under } from './errors.ts';
import { LIMITS } from './limits.ts';

function lengthFaults({ components }: Modal): Fault[] {
  const most = LIMITS.modal.topLevelComponents;
  if (components.length <= most) return [];
  const message = `Must be between 1 and ${most} in length.`;
  return [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message }];
}

/** A row around a text input is the old form: one input, with a label of its own. */
function oldRowFaults({ component, path }: Placed): Fault[] {
  const [input, ...others] = component.components ?? [];
  const labelPath = [...path, 'components', 0, 'label'];
  const unlabelled = input && !input.label ? [{ ...REQUIRED, path: labelPath }] : [];
  return others.length > 0 ? [{ ...ONE_INPUT, path: [...path, 'components'] }, ...unlabelled] : unlabelled;
}

const REQUIRED = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
const ONE_INPUT = { code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 1 in length.' };

/** The names of these codes are ours: Discord's have not been seen. */
function textInputFaults({ value, min_length, max_length }: Component, path: FieldPath): Fault[] {
  const least = min_length ?? 0;
  const most = max_length ?? Number.POSITIVE_INFINITY;
  const length = characters(value);
  if (least > most) {
    return [
      {
        path: [...path, 'min_length'],
        code: 'TEXT_INPUT_LENGTH_INVALID',
        message: `Must be at most ${most}.`,
      },
    ];
  }
  if (!value || (length >= least && length <= most)) return [];
  const message = `Must be between ${least} and ${most} in length.`;
  return [{ path: [...path, 'value'], code: 'BASE_TYPE_BAD_LENGTH', message }];
}

/** What the control in a Label may not have: a second label, and `disabled`. */
function labelledFaults(control: Component, path: FieldPath): Fault[] {
  const faults: Fault[] = [];
  if (control.type === ComponentType.TextInput && control.label) {
    const message = 'A text input in a Label cannot have a label of its own';
    faults.push({ path: [...path, 'label'], code: 'TEXT_INPUT_LABEL_NOT_ALLOWED', message });
  }
  if (control.disabled) {
    const message = 'A component in a modal cannot be disabled';
    faults.push({ path: [...path, 'disabled'], code: 'COMPONENT_DISABLED_NOT_ALLOWED', message });
  }
  return faults;
}

/** `required` is true unless it says otherwise, and contradicts "choose none". */
function requiredFaults(control: Component, path: FieldPath): Fault[] {
  const { type, min_values, required } = control;
  const picks =
    isSelect(control) || type === ComponentType.CheckboxGroup || type === ComponentType.FileUpload;
  if (!picks || min_values !== 0 || required === false) return [];
  const message = 'min_values of 0 needs required to be false';
  return [{ path: [...path, 'min_values'], code: 'COMPONENT_MIN_VALUES_INVALID', message }];
}

function placedFaults(one: Placed): Fault[] {
  const { component, path } = one;
  switch (component.type) {
    case ComponentType.ActionRow:
      return oldRowFaults(one);
    case ComponentType.Label:
      return component.component ? labelledFaults(component.component, [...path, 'component']) : [];
    case ComponentType.TextInput:
      return textInputFaults(component, path);
    default:
      return requiredFaults(component, path);
  }
}

/**
 * What Discord refuses of a well-formed modal, or null.
 * @param at where the modal stands in the body
 */
export function checkModal(modal: Modal, at: FieldPath): Refusal | null {
  const all = placed(modal.components, ['components']);
  return invalidForm(
    under(at, [
      ...lengthFaults(modal),
      ...all.flatMap(placedFaults),
      ...emojiFaults(all),
      ...choiceFaults(all),
      ...customIdFaults(all),
      ...numericIdFaults(all),
    ]),
  );
}
