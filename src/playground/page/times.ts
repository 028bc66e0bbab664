import { headerTime, timestampStyle, timestampText } from '../render/timestamp.ts';
import type { WireClock } from '../wire.ts';
import type { App } from './app.ts';

/** The local Discord's clock, carried on by the browser's between two pieces of news. */
export class PageClock {
  #clock: WireClock;
  #heard = performance.now();

  constructor(clock: WireClock) {
    this.#clock = clock;
  }

  hear(clock: WireClock): void {
    this.#clock = clock;
    this.#heard = performance.now();
  }

  /** Milliseconds since 1970. */
  now(): number {
    const passed = this.#clock.frozen ? 0 : performance.now() - this.#heard;
    return this.#clock.now + passed;
  }
}

/** Writes every time below `root` anew, in the visitor's own language and zone. */
export function drawTimes(root: ParentNode, now: number): void {
  const view = { now };
  for (const time of root.querySelectorAll<HTMLElement>('time[data-unix]')) {
    const at = Number(time.dataset.unix) * 1000;
    write(time, timestampText(at, timestampStyle(time.dataset.style), view));
    time.title = timestampText(at, 'F', view);
  }
  for (const time of root.querySelectorAll<HTMLElement>('time[data-sent]')) {
    write(time, headerTime(Number(time.dataset.sent), view));
    time.title = timestampText(Number(time.dataset.sent), 'F', view);
  }
}

/** Text that stays the same is left alone, so that a selection or a screen reader is not disturbed. */
function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** Keeps "in 3 minutes" true: every half minute, and at once when the clock is moved. */
export function keepTimes(app: App, clock: PageClock): void {
  const draw = (): void => drawTimes(document, clock.now());
  const hear = (): void => {
    clock.hear(app.world.clock);
    draw();
  };
  app.on('clock', hear);
  app.on('world', hear);
  setInterval(draw, 30_000);
}
