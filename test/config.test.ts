import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789';

describe('readConfig', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: { contentDir: 'data', logLevel: 'info' },
    });
  });

  it('takes what is set and reads an empty value as not set', () => {
    const read = readConfig({ DISCORD_TOKEN: TOKEN, PORT: '8080', LOG_LEVEL: '', BACKUP_DIR: 'copies' });
    expect(read).toMatchObject({
      ok: true,
      config: { token: TOKEN, port: 8080, logLevel: 'info', backupDir: 'copies' },
    });
  });

  it('names every wrong variable in one line each, and never repeats a value', () => {
    const read = readConfig({
      DISCORD_TOKEN: 'short secret',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'ftp://x',
    });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems).toHaveLength(4);
    expect(read.problems.map((line) => line.split(' ', 1)[0]).sort()).toEqual([
      'DISCORD_API_URL',
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(read.problems.join('\n')).not.toContain('secret');
  });
});
