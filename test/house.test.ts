/** The import directions of the house are a lint rule per room; each is broken here once, to see it fail. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));

/** Whether the linter, with the house's own rules, refuses a file in a room that holds this one line. */
function refused(room: string, line: string): boolean {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    mkdirSync(join(house, 'src', room), { recursive: true });
    copyFileSync(join(root, 'biome.json'), join(house, 'biome.json'));
    writeFileSync(join(house, 'src', room, 'would-be.ts'), `${line}\n`);
    const run = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', 'src'], {
      cwd: house,
      encoding: 'utf8',
    });
    return run.status !== 0 && `${run.stdout}${run.stderr}`.includes('noRestrictedImports');
  } finally {
    rmSync(house, { recursive: true });
  }
}

describe('a forbidden import fails the check', () => {
  it.each([
    ['curriculum', "export * from '../tutor/streak.ts';"],
    ['tutor', "import type { Store } from '../store/index.ts'; export type X = Store;"],
    ['tutor', "import { readFileSync } from 'node:fs'; readFileSync('x');"],
    ['calendar', "import { openStore } from '../store/index.ts'; openStore('x');"],
    ['store', "export const late = () => import('../discord/client.ts');"],
    ['schedule', "import { createClient } from '../discord/client.ts'; createClient({});"],
    ['schedule', "import { Client } from 'discord.js'; export const x = Client;"],
    ['discord', "import { createSchedule } from '../schedule/index.ts'; export const x = createSchedule;"],
    ['discord', "import { startLocalDiscord } from '../local-discord/index.ts'; startLocalDiscord();"],
    ['local-discord', "import { clip } from '../discord/card.ts'; clip('x', 1);"],
    ['playground', "import { startSensei } from '../sensei.ts'; export const x = startSensei;"],
    ['playground', "import { clip } from '../discord/card.ts'; clip('x', 1);"],
  ])('%s: %s', (room, line) => expect(refused(room, line)).toBe(true));

  it('and an allowed one does not', () => {
    const line = "import { streakOf } from '../tutor/streak.ts'; streakOf([], { now: 0, zone: 'UTC' });";
    expect(refused('discord', line)).toBe(false);
  });
});
