/** Brings a database to the newest shape: forward only, each file in a transaction of its own. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';

export interface MigrationOptions {
  readonly directory: string;
  /** Where a copy goes before a database that holds something is changed. */
  readonly backupDir: string;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

type Applied = Pick<Migration, 'name' | 'checksum'>;

/** The files still to apply. @throws Error with one sentence when the history is not this folder's. */
function pendingOf(applied: readonly Applied[], files: readonly Migration[]): readonly Migration[] {
  for (const [place, { name, checksum }] of applied.entries()) {
    const file = files[place];
    if (file?.name === name && file.checksum === checksum) continue;
    if (file?.name === name) throw new Error(`Migration ${name} was changed after it had been applied.`);
    if (files.some((other) => other.name === name))
      throw new Error(`Migration ${file?.name} stands before ${name}, which is applied: add it at the end.`);
    const newer = files.every((other) => other.name < name);
    throw new Error(
      newer
        ? `The database is newer than this program: it has ${name}, which is unknown here.`
        : `Migration ${name} is applied in the database but missing from the folder.`,
    );
  }
  return files.slice(applied.length);
}

function appliedIn(db: Database.Database): Applied[] {
  db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT');
  return db.prepare<[], Applied>('SELECT name, checksum FROM migrations ORDER BY name').all();
}

/** A copy that is either whole or not there; an earlier copy of the same step is replaced. */
function backUp(db: Database.Database, backupDir: string, next: string): void {
  const file = join(backupDir, `${basename(db.name)}.before-${basename(next, '.sql')}`);
  rmSync(`${file}.part`, { force: true });
  db.prepare('VACUUM INTO ?').run(`${file}.part`);
  renameSync(`${file}.part`, file);
}

/** @throws Error that names a missing, changed or reordered migration, a newer database, or SQLite's complaint. */
export function migrate(db: Database.Database, { directory, backupDir }: MigrationOptions): void {
  const files = readMigrations(directory);
  const applied = appliedIn(db);
  const [next] = pendingOf(applied, files);
  if (next && applied.length > 0 && !db.memory) backUp(db, backupDir, next.name);
  const step = db.transaction(() => {
    const [first] = pendingOf(appliedIn(db), files);
    if (!first) return false;
    db.exec(first.sql);
    db.prepare('INSERT INTO migrations VALUES (?, ?)').run(first.name, first.checksum);
    return true;
  });
  while (step.immediate());
}
