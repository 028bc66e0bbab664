import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../src/discord/views/guide.ts';
import { forDiscord } from '../../src/discord/views/guide-text.ts';

describe('forDiscord', () => {
  it('makes a list of a table, naming the columns where there are several', () => {
    const table =
      'Ports:\n\n| Name | Port | Transport |\n|---|---|---|\n| SMTP | 25 | TCP |\n| DNS | 53 | both |\n\nEnd.';
    expect(forDiscord(table)).toBe(
      'Ports:\n\n- **SMTP**: Port 25 · Transport TCP\n- **DNS**: Port 53 · Transport both\n\nEnd.',
    );
  });
  it('drops the column name of a table with two columns', () => {
    expect(forDiscord('| Domain | Share |\n|---|---|\n| Networking | 23 % |')).toBe('- **Networking**: 23 %');
  });
  it('makes bold lines of headings that Discord does not have', () => {
    expect(forDiscord('#### Deep\n## Fine')).toBe('**Deep**\n## Fine');
  });
});

describe('pagesOf', () => {
  const paragraph = fc.stringMatching(/^[a-z ]{1,400}[a-z]$/);
  it('loses no paragraph and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 30 }), (paragraphs) => {
        const body = paragraphs.map((text) => text.trim()).join('\n\n');
        expect(pagesOf(body).join('\n\n')).toBe(body.trim());
      }),
    );
  });
  it('keeps a heading with what follows it', () => {
    const body = `${'x'.repeat(1_590)}\n\n## Next\n\nText under it.`;
    expect(pagesOf(body)).toEqual(['x'.repeat(1_590), '## Next\n\nText under it.']);
  });
  it('keeps each page within reach of a phone', () => {
    const body = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} ${'word '.repeat(40)}`.trim()).join(
      '\n\n',
    );
    for (const page of pagesOf(body)) expect(page.length).toBeLessThanOrEqual(1_600);
  });
});
