/** What the files of journeys share: one browser and one study hall each, a page of a given width for each test. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchChromium } from './chromium.ts';
import { Hall, openHall } from './hall.ts';
import { type Size, Visit } from './visit.ts';

export const WIDE: Size = { width: 1280, height: 800 };
export const NARROW: Size = { width: 360, height: 740 };

/** Each width with a member and a channel of its own, so that one journey does not meet what another left behind. */
export const BOTH = [
  { ...WIDE, member: 'mira', channel: 'study' },
  { ...NARROW, member: 'jonas', channel: 'general' },
] as const;

export interface Journey {
  readonly hall: Hall;
  /** A page as one member sees it; at the test's end it must have stayed sound. */
  visit(size: Size, member: string, hall?: Hall): Promise<Visit>;
  /** A second study hall, for a test that must not share the clock. */
  ownHall(): Promise<Hall>;
}

export function journey(): Journey {
  const hall = new Hall();
  let browser: Browser | undefined;
  beforeAll(async () => {
    [browser] = await Promise.all([launchChromium(), hall.start()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hall.close();
  });
  return {
    hall,
    async visit(size, member, where = hall) {
      if (!browser) throw new Error('the browser is not open yet');
      const visit = await Visit.begin(browser, where.url, size);
      onTestFinished(() => visit.end());
      await visit.become(member);
      return visit;
    },
    async ownHall() {
      const own = await openHall();
      onTestFinished(() => own.close());
      return own;
    },
  };
}
