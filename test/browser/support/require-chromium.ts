/** Runs once before all journeys, so that a machine without a browser says so in one line and not in each file. */
import { findChromium, NO_CHROMIUM } from './chromium.ts';

export default function setup(): void {
  if (findChromium()) return;
  process.stderr.write(`${NO_CHROMIUM}\n`);
  process.exit(1);
}
