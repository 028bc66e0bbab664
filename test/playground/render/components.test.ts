import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { renderComponent } from '../../../src/playground/render/components.ts';
import { context } from './messages.ts';

const draw = (component: APIMessageTopLevelComponent): string => renderComponent(component, context).markup;
const HOSTILE = '"><script>alert(1)</script>';
const picture = { url: 'http://127.0.0.1:1/a.png' };

describe('renderComponent', () => {
  it('draws a container with its accent bar around what is in it', () => {
    const markup = draw({
      type: ComponentType.Container,
      accent_color: 0x00ff7f,
      components: [{ type: ComponentType.TextDisplay, content: '**in**' }],
    });
    expect(markup).toContain('fill="#00ff7f"');
    expect(markup).toContain('<strong>in</strong>');
    expect(markup).not.toContain('style=');
  });

  it('draws no bar without an accent, and covers a spoiler', () => {
    const markup = draw({ type: ComponentType.Container, spoiler: true, components: [] });
    expect(markup).not.toContain('<rect');
    expect(markup).toContain('data-uncover');
  });

  it('draws a section with its accessory', () => {
    const markup = draw({
      type: ComponentType.Section,
      components: [{ type: ComponentType.TextDisplay, content: 'beside' }],
      accessory: { type: ComponentType.Thumbnail, media: picture, description: 'A port' },
    });
    expect(markup).toContain('beside');
    expect(markup).toContain('alt="A port"');
  });

  it.each([
    [true, '<hr'],
    [false, 'class="gap'],
  ])('draws a separator with divider %s', (divider, markup) => {
    expect(draw({ type: ComponentType.Separator, divider })).toContain(markup);
  });

  it('draws a gallery with the words for each picture, and a file with its size', () => {
    const gallery = draw({
      type: ComponentType.MediaGallery,
      items: [{ media: picture, description: 'Seven of ten' }, { media: picture }],
    });
    expect(gallery).toContain('alt="Seven of ten"');
    expect(gallery).toContain('alt="Image without a description"');
    const file = draw({ type: ComponentType.File, file: picture, name: 'a.csv', size: 1234 });
    expect(file).toContain('download="a.csv"');
    expect(file).toContain('1.21 KB');
  });

  it('shows the words alone for a picture that may not be fetched', () => {
    const markup = draw({
      type: ComponentType.MediaGallery,
      items: [{ media: { url: 'https://elsewhere.example/x.png' }, description: 'Far away' }],
    });
    expect(markup).not.toContain('<img');
    expect(markup).toContain('aria-label="Far away"');
  });

  it('names a kind that it does not know', () => {
    const stranger = JSON.parse('{"type":99}') as APIMessageTopLevelComponent;
    expect(draw(stranger)).toContain('type 99');
  });
});

describe('buttons', () => {
  const row = (...components: Extract<APIMessageTopLevelComponent, { type: 1 }>['components']): string =>
    draw({ type: ComponentType.ActionRow, components });

  it.each([
    [ButtonStyle.Primary, 'button-primary'],
    [ButtonStyle.Secondary, 'button-secondary'],
    [ButtonStyle.Success, 'button-success'],
    [ButtonStyle.Danger, 'button-danger'],
  ] as const)('of style %d look %s', (style, look) => {
    const markup = row({ type: ComponentType.Button, style, label: 'Go', custom_id: 'go:1' });
    expect(markup).toContain(look);
    expect(markup).toContain('data-press="go:1"');
    expect(markup).not.toContain('disabled');
  });

  it('can be disabled, and are named by their emoji when they have no label', () => {
    const markup = row({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: 'x',
      emoji: { name: '⚑' },
      disabled: true,
    });
    expect(markup).toContain('aria-label="⚑"');
    expect(markup).toContain(' disabled');
  });

  it('that are links lead to the web alone', () => {
    const link = (url: string): string =>
      row({ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Read', url });
    expect(link('https://a.b/')).toContain('href="https://a.b/"');
    expect(link('javascript:alert(1)')).not.toContain('href');
  });

  it('cannot break out by label, id or emoji', () => {
    const markup = row({
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: HOSTILE,
      custom_id: HOSTILE,
      emoji: { name: HOSTILE },
    });
    expect(markup).not.toContain('<script');
    expect(markup).not.toContain('""');
  });
});

describe('selects', () => {
  it('are comboboxes that show what is chosen', () => {
    const markup = draw({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: 'zone',
          placeholder: 'Zone',
          max_values: 2,
          options: [
            { label: 'UTC', value: 'utc', default: true },
            { label: HOSTILE, value: 'x', description: 'Bad' },
          ],
        },
      ],
    });
    expect(markup).toContain('data-select="zone" data-min="1" data-max="2"');
    expect(markup).toContain('role="combobox"');
    expect(markup).toContain('<span class="select-value">UTC</span>');
    expect(markup).toContain('data-value="utc" aria-selected="true"');
    expect(markup).toContain('aria-multiselectable="true"');
    expect(markup).not.toContain('<script');
  });

  it.each([
    [ComponentType.UserSelect, 'user'],
    [ComponentType.RoleSelect, 'role'],
    [ComponentType.MentionableSelect, 'mentionable'],
    [ComponentType.ChannelSelect, 'channel'],
  ] as const)('of type %d offer each %s of the server', (type, kind) => {
    const markup = draw({ type: ComponentType.ActionRow, components: [{ type, custom_id: 'pick' }] });
    expect(markup).toContain(`data-value="${kind}-1"`);
    expect(markup).toContain(`first ${kind}`);
  });
});
