import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/curriculum/check/check.ts';
import { copyFinder } from '../../../src/curriculum/check/copied.ts';
import { RULES } from '../../../src/curriculum/check/rules/index.ts';
import { curriculumOf, single, type TermLiteral } from '../curriculum-of.ts';

const ELSEWHERE = {
  name: 'a-handbook.txt',
  text: 'The protocol that carries letters from one server to the next, and nothing more than that.',
};
const rules = RULES.filter(({ id }) => id === 'X1');

function copies(term: Omit<TermLiteral, 'id'>, against = [ELSEWHERE]): string[] {
  const curriculum = curriculumOf({ terms: [{ id: 'smtp', ...term }], items: [single()] });
  return checkContent(curriculum, { rules, against }).map(({ level, message }) => `${level}: ${message}`);
}

describe('X1, the copy check', () => {
  it('catches eight words in a row, whatever their case and marks', () => {
    expect(copies({ definition: 'It CARRIES letters – from one server to the next: quickly.' })).toEqual([
      'error: 8 words in a row stand in a-handbook.txt too (at most 7): "carries letters from one server to the next"',
    ]);
  });

  it('spares seven words, the same words in another order, and everything when nothing is given', () => {
    expect(copies({ definition: 'It brings letters from one server to the next.' })).toEqual([]);
    expect(copies({ definition: 'From one server the protocol carries letters to the next.' })).toEqual([]);
    expect(copies({ definition: ELSEWHERE.text }, [])).toEqual([]);
  });

  it('spares a name that both texts use, and catches the sentence around it', () => {
    const expansion = 'Carries letters from one server to the next';
    expect(copies({ expansion, definition: 'It carries letters from one server to the next.' })).toEqual([]);
    expect(copies({ expansion, definition: ELSEWHERE.text })).toHaveLength(1);
  });

  it('looks at questions and guides too', () => {
    const copied = single({ stem: `${ELSEWHERE.text} Which one is it?` });
    const place = { minutes: 5, summary: 'So.', objectives: [], terms: [] };
    const guide = {
      ...place,
      kind: 'study-guide' as const,
      id: 'mail',
      title: 'Mail',
      body: `# Mail\n\n${ELSEWHERE.text}`,
    };
    const curriculum = curriculumOf({ items: [copied], guides: [guide] });
    expect(checkContent(curriculum, { rules, against: [ELSEWHERE] }).map(({ id }) => id)).toEqual([
      'mail',
      'q',
    ]);
  });

  it('reports the longest of several runs', () => {
    const find = copyFinder([{ name: 's', text: 'a b c d e f. g h i j k l m' }], 3);
    expect(find('a b c d and then g h i j k')).toEqual({ source: 's', words: 5, run: 'g h i j k' });
    expect(find('a b c and d e f')).toBeNull();
  });
});
