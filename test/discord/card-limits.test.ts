import { describe, expect, it } from 'vitest';
import { card, text } from '../../src/discord/card.ts';
import { overLimit } from '../../src/discord/card-limits.ts';

const many = (n: number, content: string) => card('calm', ...Array.from({ length: n }, () => text(content)));

describe('overLimit', () => {
  it('takes a card that just fits', () => {
    expect(overLimit(many(39, 'x'))).toBeNull();
    expect(overLimit(many(2, 'x'.repeat(2_000)))).toBeNull();
  });
  it('counts components with their container', () => {
    expect(overLimit(many(40, 'x'))).toContain('41 components');
  });
  it('counts characters over all texts', () => {
    expect(overLimit(many(2, 'x'.repeat(2_001)))).toContain('4002 characters');
  });
  it('counts bytes, which Discord answers with a 500', () => {
    expect(overLimit(many(2, '漢'.repeat(1_700)))).toContain('bytes');
  });
  it('refuses an empty text', () => expect(overLimit(many(1, ''))).toBe('an empty text'));
});
