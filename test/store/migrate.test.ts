import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openAt, seen, temporaryFolder } from './fixture.ts';

const OURS = fileURLToPath(new URL('../../migrations', import.meta.url));

interface Place {
  readonly directory: string;
  readonly backupDir: string;
  readonly file: string;
}

function place(files: Record<string, string>): Place {
  const directory = temporaryFolder();
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(directory, name), sql);
  const backupDir = temporaryFolder();
  return { directory, backupDir, file: join(backupDir, 'test.db') };
}

/** Migrates, and returns the tables that are there afterwards. */
function run(at: Place): string[] {
  const db = new Database(at.file);
  try {
    migrate(db, at);
    return db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  } finally {
    db.close();
  }
}

const ONE = { '0001-one.sql': 'CREATE TABLE one (a INTEGER) STRICT;' };
const TWO = { ...ONE, '0002-two.sql': 'CREATE TABLE two (a INTEGER) STRICT;' };

describe('migrate', () => {
  it('makes our tables in an empty database, and nothing when run again', () => {
    const at = { ...place({}), directory: OURS };
    const tables = run(at);
    expect(tables).toContain('answers');
    expect(run(at)).toEqual(tables);
    expect(readdirSync(at.backupDir)).toEqual(['test.db']);
  });

  it('applies what is new, after a copy of what was there', () => {
    const at = place(ONE);
    run(at);
    writeFileSync(join(at.directory, '0002-two.sql'), TWO['0002-two.sql']);
    expect(run(at)).toContain('two');
    const copy = new Database(join(at.backupDir, 'test.db.before-0002-two'), { readonly: true });
    expect(copy.prepare('SELECT name FROM migrations').pluck().all()).toEqual(['0001-one.sql']);
    copy.close();
  });

  it('leaves nothing behind of a file that fails, and keeps those before it', () => {
    const at = place({ ...ONE, '0002-bad.sql': 'CREATE TABLE half (a INTEGER); SELECT nonsense;' });
    expect(() => run(at)).toThrow(/nonsense/);
    rmSync(join(at.directory, '0002-bad.sql'));
    expect(run(at)).toEqual(['migrations', 'one']);
  });

  it('refuses a missing migration by name', () => {
    const at = place({ ...TWO, '0003-three.sql': 'CREATE TABLE three (a INTEGER);' });
    run(at);
    rmSync(join(at.directory, '0002-two.sql'));
    expect(() => run(at)).toThrow(
      'Migration 0002-two.sql is applied in the database but missing from the folder.',
    );
  });

  it('refuses one that was put before an applied one', () => {
    const at = place({ '0002-two.sql': TWO['0002-two.sql'] });
    run(at);
    writeFileSync(join(at.directory, '0001-one.sql'), ONE['0001-one.sql']);
    expect(() => run(at)).toThrow('Migration 0001-one.sql stands before 0002-two.sql, which is applied');
  });

  it('refuses one that was changed after it had been applied', () => {
    const at = place(ONE);
    run(at);
    writeFileSync(join(at.directory, '0001-one.sql'), 'CREATE TABLE other (a INTEGER);');
    expect(() => run(at)).toThrow('Migration 0001-one.sql was changed after it had been applied.');
  });

  it('takes Windows line ends for the same file', () => {
    const at = place({ '0001-one.sql': 'CREATE TABLE one\n(a INTEGER);\n' });
    run(at);
    writeFileSync(join(at.directory, '0001-one.sql'), 'CREATE TABLE one\r\n(a INTEGER);\r\n');
    expect(run(at)).toContain('one');
  });

  it('refuses a database that is newer than the program', () => {
    const at = place(TWO);
    run(at);
    rmSync(join(at.directory, '0002-two.sql'));
    expect(() => run(at)).toThrow('The database is newer than this program: it has 0002-two.sql');
  });

  it('replaces the copy of an earlier try of the same step', () => {
    const at = place(ONE);
    run(at);
    writeFileSync(join(at.directory, '0002-two.sql'), 'SELECT nonsense;');
    expect(() => run(at)).toThrow(/nonsense/);
    writeFileSync(join(at.directory, '0002-two.sql'), TWO['0002-two.sql']);
    run(at);
    expect(existsSync(join(at.backupDir, 'test.db.before-0002-two'))).toBe(true);
    expect(existsSync(join(at.backupDir, 'test.db.before-0002-two.part'))).toBe(false);
  });
});

describe('backup', () => {
  it('writes a whole copy that opens on its own', async () => {
    const folder = temporaryFolder();
    const store = openAt(join(folder, 'sensei.db'));
    seen(store, '1', 'Ann', 5);
    await store.backup(join(folder, 'copy.db'));
    const restored = openAt(join(folder, 'copy.db'));
    expect(restored.exportMember('1').guilds).toHaveLength(1);
  });
});
