/** A modal as the inside of a dialog: labels with their fields, texts between them, Cancel and Submit. */
import {
  type APICheckboxGroupComponent,
  type APIComponentInLabel,
  type APIComponentInModalActionRow,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIRadioGroupComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { RenderContext } from './context.ts';
import { renderSelect } from './controls.ts';
import { attribute, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { renderMarkdown } from './markdown.ts';

/** The ids by which a field is tied to its label and description. */
interface FieldIds {
  readonly label: string;
  readonly description: string | null;
  readonly field: string;
}

function describedBy(ids: FieldIds): Html {
  return attribute('aria-describedby', ids.description);
}

function renderTextInput(input: APITextInputComponent, ids: FieldIds): Html {
  const shared = html` id="${ids.field}" name="${input.custom_id}" data-field="${input.custom_id}"${attribute('minlength', input.min_length)}${attribute('maxlength', input.max_length ?? 4000)}${attribute('placeholder', input.placeholder)}${attribute('required', input.required ?? true)}${describedBy(ids)}`;
  if (input.style === TextInputStyle.Paragraph) {
    return html`<textarea class="input" rows="4"${shared}>
${input.value ?? ''}</textarea>`;
  }
  return html`<input class="input" type="text" autocomplete="off"${attribute('value', input.value)}${shared}>`;
}

type Choice = APIRadioGroupComponent['options'][number];

function renderChoice(kind: 'radio' | 'checkbox', name: string, choice: Choice, required: boolean): Html {
  const description = choice.description
    ? html`<span class="option-description">${choice.description}</span>`
    : null;
  return html`<label class="choice"><input type="${kind}" name="${name}" value="${choice.value}"${attribute('checked', choice.default)}${attribute('required', required)}><span class="option-words"><span class="option-label">${choice.label}</span>${description}</span></label>`;
}

function renderRadios(group: APIRadioGroupComponent, ids: FieldIds): Html {
  const required = group.required ?? true;
  return html`<div role="radiogroup" class="choices" data-choices="one" data-min="${required ? 1 : 0}" data-max="1" data-field="${group.custom_id}" aria-labelledby="${ids.label}"${attribute('aria-required', required && 'true')}${describedBy(ids)}>${group.options.map((choice) => renderChoice('radio', ids.field, choice, required))}</div>`;
}

function renderCheckboxes(group: APICheckboxGroupComponent, ids: FieldIds): Html {
  const min = group.min_values ?? (group.required === false ? 0 : 1);
  const max = group.max_values ?? group.options.length;
  return html`<div role="group" class="choices" data-choices="many" data-field="${group.custom_id}" data-min="${min}" data-max="${max}" aria-labelledby="${ids.label}"${describedBy(ids)}>${group.options.map((choice) => renderChoice('checkbox', ids.field, choice, false))}</div>`;
}

function renderField(component: APIComponentInLabel, ids: FieldIds, context: RenderContext): Html {
  switch (component.type) {
    case ComponentType.TextInput:
      return renderTextInput(component, ids);
    case ComponentType.RadioGroup:
      return renderRadios(component, ids);
    case ComponentType.CheckboxGroup:
      return renderCheckboxes(component, ids);
    case ComponentType.Checkbox:
      return html`<input type="checkbox" class="lone-checkbox" id="${ids.field}" data-choices="yes" data-field="${component.custom_id}"${attribute('checked', component.default)}${describedBy(ids)}>`;
    case ComponentType.FileUpload:
      return html`<p class="stranger">The local Discord carries no uploads.</p>`;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return html`<div data-field="${component.custom_id}" data-choices="select">${renderSelect(component, context, { labelledBy: ids.label, required: component.required ?? true })}</div>`;
  }
}

function isRequired(component: APIComponentInLabel): boolean {
  if (component.type === ComponentType.Checkbox) return false;
  return component.required ?? true;
}

/** Only a single input can be the target of a `<label for>`; groups and selects point back at their label. */
function hasOneInput({ type }: APIComponentInLabel): boolean {
  return type === ComponentType.TextInput || type === ComponentType.Checkbox;
}

function renderLabel(label: APILabelComponent, index: number, context: RenderContext): Html {
  const ids: FieldIds = {
    label: `modal-label-${index}`,
    description: label.description ? `modal-description-${index}` : null,
    field: `modal-field-${index}`,
  };
  const star = isRequired(label.component) ? html` <span class="star" aria-hidden="true">*</span>` : null;
  const target = attribute('for', hasOneInput(label.component) && ids.field);
  const description = label.description
    ? html`<p class="field-description" id="${ids.description}">${label.description}</p>`
    : null;
  return html`<div class="field"><label class="field-label" id="${ids.label}"${target}>${label.label}${star}</label>${description}${renderField(label.component, ids, context)}<p class="field-error" role="alert" hidden></p></div>`;
}

/** The older shape, a row with one text input that carries its own label. */
function renderOldRow(input: APIComponentInModalActionRow, index: number, context: RenderContext): Html {
  return renderLabel(
    { type: ComponentType.Label, label: input.label ?? '', component: input },
    index,
    context,
  );
}

type ModalPart = APIModalInteractionResponseCallbackData['components'][number];

function renderPart(part: ModalPart, index: number, context: RenderContext): Html {
  switch (part.type) {
    case ComponentType.Label:
      return renderLabel(part, index, context);
    case ComponentType.TextDisplay:
      return html`<div class="text markup">${renderMarkdown(part.content, context)}</div>`;
    case ComponentType.ActionRow:
      return html`${part.components.map((input) => renderOldRow(input, index, context))}`;
  }
}

/** The inside of the dialog. `application` is the name of the app that asks. */
export function renderModal(
  modal: APIModalInteractionResponseCallbackData,
  application: string,
  context: RenderContext,
): Html {
  const parts = modal.components.map((part, index) => renderPart(part, index, context));
  return html`<form class="modal-form" novalidate><div class="modal-head"><h2 id="modal-title">${modal.title}</h2><button type="button" class="icon-button" data-cancel aria-label="Close">${icon('close')}</button></div><div class="modal-parts"><p class="modal-note">This form will be submitted to ${application}. Do not share passwords or other sensitive information.</p>${parts}</div><p class="modal-error" role="alert" hidden></p><div class="modal-feet"><button type="button" class="button button-secondary" data-cancel>Cancel</button><button type="submit" class="button button-primary">Submit</button></div></form>`;
}
