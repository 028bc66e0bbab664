/**
 * Sensei as a process of its own, to be killed. It loads everything first, prints `loaded`, and starts once a line
 * comes on its standard input: the instant (UTC ms) at which its clock begins. It prints `ready` when it is up.
 */
import { createInterface } from 'node:readline';
import { startSensei } from '../../../src/sensei.ts';
import { keepLog } from './log.ts';

const [apiUrl = '', token = '', databasePath = '', contentDir = ''] = process.argv.slice(2);
const kept = keepLog();

createInterface({ input: process.stdin }).once('line', async (line) => {
  const begin = Number(line) - performance.now();
  const now = (): number => Math.round(begin + performance.now());
  await startSensei({ token, apiUrl, databasePath, contentDir, log: kept.log, now });
  process.stdout.write('ready\n');
});
process.on('exit', () => process.stderr.write(JSON.stringify(kept.errors())));
process.stdout.write('loaded\n');
