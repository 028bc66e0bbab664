/** Buttons and selects: what a member presses. The page finds them by their `data-` attributes. */
import {
  type APIButtonComponent,
  type APIMessageComponentEmoji,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Pick, RenderContext } from './context.ts';
import { attribute, type Html, html, webAddress } from './html.ts';
import { icon } from './icons.ts';

function emojiOf(emoji: APIMessageComponentEmoji | undefined): Html | null {
  if (!emoji?.name) return null;
  return html`<span class="button-emoji" aria-hidden="true">${emoji.id ? `:${emoji.name}:` : emoji.name}</span>`;
}

const LOOKS: Readonly<Partial<Record<ButtonStyle, string>>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

/** A button of any style. A button with an emoji alone is named by the emoji. */
export function renderButton(button: APIButtonComponent): Html {
  if (button.style === ButtonStyle.Premium) {
    return html`<button type="button" class="button button-primary" disabled>Premium</button>`;
  }
  const emoji = emojiOf(button.emoji);
  const name = attribute('aria-label', button.label ? null : (button.emoji?.name ?? 'Button'));
  if (button.style === ButtonStyle.Link) {
    const address = button.disabled ? null : webAddress(button.url);
    return html`<a class="button button-link"${attribute('href', address)}${attribute('aria-disabled', address === null && 'true')} target="_blank" rel="noopener noreferrer"${name}>${emoji}<span>${button.label}</span>${icon('external')}</a>`;
  }
  const look = LOOKS[button.style] ?? 'secondary';
  return html`<button type="button" class="button button-${look}" data-press="${button.custom_id}"${attribute('disabled', button.disabled)}${name}>${emoji}<span>${button.label}</span></button>`;
}

/** One line of a select's list. */
interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly emoji?: APIMessageComponentEmoji | undefined;
  readonly chosen: boolean;
}

const fromPick = (pick: Pick, chosen: ReadonlySet<string>): Option => ({
  value: pick.id,
  label: pick.label,
  chosen: chosen.has(pick.id),
});

function optionsOf(select: APISelectMenuComponent, context: RenderContext): readonly Option[] {
  if (select.type === ComponentType.StringSelect) {
    return select.options.map((option) => ({ ...option, chosen: option.default ?? false }));
  }
  const chosen = new Set((select.default_values ?? []).map(({ id }) => id));
  switch (select.type) {
    case ComponentType.UserSelect:
      return context.picks('user').map((pick) => fromPick(pick, chosen));
    case ComponentType.RoleSelect:
      return context.picks('role').map((pick) => fromPick(pick, chosen));
    case ComponentType.MentionableSelect:
      return context.picks('mentionable').map((pick) => fromPick(pick, chosen));
    case ComponentType.ChannelSelect:
      return context.picks('channel', select.channel_types).map((pick) => fromPick(pick, chosen));
  }
}

function renderOption(option: Option): Html {
  return html`<li class="option" role="option" data-value="${option.value}" aria-selected="${option.chosen ? 'true' : 'false'}">${emojiOf(option.emoji)}<span class="option-words"><span class="option-label">${option.label}</span>${option.description ? html`<span class="option-description">${option.description}</span>` : null}</span><span class="option-mark" aria-hidden="true"></span></li>`;
}

const HINTS: Readonly<Partial<Record<ComponentType, string>>> = {
  [ComponentType.UserSelect]: 'Select a user',
  [ComponentType.RoleSelect]: 'Select a role',
  [ComponentType.MentionableSelect]: 'Select a user or role',
  [ComponentType.ChannelSelect]: 'Select a channel',
};

/** How a select stands in a modal: named by its label, and possibly to be left empty. */
export interface SelectField {
  readonly labelledBy: string;
  readonly required: boolean;
}

/**
 * A select as a combobox with a listbox below it, after the ARIA practices' select-only combobox. The page
 * opens, closes and sends it.
 */
export function renderSelect(
  select: APISelectMenuComponent,
  context: RenderContext,
  field?: SelectField,
): Html {
  const options = optionsOf(select, context);
  const hint = select.placeholder ?? HINTS[select.type] ?? 'Make a selection';
  const chosen = options.filter((option) => option.chosen);
  const max = select.max_values ?? 1;
  const min = select.min_values ?? (field?.required === false ? 0 : 1);
  const shown = chosen.length > 0 ? chosen.map(({ label }) => label).join(', ') : hint;
  const name = field ? attribute('aria-labelledby', field.labelledBy) : attribute('aria-label', hint);
  return html`<div class="select" data-select="${select.custom_id}" data-min="${min}" data-max="${max}" data-hint="${hint}"><div class="select-box${chosen.length > 0 ? ' is-chosen' : ''}" role="combobox" tabindex="${select.disabled ? -1 : 0}" aria-haspopup="listbox" aria-expanded="false"${name}${attribute('aria-disabled', select.disabled && 'true')}><span class="select-value">${shown}</span>${icon('chevron')}</div><ul class="select-list" role="listbox" aria-label="${hint}"${attribute('aria-multiselectable', max > 1 && 'true')} hidden>${options.map(renderOption)}${options.length === 0 ? html`<li class="option-none">Nothing to choose from</li>` : null}</ul></div>`;
}
