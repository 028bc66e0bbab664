import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, escapeHtml, html, webAddress } from '../../../src/playground/render/html.ts';

describe('html', () => {
  it('lets no value open a tag or leave its attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const inside = markup.slice('<p title="'.length, -'</p>'.length);
        expect(inside).not.toMatch(/<|'/);
        expect(inside.split('"')).toHaveLength(2);
      }),
    );
  });

  it('does not trust an object that merely looks like markup', () => {
    const forged = JSON.parse('{"markup":"<script>"}') as never;
    expect(html`<p>${forged}</p>`.markup).toBe('<p></p>');
  });

  it('joins lists, keeps markup and leaves out what is absent', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.markup).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    );
  });

  it('escapes so that unescaping gives the text back', () => {
    const back = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
    fc.assert(
      fc.property(fc.string(), (text) => {
        const unescaped = escapeHtml(text).replace(
          /&(?:lt|gt|quot|#39|amp);/g,
          (entity) => back[entity as '&lt;'],
        );
        expect(unescaped).toBe(text);
      }),
    );
  });
});

describe('attribute', () => {
  it.each([
    [null, ''],
    [false, ''],
    [undefined, ''],
    [true, ' name'],
    [0, ' name="0"'],
    ['"x"', ' name="&quot;x&quot;"'],
  ])('%s becomes %s', (value, markup) => {
    expect(attribute('name', value).markup).toBe(markup);
  });
});

describe('webAddress', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '/api/press', '//', 'ftp://a.b', ''])(
    'refuses %s',
    (address) => {
      expect(webAddress(address)).toBeNull();
    },
  );

  it('takes http and https', () => {
    expect(webAddress('https://a.b/c?d=e')).toBe('https://a.b/c?d=e');
    expect(webAddress('HTTP://a.b')).toBe('http://a.b/');
  });
});
