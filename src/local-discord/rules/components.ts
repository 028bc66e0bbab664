import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type Component, characters } from './bodies.ts';
import type { Fault, FieldPath } from './errors.ts';
import { LIMITS } from './limits.ts';

/** A component and where it stands in the body. */
export interface Placed {
  readonly component: Component;
  readonly path: FieldPath;
}

/** All components below `path`, in reading order, accessories and a label's control included. */
export function placed(components: readonly Component[] | null | undefined, path: FieldPath): Placed[] {
  return (components ?? []).flatMap((component, index) => placedOne(component, [...path, index]));
}

function placedOne(component: Component, path: FieldPath): Placed[] {
  const { components, accessory, component: control } = component;
  return [
    { component, path },
    ...placed(components, [...path, 'components']),
    ...(accessory ? placedOne(accessory, [...path, 'accessory']) : []),
    ...(control ? placedOne(control, [...path, 'component']) : []),
  ];
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** True for the five kinds of select menu. */
export const isSelect = (component: Component): boolean => SELECTS.includes(component.type);

/** Every later holder of a value that an earlier one has. */
function repeats<T>(all: readonly Placed[], pick: (component: Component) => T | null | undefined): Placed[] {
  const seen = new Set<T>();
  return all.filter(({ component }) => {
    const value = pick(component);
    if (value === null || value === undefined) return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}

/** Custom ids are unique in the whole message or modal, those of disabled components included. */
export function customIdFaults(all: readonly Placed[]): Fault[] {
  return repeats(all, ({ custom_id }) => custom_id).map(({ path }) => ({
    path: [...path, 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: 'Component custom id cannot be duplicated',
  }));
}

/** Numeric ids are unique too; 0 asks Discord to choose one. The code's name is ours. */
export function numericIdFaults(all: readonly Placed[]): Fault[] {
  return repeats(all, ({ id }) => id || null).map(({ path }) => ({
    path: [...path, 'id'],
    code: 'COMPONENT_ID_DUPLICATED',
    message: 'Component id cannot be duplicated',
  }));
}

const ROW_WIDTH = LIMITS.components.buttonsPerRow;

/** A select is as wide as a whole row. */
const widthOf = (component: Component): number => (isSelect(component) ? ROW_WIDTH : 1);

function overfullFrom(cells: readonly Component[]): number {
  let width = 0;
  return cells.findIndex((cell) => {
    width += widthOf(cell);
    return width > ROW_WIDTH;
  });
}

/** A row holds five buttons or one select. */
export function rowFaults(all: readonly Placed[]): Fault[] {
  return all.flatMap(({ component, path }) => {
    if (component.type !== ComponentType.ActionRow) return [];
    const index = overfullFrom(component.components ?? []);
    if (index === -1) return [];
    const message = 'The specified component exceeds the maximum width';
    return [{ path: [...path, 'components', index], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
  });
}

type Given = Pick<Component, 'custom_id' | 'url' | 'sku_id'>;
const TARGETS = ['custom_id', 'url', 'sku_id'] as const satisfies readonly (keyof Given)[];

/** Which of a button's three targets its style asks for: styles 1–4 act, 5 opens a page, 6 sells. */
function targetOf(style: number | null | undefined): (typeof TARGETS)[number] {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
}

const TARGET_NAMES = { custom_id: 'custom id', url: 'url', sku_id: 'sku id' } as const;

function buttonFaultsOf(button: Component, path: FieldPath): Fault[] {
  const wanted = targetOf(button.style);
  const name = TARGET_NAMES[wanted];
  const missing = button[wanted]
    ? []
    : [
        {
          path: [...path, wanted],
          code: `BUTTON_COMPONENT_${wanted.toUpperCase()}_REQUIRED`,
          message: `A ${name} is required`,
        },
      ];
  const unwanted = TARGETS.filter((target) => target !== wanted && button[target]).map((target) => ({
    path: [...path, target],
    code: `BUTTON_COMPONENT_${target.toUpperCase()}_NOT_ALLOWED`,
    message: `A ${name} and a ${TARGET_NAMES[target]} cannot both be specified`,
  }));
  return [...missing, ...unwanted, ...buttonFaceFaults(button, path)];
}

/** A premium button shows the product's own name and price; any other needs a label or an emoji. */
function buttonFaceFaults({ style, label, emoji }: Component, path: FieldPath): Fault[] {
  const faced = Boolean(label) || Boolean(emoji);
  if (style === ButtonStyle.Premium) {
    if (!faced) return [];
    return [
      { path, code: 'BUTTON_COMPONENT_PREMIUM_FACE', message: 'A premium button has no label and no emoji' },
    ];
  }
  return faced
    ? []
    : [{ path, code: 'BUTTON_COMPONENT_FACE_REQUIRED', message: 'A label or an emoji is required' }];
}

/** Styles and targets of buttons. Names of codes beyond `..._CUSTOM_ID_REQUIRED` are ours. */
export function buttonFaults(all: readonly Placed[]): Fault[] {
  return all.flatMap(({ component, path }) =>
    component.type === ComponentType.Button ? buttonFaultsOf(component, path) : [],
  );
}

/** Over all text displays, in characters. */
export function textCharacters(all: readonly Placed[]): number {
  return texts(all).reduce((sum, text) => sum + characters(text), 0);
}

/** Over all text displays: UTF-8 bytes, and what each display costs beside its text. */
export function textBytes(all: readonly Placed[]): number {
  const cost = (text: string) => Buffer.byteLength(text) + LIMITS.components.textOverheadBytes;
  return texts(all).reduce((sum, text) => sum + cost(text), 0);
}

function texts(all: readonly Placed[]): string[] {
  const displays = all.filter(({ component }) => component.type === ComponentType.TextDisplay);
  return displays.map(({ component }) => component.content ?? '');
}
