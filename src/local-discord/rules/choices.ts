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

function boundsFaults(component: Component, path: FieldPath): Fault[] {
  const { least, most } = bounds(component);
  const offered = component.options?.length ?? Number.POSITIVE_INFINITY;
  const faults: Fault[] = [];
  if (least > most) {
    faults.push(bound([...path, 'min_values'], 'MIN', `less than or equal to ${most}`));
  }
  if (Math.max(least, component.max_values ?? 0) > offered) {
    faults.push(
      bound([...path, 'max_values'], 'MAX', `less than or equal to ${offered}, the number of options`),
    );
  }
  return faults;
}

/** The names of these codes are ours. */
function bound(path: FieldPath, which: 'MIN' | 'MAX', must: string): Fault {
  return { path, code: `COMPONENT_${which}_VALUES_INVALID`, message: `Must be ${must}.` };
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
