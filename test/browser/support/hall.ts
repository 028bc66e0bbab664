/** The study hall as `npm start` opens it: a process of its own, in an empty folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, vi } from 'vitest';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const SHIPPED = fileURLToPath(new URL('../../../data', import.meta.url));

/** What the hall teaches: the shipped packs, or those that `CONTENT_DIR` names. */
export const CONTENT_DIR = process.env.CONTENT_DIR ?? SHIPPED;

const ADDRESS = /the study hall: (http:\/\/\S+)\n/;
const START_MS = 30_000;

export class Hall {
  url = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'sensei-browser-'));
  #process: ChildProcess | null = null;
  #said = '';

  /** Starts the process and waits for its address; the folder keeps what earlier processes left. */
  async start(): Promise<void> {
    const started = spawn(process.execPath, ['--import', TSX, MAIN], {
      cwd: this.#folder,
      env: { ...process.env, DISCORD_TOKEN: '', DATABASE_PATH: '', LOG_LEVEL: '', PORT: '0', CONTENT_DIR },
    });
    this.#process = started;
    this.#said = '';
    const hear = (chunk: Buffer): void => {
      this.#said += chunk.toString();
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    this.url = await vi.waitFor(() => this.#address(started), { timeout: START_MS, interval: 50 });
  }

  #address({ exitCode }: ChildProcess): string {
    const address = ADDRESS.exec(this.#said)?.[1];
    if (address) return address;
    throw new Error(`no address (exit code ${exitCode}); the process said:\n${this.#said}`);
  }

  /** SIGTERM, as a service manager sends it. Its last word must be 0, its only one the address. */
  async stop(): Promise<void> {
    const running = this.#process;
    if (!running) return;
    this.#process = null;
    const exit = once(running, 'exit');
    running.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(this.#said.replace(/^.*the study hall: .*\n/, '')).toBe('');
  }

  async close(): Promise<void> {
    try {
      await this.stop();
    } finally {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }
}

export async function openHall(): Promise<Hall> {
  const hall = new Hall();
  await hall.start();
  return hall;
}
