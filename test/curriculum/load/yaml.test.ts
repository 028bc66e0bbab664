import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { entryLines, locator, parseYaml } from '../../../src/curriculum/load/yaml.ts';

const packs = fileURLToPath(new URL('../../../data/packs', import.meta.url));
const shipped = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.yaml$/.test(path),
);

function byPosition(text: string, count: number): number[] {
  const locate = locator(text);
  return Array.from({ length: count }, (_, index) => locate([index]));
}

describe('entry lines', () => {
  it('are the same from a scan for dashes as from positions, in all shipped lists', () => {
    const lists = shipped.filter((path) => !path.endsWith('pack.yaml'));
    expect(lists.length).toBeGreaterThan(0);
    for (const path of lists) {
      const text = readFileSync(`${packs}/${path}`, 'utf8');
      const yaml = parseYaml(text);
      if (!yaml.ok || !Array.isArray(yaml.value)) throw new Error(`${path} is not a list`);
      expect(entryLines(text, yaml.value.length)).toEqual(byPosition(text, yaml.value.length));
    }
  });

  it('are the same for any list of texts and fields that YAML can write', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
    const entry = fc.dictionary(fc.constantFrom('id', 'name', 'notes'), value, { minKeys: 1 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (list) => {
        const text = stringify(list);
        expect(entryLines(text, list.length)).toEqual(byPosition(text, list.length));
      }),
    );
  });

  it('are found where the whole list is indented', () => {
    expect(entryLines('\n  - id: a\n    n: 1\n  - id: b\n', 2)).toEqual([2, 4]);
  });
});

describe('locator', () => {
  it('goes as deep as the text goes', () => {
    const locate = locator('- id: a\n  options:\n    - text: x\n      why: y\n');
    expect(locate([0, 'options', 0, 'why'])).toBe(4);
    expect(locate([0, 'options', 7, 'why'])).toBe(2);
    expect(locate([])).toBe(1);
  });
});
