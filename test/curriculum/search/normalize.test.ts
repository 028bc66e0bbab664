import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, fold, partsOf, wordsOf } from '../../../src/curriculum/search/normalize.ts';

describe('compact', () => {
  it.each([
    ['Wi-Fi 6E', 'wifi6e'],
    ['802.11ax', '80211ax'],
    ['Café', 'cafe'],
    ['ＲＡＩＤ', 'raid'],
    ['Plug & Play', 'plugandplay'],
    ['  SMTP!? ', 'smtp'],
    ['', ''],
  ])('%s is %s', (text, expected) => {
    expect(compact(text)).toBe(expected);
  });

  it('comes to rest after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(compact(compact(text))).toBe(compact(text));
      }),
    );
  });

  it('holds letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(compact(text)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });

  it('does not hear case, punctuation at the ends, or spaces', () => {
    const ascii = fc.stringMatching(/^[a-z0-9 -]*$/);
    fc.assert(
      fc.property(ascii, fc.constantFrom('', '!', ' ', '…', '"'), (text, mark) => {
        expect(compact(`${mark}${text.toUpperCase()}${mark}`)).toBe(compact(text));
        expect(compact(text.replaceAll(' ', ''))).toBe(compact(text));
      }),
    );
  });

  it('is the words joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(compact(text));
      }),
    );
  });
});

describe('words and parts', () => {
  it('keeps joined words whole and gives their parts apart', () => {
    expect(wordsOf('Wi-Fi Protected Access (WPA)')).toEqual(['wifi', 'protected', 'access', 'wpa']);
    expect(partsOf('Wi-Fi Protected Access')).toEqual(['wi', 'fi']);
    expect(partsOf('802.11ax')).toEqual(['802', '11ax']);
  });

  it('folds compatibility forms', () => {
    expect(fold('Ångström ﬁ ①')).toBe('angstrom fi 1');
  });
});
