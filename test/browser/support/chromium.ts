/** The browser of the machine: found, not downloaded. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const KNOWN_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  // Containers give little shared memory.
  '--disable-dev-shm-usage',
];

/** `CHROMIUM`, else where distributions put it, else what the PATH holds; null when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...KNOWN_PLACES, ...onPath].find((path) => existsSync(path)) ?? null;
}

/** @throws when the machine has no Chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export const NO_CHROMIUM =
  'The browser journeys need a Chromium: install one, or set CHROMIUM to the path of its executable.';
