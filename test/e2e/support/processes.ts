/** Sensei processes that a test starts and kills. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { FIXTURES, type Hall } from './hall.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Process {
  /** Starts Sensei at this instant of its clock; resolves when it is connected. */
  start(at: number): Promise<void>;
  /** Starts it without waiting, for one that will not live until it is ready. */
  startOnly(at: number): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (data) => {
      text += String(data);
      if (text.includes(word)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said ${word}`)));
  });
}

function makeProcess({ discord, application, databasePath }: Hall): Process {
  const args = ['--import', 'tsx', CHILD, discord.apiUrl, application.token, databasePath, FIXTURES];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const loaded = said(child, 'loaded');
  const ready = said(child, 'ready');
  // A process that is killed before is nobody's error.
  for (const word of [loaded, ready]) word.catch(() => undefined);
  const startOnly = async (at: number): Promise<void> => {
    await loaded;
    child.stdin?.write(`${at}\n`);
  };
  return {
    startOnly,
    async start(at) {
      await startOnly(at);
      await ready;
    },
    async kill() {
      const gone = once(child, 'exit');
      if (child.kill('SIGKILL')) await gone;
    },
  };
}

/** Hands out processes one after another; the next one is loaded while the last one works. */
export function processesOf(hall: Hall): { next(): Process } {
  let spare = makeProcess(hall);
  return {
    next() {
      const now = spare;
      spare = makeProcess(hall);
      return now;
    },
  };
}
