import { error, type Rule } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';

/** `Monitor B`, `Disk E`: a thing that the case names by a letter. Amperes (`30 A`) are none. */
const LETTERED = /^\p{L}[\p{L} ]* ([A-F])$/u;

/** Options get the letters A, B, C on their buttons; a "Monitor B" on button C is answered wrongly by mistake. */
export const o3OptionLetters: Rule = {
  id: 'O3',
  title: 'letters in options agree with those on the buttons',
  scope: 'item',
  check(item) {
    if (item.kind !== 'single' && item.kind !== 'multiple') return [];
    const letters = optionsOf(item).map(({ text }) => LETTERED.exec(plain(text))?.[1]);
    if (letters.filter((letter) => letter !== undefined).length < 2) return [];
    const agree = letters.every(
      (letter, index) => letter === undefined || letter === String.fromCharCode('A'.charCodeAt(0) + index),
    );
    if (agree && item.ordered) return [];
    return [
      error(
        'options are named by letters that differ from those on the buttons',
        'list them from A on and add "ordered: true", or name them by numbers',
      ),
    ];
  },
};
