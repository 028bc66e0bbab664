import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type LoadResult, loadCurriculum } from '../../../src/curriculum/load/load.ts';
import { type Files, packFiles, withContent } from '../content-folder.ts';
import { packFile, single } from '../curriculum-of.ts';

const load = (files: Files): LoadResult => withContent(files, loadCurriculum);

function findingsOf(files: Files) {
  const loaded = load(files);
  return loaded.ok ? [] : loaded.findings;
}

/** The sound pack with one file changed. */
function changed(path: string, change: (text: string) => string): Files {
  const files = packFiles();
  const whole = `packs/tiny/${path}`;
  return { ...files, [whole]: change(files[whole] ?? '') };
}

const lineOf = (text: string | undefined, part: string) =>
  (text ?? '').split('\n').findIndex((line) => line.includes(part)) + 1;

describe('loadCurriculum', () => {
  it('qualifies ids by the key of their pack and keeps the place of each entry', () => {
    const loaded = load(packFiles());
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    const { curriculum } = loaded;
    expect([...curriculum.terms.keys()]).toEqual(['tiny/smtp', 'tiny/imap']);
    expect(curriculum.terms.get('tiny/smtp')).toMatchObject({
      related: ['tiny/imap'],
      guides: ['tiny/mail'],
      pack: 'tiny',
    });
    expect(curriculum.terms.get('tiny/imap')?.place.line).toBe(
      lineOf(packFiles()['packs/tiny/terms/mail.yaml'], 'id: imap'),
    );
    expect(curriculum.items.get('tiny/q')?.terms).toEqual(['tiny/smtp']);
    expect(curriculum.guides.get('tiny/mail')?.body).toBe('# Mail\n\nIt travels by **SMTP**.');
    expect(curriculum.objectives.get('tiny-1/2.1')).toMatchObject({ domain: 'tiny-1/2.0', title: 'Two' });
  });

  it('takes a second pack that is dropped in, with the same bare ids', () => {
    const outlines = packFile().outlines.map((outline) => ({ ...outline, id: 'more-1' }));
    const second = packFiles('more', { id: 'more', key: 'more', outlines, defaultOutline: 'more-1' });
    const loaded = load({ ...packFiles(), ...second });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    expect(loaded.curriculum.packs.map(({ id }) => id)).toEqual(['more', 'tiny']);
    expect(loaded.curriculum.terms.has('more/smtp') && loaded.curriculum.terms.has('tiny/smtp')).toBe(true);
  });

  it('stamps equal content equally and changed content otherwise', () => {
    const stamp = (files: Files) => {
      const loaded = load(files);
      return loaded.ok ? loaded.stamp : 'refused';
    };
    expect(stamp(packFiles())).toBe(stamp(packFiles()));
    expect(stamp(changed('guides/mail.md', (text) => `${text}!`))).not.toBe(stamp(packFiles()));
  });

  it('reads Windows line ends and a byte order mark', () => {
    const files = packFiles();
    const windows = Object.entries(files).map(([path, text]) => [
      path,
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ]);
    expect(load(Object.fromEntries(windows)).ok).toBe(true);
  });

  it('keeps the spaces that a table in an exhibit begins with', () => {
    const exhibit = '     Mon  Fri\nCRC    4   12';
    const printed = stringify([single({ exhibit: `${exhibit}\n\n` })]);
    const loaded = load(changed('questions/mail.yaml', () => printed));
    expect(loaded.ok && loaded.curriculum.items.get('tiny/q')?.exhibit).toBe(exhibit);
  });

  it('says so where there is no pack, and where a pack has no pack.yaml', () => {
    expect(findingsOf({})).toMatchObject([{ rule: 'no-packs' }]);
    expect(findingsOf({ 'packs/empty/terms/a.yaml': '[]' })).toMatchObject([
      { rule: 'no-pack-file', file: 'packs/empty/pack.yaml' },
    ]);
  });

  it('keeps what is sound for tools, and says what is not', () => {
    const loaded = load(changed('terms/mail.yaml', (text) => text.replace('name: IMAP', 'nmae: IMAP')));
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) expect([...loaded.draft.terms.keys()]).toEqual(['tiny/smtp']);
  });
});

