import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { renderModal } from '../../../src/playground/render/modal.ts';
import { context } from './messages.ts';

type Parts = APIModalInteractionResponseCallbackData['components'];

function draw(...components: Parts): string {
  return renderModal({ custom_id: 'm', title: 'Report <it>', components: [...components] }, 'Sensei', context)
    .markup;
}

const label = (
  component: Extract<Parts[number], { type: 18 }>['component'],
  description?: string,
): Parts[number] => ({
  type: ComponentType.Label,
  label: 'What is "wrong"?',
  ...(description ? { description } : {}),
  component,
});

describe('renderModal', () => {
  it('has a title, a warning and two ways out', () => {
    const markup = draw({ type: ComponentType.TextDisplay, content: '**Thanks**' });
    expect(markup).toContain('Report &lt;it&gt;');
    expect(markup).toContain('submitted to Sensei');
    expect(markup).toContain('<strong>Thanks</strong>');
    expect(markup).toMatch(/data-cancel.*Cancel.*Submit/s);
  });

  it('ties a text input to its label and description', () => {
    const markup = draw(
      label(
        {
          type: ComponentType.TextInput,
          custom_id: 'why',
          style: TextInputStyle.Paragraph,
          value: '</textarea><b>',
          min_length: 3,
        },
        'In a sentence',
      ),
    );
    expect(markup).toContain('<label class="field-label" id="modal-label-0" for="modal-field-0">');
    expect(markup).toContain('aria-describedby="modal-description-0"');
    expect(markup).toContain('minlength="3" maxlength="4000" required');
    expect(markup).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });

  it('draws radio buttons as a named group, one of which must be taken', () => {
    const markup = draw(
      label({
        type: ComponentType.RadioGroup,
        custom_id: 'kind',
        options: [
          { label: 'Key', value: 'k', description: 'the answer' },
          { label: 'Words', value: 'w', default: true },
        ],
      }),
    );
    expect(markup).toContain('role="radiogroup"');
    expect(markup).toContain('aria-required="true"');
    expect(markup).toMatch(/value="w" checked/);
  });

  it('draws checkboxes with how many may be ticked', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const group = { type: ComponentType.CheckboxGroup as const, custom_id: 'days', options };
    expect(draw(label(group))).toContain('data-min="1" data-max="3"');
    expect(draw(label({ ...group, required: false }))).toContain('data-min="0" data-max="3"');
    expect(draw(label({ type: ComponentType.Checkbox, custom_id: 'yes' }))).toContain('data-choices="yes"');
  });

  it('draws a select named by its label, which may be left empty when it is optional', () => {
    const select = {
      type: ComponentType.StringSelect as const,
      custom_id: 'domain',
      options: [{ label: 'A', value: 'a' }],
    };
    expect(draw(label(select))).toContain('data-min="1"');
    const optional = draw(label({ ...select, required: false }));
    expect(optional).toContain('data-min="0"');
    expect(optional).toContain('aria-labelledby="modal-label-0"');
  });

  it('draws the older shape, rows with text inputs', () => {
    const markup = draw({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: 'old',
          style: TextInputStyle.Short,
          label: 'Old',
          required: false,
        },
      ],
    });
    expect(markup).toContain('>Old</label>');
    expect(markup).toContain('data-field="old"');
    expect(markup).not.toContain(' required');
  });
});
