import { ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { renderMessage, summary } from '../../../src/playground/render/message.ts';
import { context, v2 } from './messages.ts';

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
const V2 = MessageFlags.IsComponentsV2;

describe('renderMessage', () => {
  it('says who, that it is an app, and when', () => {
    const { markup } = renderMessage(v2([text('hello')]), context);
    expect(markup).toContain('<span class="author">sensei</span>');
    expect(markup).toContain('APP');
    expect(markup).toContain('Today at 08:00');
    expect(markup).toContain('aria-label="sensei, Today at 08:00"');
    expect(markup).not.toContain('Only you can see this');
  });

  it('tells that only its reader sees a private one, with a way to dismiss it', () => {
    const { markup } = renderMessage(v2([text('x')], { flags: V2 | MessageFlags.Ephemeral }), context);
    expect(markup).toContain('Only you can see this');
    expect(markup).toContain('data-dismiss');
    expect(markup).toContain('data-ephemeral');
  });

  it('shows that the app is thinking', () => {
    const { markup } = renderMessage(v2([], { flags: MessageFlags.Loading }), context);
    expect(markup).toContain('sensei is thinking…');
    expect(summary(v2([], { flags: MessageFlags.Loading }), context, 100)).toBe('is thinking…');
  });

  it('marks an edited one and names the command that it answers', () => {
    const user = { id: '7', username: 'ana', discriminator: '0', global_name: null, avatar: null };
    const message = v2([text('x')], {
      type: MessageType.ChatInputCommand,
      edited_timestamp: '2026-11-24T08:01:00.000Z',
      interaction_metadata: { id: '1', type: 2, user, authorizing_integration_owners: {} },
      interaction: { id: '1', type: 2, name: 'term', user },
    });
    const { markup } = renderMessage(message, context);
    expect(markup).toContain('(edited)');
    expect(markup).toContain('Ana &lt;b&gt;</span> used');
    expect(markup).toContain('/term');
  });

  it('draws the older kind: content, embeds and attachments', () => {
    const message = v2([], {
      flags: MessageFlags.SuppressNotifications,
      content: 'plain **words**',
      embeds: [
        { title: 'Title', description: '<i>', fields: [{ name: 'a', value: 'b' }], footer: { text: 'end' } },
      ],
      attachments: [
        {
          id: '1',
          filename: 'a.png',
          size: 5,
          url: 'http://127.0.0.1:1/a',
          proxy_url: '',
          content_type: 'image/png',
        },
        { id: '2', filename: 'a.csv', size: 5, url: 'http://127.0.0.1:1/b', proxy_url: '' },
      ],
    });
    const { markup } = renderMessage(message, context);
    for (const part of ['<strong>words</strong>', 'Title', '&lt;i&gt;', 'end', '<img', 'a.csv', '5 bytes']) {
      expect(markup).toContain(part);
    }
  });

  it('lets nothing hostile through, whichever field it sits in', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const message = v2([text(hostile)], {
      author: { ...v2([]).author, username: hostile },
      content: hostile,
      flags: MessageFlags.SuppressNotifications,
      embeds: [{ title: hostile, url: 'javascript:x', author: { name: hostile }, footer: { text: hostile } }],
    });
    const { markup } = renderMessage(message, context);
    expect(markup).not.toContain('<img src=x');
    expect(markup).not.toContain('javascript:');
  });
});

it('sums a message up in plain words of a given length', () => {
  const message = v2([
    { type: ComponentType.Container, components: [text('## SMTP'), text('**Sends** mail')] },
  ]);
  expect(summary(message, context, 100)).toBe('SMTP Sends mail');
  expect(summary(message, context, 8)).toBe('SMTP Se…');
});
