import { ComponentType } from 'discord-api-types/v10';
import type { Component, SelectOption } from './bodies.ts';
import { isSelect, type Placed } from './components.ts';
import type { Fault, FieldPath } from './errors.ts';

/** Components out of which a person picks between `min_values` and `max_values`. */
const PICKERS: readonly number[] = [ComponentType.CheckboxGroup, ComponentType.FileUpload];

const picksMany = (component: Component): boolean => isSelect(component) || PICKERS.includes(component.type);

/** Discord's defaults: one, and one; a checkbox group lets all be ticked. */
function bounds({ type, min_values, max_values, options }: Component): { least: number; most: number } {
  const all = type === ComponentType.CheckboxGroup ? (options?.length ?? 1) : 1;
  return { least: min_values ?? 1, most: max_values ?? all };
}

/** The description's own bound for the number of options of each kind. */
const mostOptions = ({ type }: Component): number => (type === ComponentType.StringSelect ? 25 : 10);

function boundsFaults(component: Component, path: FieldPath): Fault[] {
  const { least, most } = bounds(component);
  const faults: Fault[] = [];
  if (least > most) {
    // The code's name is ours.
    const message = `Must be less than or equal to ${most}.`;
    faults.push({ path: [...path, 'min_values'], code: 'COMPONENT_MIN_VALUES_INVALID', message });
  }
  const needed = Math.max(least, component.max_values ?? 0);
  if (component.options && needed > component.options.length) {
    const message = `Must be between ${needed} and ${mostOptions(component)} in length.`;
    faults.push({ path: [...path, 'options'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  return faults;
}

function repeatedValues(options: readonly SelectOption[], path: FieldPath): Fault[] {
  const seen = new Set<string>();
  return options.flatMap(({ value }, index) => {
    const repeated = seen.has(value);
    seen.add(value);
    if (!repeated) return [];
    const message = 'The specified option value is already used';
    return [{ path: [...path, 'options', index], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }];
  });
}

/** How many may be chosen beforehand: as many as a person may choose. The code's name is ours. */
function defaultFaults(component: Component, path: FieldPath): Fault[] {
  const field = component.default_values ? 'default_values' : 'options';
  const chosen = component.default_values?.length ?? component.options?.filter((o) => o.default).length ?? 0;
  const most = component.type === ComponentType.RadioGroup ? 1 : bounds(component).most;
  if (chosen <= most) return [];
  const message = `At most ${most} may be chosen by default.`;
  return [{ path: [...path, field], code: 'COMPONENT_DEFAULT_VALUES_EXCEEDED', message }];
}

function choiceFaultsOf({ component, path }: Placed): Fault[] {
  return [
    ...(picksMany(component) ? boundsFaults(component, path) : []),
    ...repeatedValues(component.options ?? [], path),
    ...defaultFaults(component, path),
  ];
}

/** What selects, radio groups and checkbox groups offer, and how many of it may be taken. */
export function choiceFaults(all: readonly Placed[]): Fault[] {
  return all.flatMap(choiceFaultsOf);
}
