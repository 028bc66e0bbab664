/**
 * An outbox over channels in memory. It keeps what was posted, honours an enforced nonce for a few minutes as
 * Discord does, can be told to misbehave, and can lose the caller between the effect and the answer.
 */
import type {
  ChosenDaily,
  EditResult,
  Outbox,
  OutgoingDaily,
  PostResult,
  Problem,
  Refusal,
  RevealSummary,
} from '../../src/schedule/outbox.ts';
import type { Daily, StudyChannel } from '../../src/store/index.ts';

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly dailyId: number;
  readonly itemId: string;
  readonly nonce: string;
  readonly at: number;
  answers: number;
  revealed: RevealSummary | null;
}

/** How long a nonce is remembered; Discord says "the past few minutes". */
const NONCE_MS = 180_000;

/** What happens to the next call to a channel. */
export type Mishap =
  | Refusal
  /** The effect happens, and the answer is a failure. */
  | { readonly kind: 'lost-response' }
  /** The process ends at this point: the call never returns. */
  | { readonly kind: 'crash-before' }
  | { readonly kind: 'crash-after' }
  | { readonly kind: 'throw' };

const NEVER = new Promise<never>(() => undefined);

export class ChannelOutbox implements Outbox {
  readonly messages: Message[] = [];
  readonly told: Problem[] = [];
  readonly edits: { readonly id: string; readonly what: 'count' | 'reveal' }[] = [];
  readonly #now: () => number;
  readonly #gone = new Set<string>();
  readonly #forbidden = new Set<string>();
  readonly #mishaps = new Map<string, Mishap[]>();
  calls = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  deleteChannel(channelId: string): void {
    this.#gone.add(channelId);
  }
  forbid(channelId: string): void {
    this.#forbidden.add(channelId);
  }
  allow(channelId: string): void {
    this.#forbidden.delete(channelId);
  }
  /** The next posts to the channel end so, one after another. */
  next(channelId: string, ...mishaps: Mishap[]): void {
    this.#mishaps.set(channelId, mishaps);
  }
  in(channelId: string): Message[] {
    return this.messages.filter((message) => message.channelId === channelId);
  }

  #refusal(channelId: string): Exclude<Refusal, { kind: 'retry' }> | null {
    if (this.#gone.has(channelId)) return { kind: 'gone' };
    if (this.#forbidden.has(channelId)) return { kind: 'forbidden', missing: ['Send Messages'] };
    return null;
  }

  async post({ daily }: OutgoingDaily): Promise<PostResult> {
    this.calls += 1;
    const refusal = this.#refusal(daily.channelId);
    if (refusal !== null) return refusal;
    const mishap = this.#mishaps.get(daily.channelId)?.shift();
    if (mishap === undefined) return { kind: 'posted', messageId: this.#create(daily).id, threadId: null };
    switch (mishap.kind) {
      case 'lost-response':
        this.#create(daily);
        return { kind: 'retry', afterMs: 0 };
      case 'crash-before':
        return NEVER;
      case 'crash-after':
        this.#create(daily);
        return NEVER;
      case 'throw':
        throw new Error('the client broke');
      default:
        return mishap;
    }
  }

  #create(daily: ChosenDaily): Message {
    const at = this.#now();
    const { nonce, channelId } = daily;
    const same = this.messages.find((m) => m.nonce === nonce && at - m.at < NONCE_MS);
    if (same) return same;
    const id = String(900 + this.messages.length);
    const message = {
      id,
      channelId,
      dailyId: daily.id,
      itemId: daily.item.itemId,
      nonce,
      at,
      answers: 0,
      revealed: null,
    };
    this.messages.push(message);
    return message;
  }

  async findPosted(daily: Daily) {
    const refusal = this.#refusal(daily.channelId);
    if (refusal !== null) return refusal;
    const found = this.in(daily.channelId)
      .slice(-50)
      .find((message) => message.dailyId === daily.id);
    if (!found) return { kind: 'none' } as const;
    return { kind: 'found', messageId: found.id, threadId: null, at: found.at } as const;
  }

  #edit(daily: ChosenDaily, what: 'count' | 'reveal', change: (message: Message) => void): EditResult {
    const refusal = this.#refusal(daily.channelId);
    if (refusal !== null) return refusal;
    const message = this.messages.find(({ id }) => id === daily.messageId);
    if (!message) return { kind: 'gone' };
    change(message);
    this.edits.push({ id: message.id, what });
    return { kind: 'edited' };
  }

  async reveal(daily: ChosenDaily, summary: RevealSummary): Promise<EditResult> {
    return this.#edit(daily, 'reveal', (message) => {
      message.revealed = summary;
    });
  }

  async updateCount(daily: ChosenDaily, answers: number): Promise<EditResult> {
    return this.#edit(daily, 'count', (message) => {
      message.answers = answers;
    });
  }

  async check({ channelId }: StudyChannel) {
    return this.#refusal(channelId) ?? ({ kind: 'ok' } as const);
  }

  async tell(problem: Problem): Promise<void> {
    this.told.push(problem);
  }
}
