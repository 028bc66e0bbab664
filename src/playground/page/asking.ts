import type { OptionValue } from '../wire.ts';

/** What an app suggests for an option. */
export type Choices = readonly { readonly name: string; readonly value: OptionValue }[];

/** How long typing must rest before the app is asked. */
const REST_MS = 120;

/** Asks an app for suggestions while somebody types; only the answer to the last question counts. */
export class Asking {
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #awaits = false;

  /** Calls the last question off; true when its answer was still awaited. */
  cancel(): boolean {
    clearTimeout(this.#timer);
    this.#round += 1;
    const awaited = this.#awaits;
    this.#awaits = false;
    return awaited;
  }

  /** Asks after a rest in typing and tells the answer: null when there was none. */
  later(ask: () => Promise<Choices>, tell: (answer: Choices | null) => void): void {
    this.cancel();
    this.#awaits = true;
    const round = this.#round;
    this.#timer = setTimeout(async () => {
      const answer = await ask().catch(() => null);
      if (round !== this.#round) return;
      this.#awaits = false;
      tell(answer);
    }, REST_MS);
  }
}
