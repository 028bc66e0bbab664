import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, renderMarkdown } from '../../../src/playground/render/markdown.ts';
import { context, NOW } from './messages.ts';

const draw = (source: string): string => renderMarkdown(source, context).markup;

describe('renderMarkdown', () => {
  it.each([
    ['## SMTP\nmail', '<h2>SMTP</h2>mail'],
    ['-# small *print*\nafter', '<small>small <em>print</em></small>after'],
    ['a **b** `c`', 'a <strong>b</strong> <code>c</code>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['> said\nnot', '<blockquote>said<br></blockquote>not'],
    ['```\nx < y\n```\nafter', '<pre><code class="hljs">x &lt; y</code></pre>after'],
  ])('draws %j', (source, markup) => {
    expect(draw(source)).toBe(markup);
  });

  it('draws timestamps in their style, by the given clock', () => {
    const seconds = NOW / 1000 + 7200;
    expect(draw(`<t:${seconds}:R>`)).toContain('>in 2 hours</time>');
    expect(draw(`<t:${seconds}:t>`)).toContain('>11:00</time>');
    expect(draw(`<t:${seconds}>`)).toMatch(/>24 November 2026(,| at) 11:00<\/time>/);
    expect(draw(`<t:${seconds}:R>`)).toContain(`data-unix="${seconds}" data-style="R"`);
  });

  it('names members, roles, channels and commands', () => {
    expect(draw('<@7>')).toContain('@Ana &lt;b&gt;');
    expect(draw('<@&8>')).toContain('@Study &amp; Co');
    expect(draw('<#9>')).toContain('data-open-channel="9"');
    expect(draw('<@1> <#2> <@&3>')).toMatch(/@unknown-user.*# unknown.*@unknown-role/);
    expect(draw('</quiz start:1234567890123456789>')).toContain('data-type-command="quiz start"');
  });

  it('fetches nothing from elsewhere and leaves the page for the web alone', () => {
    expect(draw('<:party:123456789012345678>')).not.toContain('<img');
    expect(draw('[x](javascript:alert(1)) [y](/api/action)')).not.toContain('href');
    expect(draw('[x](https://a.b)')).toContain(
      'href="https://a.b/" target="_blank" rel="noopener noreferrer"',
    );
  });

  it('makes only tags that it means to, whatever it is given', () => {
    const allowed =
      /^<\/?(?:h[1-3]|small|strong|em|u|del|code|pre|ul|ol|li|blockquote|br|a|span|button|time)(?: |>|$)/;
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '**',
      '||',
      '`',
      '[',
      '](',
      ')',
      'javascript:',
      '<@',
      '<t:1',
      ':R>',
      '\n',
      '-# ',
      '# ',
      '> ',
      '- ',
      'x',
      '</a:1234567890123456>',
      'https://a.b',
      '<script>',
      '<img src=x onerror=y>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        for (const tag of draw(parts.join('')).match(/<[^>]*>?/g) ?? []) {
          expect(tag).toMatch(allowed);
          expect(tag).not.toMatch(/ on\w+=|href="javascript/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('reads as plain words for a screen reader', () => {
  expect(plainText('## SMTP\n**Port** 25 & <@7>\n- one\n- two', context)).toBe(
    'SMTP Port 25 & @Ana <b> one two',
  );
});
