/** What was last registered with Discord. */
import type { Db } from './db.ts';

const COMMANDS = 'commands-hash';

/** The hash of the commands as last registered, or null. */
export function registeredHash(db: Db): string | null {
  const row = db.one<{ value: string }>('SELECT value FROM settings WHERE key = @key', { key: COMMANDS });
  return row?.value ?? null;
}

export function setRegisteredHash(db: Db, hash: string): void {
  db.run('INSERT INTO settings VALUES (@key, @value) ON CONFLICT DO UPDATE SET value = @value', {
    key: COMMANDS,
    value: hash,
  });
}
