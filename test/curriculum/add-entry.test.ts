import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Added, type AddRequest, addEntry } from '../../src/curriculum/add-entry.ts';
import { type LoadResult, loadCurriculum } from '../../src/curriculum/load/load.ts';
import { parseYaml } from '../../src/curriculum/load/yaml.ts';
import { ITEM_KINDS, ItemEntry, TermEntry } from '../../src/curriculum/schema.ts';
import { packFiles, withContent } from './content-folder.ts';

const TERM = { what: 'term', id: 'dns', name: 'DNS', objective: 'tiny-1/2.1' } as const;

function add(request: AddRequest, times = 1): { added: Added[]; loaded: LoadResult; text: string } {
  return withContent(packFiles(), (contentDir) => {
    const added = Array.from({ length: times }, () =>
      addEntry(contentDir, request, ({ packs }) => packs[0] ?? 'there is no pack'),
    );
    const file = added.flatMap((one) => (one.ok ? one.file : []))[0];
    const text = file === undefined ? '' : readFileSync(join(contentDir, file), 'utf8');
    return { added, loaded: loadCurriculum(contentDir), text };
  });
}

describe('a new entry', () => {
  it('goes to the end of the file that is named, and says its line', () => {
    const { added, text } = add({ ...TERM, file: 'mail.yaml' });
    const [one] = added;
    if (!one?.ok) throw new Error('it was added');
    expect(one.file).toBe('packs/tiny/terms/mail.yaml');
    expect(text.split('\n')[one.line - 1]).toBe("- id: 'dns'");
    const yaml = parseYaml(text);
    expect(yaml.ok && yaml.value).toMatchObject([{ id: 'smtp' }, { id: 'imap' }, { id: 'dns', name: 'DNS' }]);
  });

  it('goes to a file for its objective where none is named', () => {
    expect(add(TERM).added).toEqual([{ ok: true, file: 'packs/tiny/terms/tiny-1-2-1.yaml', line: 1 }]);
  });

  it('is refused by the check until it is filled in, for empty fields and nothing else', () => {
    const { loaded } = add(TERM);
    const found = loaded.ok ? [] : loaded.findings;
    expect(new Set(found.map(({ rule, id }) => `${rule} ${id}`))).toEqual(new Set(['schema dns']));
    expect(found.map(({ message }) => message).join('\n')).toMatch(/^definition has 0 characters/m);
  });

  it.each(ITEM_KINDS)('has every field of a question of kind %s', (kind) => {
    const { text } = add({ what: 'question', id: 'case', kind, objective: 'tiny-1/1.1' });
    const yaml = parseYaml(text);
    if (!yaml.ok || !Array.isArray(yaml.value)) throw new Error('it is a list in YAML');
    const issues = ItemEntry.safeParse(yaml.value[0]).error?.issues ?? [];
    expect(issues.length).toBeGreaterThan(0);
    const misshapen = issues.filter(({ code }) => code === 'unrecognized_keys' || code === 'invalid_type');
    expect(misshapen).toEqual([]);
  });

  it('has every field of a term that must be written', () => {
    const yaml = parseYaml(add(TERM).text);
    if (!yaml.ok || !Array.isArray(yaml.value)) throw new Error('it is a list in YAML');
    const fields = Object.entries(TermEntry.shape).filter(
      ([, schema]) => !schema.safeParse(undefined).success,
    );
    expect(Object.keys(yaml.value[0])).toEqual(expect.arrayContaining(fields.map(([name]) => name)));
  });

  it('never takes an id that is there, sound or not', () => {
    expect(add({ ...TERM, id: 'smtp' }).added).toEqual([
      { ok: false, why: 'the id "smtp" is taken by packs/tiny/terms/mail.yaml:1' },
    ]);
    expect(add(TERM, 2).added[1]).toEqual({
      ok: false,
      why: expect.stringContaining('is taken by packs/tiny/terms/tiny-1-2-1.yaml, which is not'),
    });
  });

  it.each([
    [{ ...TERM, id: 'Not An Id' }, /lower-case words/],
    [{ ...TERM, objective: 'tiny-1/9.9' }, /no objective "tiny-1\/9\.9"/],
    [{ ...TERM, file: '../pack.yaml' }, /must be a file name/],
    [{ ...TERM, name: ' ' }, /name is empty/],
  ] as const)('is refused with a reason: %j', (request, why) => {
    expect(add(request).added).toEqual([{ ok: false, why: expect.stringMatching(why) }]);
  });
});
