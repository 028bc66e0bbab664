/** The clock that everything in the local Discord goes by. It can be set, moved and stopped. */

/** The longest delay that Node's timers take; longer ones are taken in steps. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface Timer {
  readonly dueMs: number;
  readonly fire: () => void;
}

/** What a clock must remember so that another goes on where it stopped. */
export interface ClockState {
  readonly offsetMs: number;
  /** The instant at which it stands still, or null while it runs. */
  readonly frozenAtMs: number | null;
}

/** Real time plus an offset; or, when frozen, an instant that only `set` and `advance` move. */
export class LocalClock {
  #offsetMs = 0;
  #frozenAtMs: number | null = null;
  #jumpedMs = 0;
  #wake: NodeJS.Timeout | null = null;
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Set<() => void>();

  /** Milliseconds since 1970, whole. */
  now(): number {
    return this.#frozenAtMs ?? Date.now() + this.#offsetMs;
  }

  /**
   * Milliseconds that never run backwards: real time passed plus each move forwards.
   * For limits which a waiting client must outlive even while the clock is frozen or set back.
   */
  elapsed(): number {
    return performance.now() + this.#jumpedMs;
  }

  /** Moves the clock to an instant; timers that fall due on the way fire in order, at that instant. */
  set(ms: number): void {
    const moved = Math.round(ms) - this.now();
    if (this.#frozenAtMs === null) this.#offsetMs += moved;
    else this.#frozenAtMs += moved;
    this.#jumpedMs += Math.max(0, moved);
    this.#changed();
  }

  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  get state(): 'running' | 'frozen' {
    return this.#frozenAtMs === null ? 'running' : 'frozen';
  }

  freeze(): void {
    this.#frozenAtMs ??= this.now();
    this.#changed();
  }

  /** Goes on from the instant at which the clock was frozen. */
  resume(): void {
    if (this.#frozenAtMs === null) return;
    this.#offsetMs = this.#frozenAtMs - Date.now();
    this.#frozenAtMs = null;
    this.#changed();
  }

  /** Called after the clock was set, frozen or resumed, not for the passing of time. Returns the undoing. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fires once, `ms` later by this clock, also when the clock is moved there. Returns the cancelling. */
  setTimeout(fire: () => void, ms: number): () => void {
    const timer = { dueMs: this.now() + ms, fire };
    this.#timers.add(timer);
    this.#arm();
    return () => this.#timers.delete(timer);
  }

  save(): ClockState {
    return { offsetMs: this.#offsetMs, frozenAtMs: this.#frozenAtMs };
  }

  restore({ offsetMs, frozenAtMs }: ClockState): void {
    this.#offsetMs = offsetMs;
    this.#frozenAtMs = frozenAtMs;
    this.#changed();
  }

  /** Forgets all timers and listeners. */
  close(): void {
    this.#timers.clear();
    this.#listeners.clear();
    if (this.#wake) clearTimeout(this.#wake);
  }

  #changed(): void {
    this.#fireDue();
    for (const listener of this.#listeners) listener();
  }

  #next(): Timer | undefined {
    return [...this.#timers].reduce<Timer | undefined>(
      (first, timer) => (first && first.dueMs <= timer.dueMs ? first : timer),
      undefined,
    );
  }

  #fireDue(): void {
    for (let timer = this.#next(); timer && timer.dueMs <= this.now(); timer = this.#next()) {
      this.#timers.delete(timer);
      timer.fire();
    }
    this.#arm();
  }

  #arm(): void {
    if (this.#wake) clearTimeout(this.#wake);
    this.#wake = null;
    const next = this.#next();
    if (!next || this.#frozenAtMs !== null) return;
    const delay = Math.min(Math.max(1, next.dueMs - this.now()), LONGEST_DELAY_MS);
    this.#wake = setTimeout(() => this.#fireDue(), delay);
    this.#wake.unref();
  }
}