describe('findings of loading', () => {
  it('does not blame references to an entry that is there but not sound', () => {
    const misspelt = findingsOf(changed('terms/mail.yaml', (text) => text.replace('sensei:', 'sensie:')));
    expect(new Set(misspelt.map(({ rule }) => rule))).toEqual(new Set(['schema']));
    const unreadable = findingsOf(changed('terms/mail.yaml', (text) => text.replace('source:', 'source: ]')));
    expect(new Set(unreadable.map(({ rule }) => rule))).toEqual(new Set(['yaml']));
  });

  it('names a misspelt field, its line and what was meant', () => {
    const files = changed('terms/mail.yaml', (text) => text.replace('sensei:', 'sensie:'));
    const line = lineOf(files['packs/tiny/terms/mail.yaml'], 'sensie');
    expect(findingsOf(files)).toContainEqual(
      expect.objectContaining({
        file: 'packs/tiny/terms/mail.yaml',
        line,
        id: 'smtp',
        message: 'unknown field sensie',
        advice: 'take it out or rename it; did you mean sensei?',
      }),
    );
  });

  it('explains a text that ": " turned into a field, on its line', () => {
    const files = changed('terms/mail.yaml', (text) => text.replace('- three', '- Note: three'));
    const found = findingsOf(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      line: lineOf(files['packs/tiny/terms/mail.yaml'], 'Note: three'),
      id: 'smtp',
    });
    expect(found[0]?.message).toContain('keyConcepts[3] was read as a field "Note"');
    expect(found[0]?.advice).toContain('single quotes');
  });

  it('explains ": " in a plain value, which YAML itself refuses', () => {
    const files = changed('terms/mail.yaml', (text) =>
      text.replace('sensei: Remember it.', 'sensei: Remember: it.'),
    );
    const line = lineOf(files['packs/tiny/terms/mail.yaml'], 'Remember: it');
    expect(findingsOf(files)).toContainEqual(
      expect.objectContaining({ rule: 'yaml', line, advice: expect.stringContaining('single quotes') }),
    );
  });

  it('asks for quotes round a number that should be a text', () => {
    const files = changed('questions/mail.yaml', (text) => text.replace('text: LDAP', 'text: 389'));
    expect(findingsOf(files)).toMatchObject([
      { rule: 'schema', advice: "put the text in single quotes, such as '389'" },
    ]);
  });

  it('counts what is too long and too few', () => {
    const long = changed('terms/mail.yaml', (text) => text.replace('Remember it.', 'x'.repeat(201)));
    expect(findingsOf(long)[0]?.message).toBe(
      'sensei has 201 characters, but at most 200 characters are allowed',
    );
    const few = changed('terms/mail.yaml', (text) => text.replace('    - one\n', ''));
    expect(findingsOf(few)[0]?.message).toBe('keyConcepts has 3 entries, but at least 4 entries are needed');
  });

  it('names the kinds where a question has none of them', () => {
    const files = changed('questions/mail.yaml', (text) => text.replace('kind: single', 'kind: essay'));
    expect(findingsOf(files)).toMatchObject([
      { rule: 'schema', id: 'q', message: expect.stringContaining('kind') },
    ]);
  });

  it('guesses what a reference to nothing meant', () => {
    const files = changed('terms/mail.yaml', (text) => text.replaceAll('- imap', '- imp'));
    expect(findingsOf(files)).toMatchObject([
      { rule: 'unknown-term', id: 'smtp', advice: 'did you mean "imap"?' },
    ]);
  });

  it.each([
    ['unknown-objective', 'terms/mail.yaml', 'tiny-1/1.1', 'tiny-1/9.9'],
    ['unknown-guide', 'terms/mail.yaml', '- mail', '- post'],
    ['unknown-term', 'questions/mail.yaml', '- smtp', '- snmp'],
    ['unknown-term', 'guides/mail.md', '[smtp]', '[snmp]'],
    ['answer', 'questions/mail.yaml', 'correct: true', 'correct: false'],
    ['weights', 'pack.yaml', 'weight: 0.6', 'weight: 0.7'],
    ['unknown-outline', 'pack.yaml', 'defaultOutline: tiny-1', 'defaultOutline: tiny-2'],
    ['guide', 'guides/mail.md', '---\n', ''],
    ['yaml', 'pack.yaml', 'name: A tiny subject', 'name: A\nname: B'],
    ['duplicate-id', 'terms/mail.yaml', 'id: imap', 'id: smtp'],
  ])('finds %s in %s', (rule, path, from, to) => {
    const found = findingsOf(changed(path, (text) => text.replace(from, to)));
    expect(found).toContainEqual(
      expect.objectContaining({ rule, file: `packs/tiny/${path}`, level: 'error' }),
    );
    expect(found.every(({ line, message, advice }) => line > 0 && message !== '' && advice !== '')).toBe(
      true,
    );
  });

  it('finds an id that another file has taken, and says which', () => {
    const files = packFiles();
    const twice = { ...files, 'packs/tiny/terms/more.yaml': files['packs/tiny/terms/mail.yaml'] ?? '' };
    const [finding] = findingsOf(twice).filter(({ id }) => id === 'smtp');
    expect(finding).toMatchObject({ rule: 'duplicate-id', file: 'packs/tiny/terms/more.yaml' });
    expect(finding?.message).toContain('packs/tiny/terms/mail.yaml:1');
  });

  it('finds two packs with one key, one id and one outline', () => {
    const messages = findingsOf({ ...packFiles(), ...packFiles('twin') }).map(({ message }) => message);
    for (const what of ['pack id', 'pack key', 'outline id']) {
      expect(messages).toContainEqual(expect.stringContaining(`the ${what} "`));
    }
  });
});
