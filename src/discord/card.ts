/** A small vocabulary for Components V2 messages: views say `card(accent, text(…), row(button(…)))`. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIRoleSelectComponent,
  type APISectionComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  type APITextInputComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  SeparatorSpacingSize,
  TextInputStyle,
} from 'discord-api-types/v10';

/** One accent a state. Colour never stands alone: each state has its symbol and word too. */
export const ACCENT = {
  calm: 0x5865f2,
  right: 0x3ba55d,
  wrong: 0xd83c3e,
  warn: 0xe0a030,
  plain: 0x4e5058,
} as const;
export type Accent = keyof typeof ACCENT;

/** A file that goes with a card. */
export interface CardFile {
  readonly name: string;
  readonly data: Buffer;
  readonly description: string;
}

/** A whole message: what `views/` make and `respond.ts` sends. */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly CardFile[];
  /** The one role that may be pinged; everything else stays silent. */
  readonly pingRole?: string;
}

export type Modal = APIModalInteractionResponseCallbackData;

/** The limits that views count against. Source: Discord's component reference. */
export const LIMIT = {
  buttonLabel: 80,
  selectOptions: 25,
  optionText: 100,
  selectPlaceholder: 150,
  modalTitle: 45,
  label: 45,
  labelDescription: 100,
  textInputPlaceholder: 100,
  /** Over all text displays of a message. */
  cardText: 4000,
} as const;

/** Cuts at a word where possible and says so with an ellipsis; `max` counts characters. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > max * 0.6 ? cut.slice(0, space) : cut}…`;
}

/** One container with an accent; children that are null or false are left out. */
export function card(
  accent: Accent,
  ...children: readonly (APIComponentInContainer | readonly APIComponentInContainer[] | null | false)[]
): Card {
  const components = children
    .flat()
    .filter((child): child is APIComponentInContainer => child !== null && child !== false);
  return { components: [{ type: ComponentType.Container, accent_color: ACCENT[accent], components }] };
}

export const text = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

export const rule = (): APISeparatorComponent => ({
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
});

export function row(
  ...components: readonly APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}

export interface ButtonLook {
  readonly style?: 'primary' | 'quiet' | 'success' | 'danger';
  readonly disabled?: boolean;
}

const STYLE = {
  primary: ButtonStyle.Primary,
  quiet: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

export function button(label: string, customId: string, look: ButtonLook = {}): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: STYLE[look.style ?? 'quiet'],
    label: clip(label, LIMIT.buttonLabel),
    custom_id: customId,
    ...(look.disabled ? { disabled: true } : {}),
  };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, LIMIT.buttonLabel), url };
}

/** Small text with a button at its side. */
export function section(content: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

export function select(
  customId: string,
  placeholder: string,
  choices: readonly Choice[],
  count: { min?: number; max?: number } = {},
): APIStringSelectComponent {
  const options = choices.slice(0, LIMIT.selectOptions).map(selectOption);
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: clip(placeholder, LIMIT.selectPlaceholder),
    options,
    min_values: count.min ?? 1,
    max_values: Math.min(count.max ?? 1, options.length),
  };
}

/** A select over the server's text and announcement channels. */
export function channelSelect(
  customId: string,
  placeholder: string,
  chosen: string | null = null,
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    placeholder: clip(placeholder, LIMIT.selectPlaceholder),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    ...(chosen === null
      ? {}
      : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }] }),
  };
}

/** A select over the server's roles; choosing nothing clears it. */
export function roleSelect(
  customId: string,
  placeholder: string,
  chosen: string | null,
): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: customId,
    placeholder: clip(placeholder, LIMIT.selectPlaceholder),
    min_values: 0,
    max_values: 1,
    ...(chosen === null ? {} : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Role }] }),
  };
}

function selectOption(choice: Choice): APISelectMenuOption {
  return {
    label: clip(choice.label, LIMIT.optionText),
    value: choice.value,
    ...(choice.description ? { description: clip(choice.description, LIMIT.optionText) } : {}),
    ...(choice.chosen ? { default: true } : {}),
  };
}

export interface TextField {
  readonly label: string;
  readonly description?: string;
  readonly customId: string;
  readonly long?: boolean;
  readonly required?: boolean;
  readonly max: number;
  readonly value?: string;
  readonly placeholder?: string;
}

/** A modal of labelled text inputs (Discord allows five labels). */
export function modal(title: string, customId: string, ...fields: readonly TextField[]): Modal {
  return {
    title: clip(title, LIMIT.modalTitle),
    custom_id: customId,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: clip(field.label, LIMIT.label),
      ...(field.description ? { description: clip(field.description, LIMIT.labelDescription) } : {}),
      component: textInput(field),
    })),
  };
}

function textInput(field: TextField): Omit<APITextInputComponent, 'label'> {
  return {
    type: ComponentType.TextInput,
    custom_id: field.customId,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required ?? true,
    max_length: field.max,
    ...(field.value ? { value: field.value } : {}),
    ...(field.placeholder ? { placeholder: clip(field.placeholder, LIMIT.textInputPlaceholder) } : {}),
  };
}

/** All the text of a card in reading order. */
export function textOf(shown: { readonly components: readonly unknown[] }): string {
  const parts: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) walk(child);
    else if (node !== null && typeof node === 'object') {
      if ('type' in node && node.type === ComponentType.TextDisplay && 'content' in node)
        parts.push(String(node.content));
      if ('components' in node) walk(node.components);
    }
  };
  walk(shown.components);
  return parts.join('\n');
}
