/** One connection to the database, and the few ways in which the deeds use it. */
import Database from 'better-sqlite3';
import type { NextDue } from './timetable.ts';

type Value = string | number | null;
/** Named parameters; a statement that names one which is missing throws. */
export type Params = Readonly<Record<string, Value>>;

export interface Db {
  readonly nextDue: NextDue;
  /** The first row, or undefined. The caller names the columns as in `Row`. */
  one<Row>(sql: string, params?: Params): Row | undefined;
  all<Row>(sql: string, params?: Params): Row[];
  /** Rows changed, and the id of the last one inserted. */
  run(sql: string, params?: Params): { readonly changes: number; readonly id: number };
  /**
   * One write transaction. It begins IMMEDIATE: one that begins as a read and then writes fails at once when
   * another process writes, whatever the busy timeout. Inside another it is a savepoint.
   */
  write<T>(deed: () => T): T;
  /** One snapshot for several reads. */
  read<T>(deed: () => T): T;
  readonly connection: Database.Database;
}

/** How long (ms) a write waits for another process's. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the file in WAL mode. `synchronous = FULL`: each commit is on the disk before it returns, so an answer
 * that was acknowledged outlives a power cut, not only the end of the process (NORMAL would do for that). It
 * costs one flush an answer. Recursive triggers make REPLACE fire the guards of the answer log too.
 */
export function connect(path: string): Database.Database {
  const connection = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  return connection;
}

/** Statements are prepared at first use and kept. */
export function makeDb(connection: Database.Database, nextDue: NextDue): Db {
  const statements = new Map<string, Database.Statement<[Params]>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const made = connection.prepare<[Params]>(sql);
    statements.set(sql, made);
    return made;
  };
  const transaction = connection.transaction((deed: () => unknown) => deed());
  return {
    connection,
    nextDue,
    one: <Row>(sql: string, params: Params = {}) => prepared(sql).get(params) as Row | undefined,
    all: <Row>(sql: string, params: Params = {}) => prepared(sql).all(params) as Row[],
    run: (sql, params = {}) => {
      const { changes, lastInsertRowid } = prepared(sql).run(params);
      return { changes, id: Number(lastInsertRowid) };
    },
    write: <T>(deed: () => T) => transaction.immediate(deed) as T,
    read: <T>(deed: () => T) => transaction.deferred(deed) as T,
  };
}
