/** What the schedule needs of Discord. Each call ends in one of a few outcomes; none of them throws for Discord's sake. */
import type { Daily, DailyItem, StudyChannel } from '../store/index.ts';

/** A daily question with its item. */
export type ChosenDaily = Daily & { readonly item: DailyItem };

export interface OutgoingDaily {
  readonly daily: ChosenDaily;
  readonly channel: StudyChannel;
  /** UTC ms when the key is shown; null: with the next question. */
  readonly closesAt: number | null;
}

/** Ways in which a call to a channel can fail. */
export type Refusal =
  /** The channel, the message or the guild is not there any more. */
  | { readonly kind: 'gone' }
  /** Permissions in Discord's words that lack. */
  | { readonly kind: 'forbidden'; readonly missing: readonly string[] }
  /** Rate limit, 5xx, no answer: what was asked may still have happened. */
  | { readonly kind: 'retry'; readonly afterMs: number };

export interface PostedMessage {
  readonly messageId: string;
  readonly threadId: string | null;
}
export type PostResult = (PostedMessage & { readonly kind: 'posted' }) | Refusal;

export type FindResult =
  /** `at` (UTC ms) is when the message came to be. */
  (PostedMessage & { readonly kind: 'found'; readonly at: number }) | { readonly kind: 'none' } | Refusal;

export type EditResult = { readonly kind: 'edited' } | Refusal;

export type CheckResult = { readonly kind: 'ok' } | Exclude<Refusal, { kind: 'retry' }>;

/** What the card says once the key is public. */
export interface RevealSummary {
  readonly answered: number;
  readonly right: number;
  /** Answers by option, file order. */
  readonly byOption: ReadonlyMap<number, number>;
  /** Display name; null when nobody was right or the first one stays hidden. */
  readonly firstRight: string | null;
  readonly cheers: readonly Cheer[];
}

/** A streak worth a word. */
export interface Cheer {
  readonly name: string;
  readonly days: number;
}

/** What an admin is told of, once. */
export interface Problem {
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: 'forbidden' | 'gone' | 'no-question';
  readonly missing: readonly string[];
}

export interface Outbox {
  /** Creates the message with the daily's nonce, enforced; the role is the only mention. */
  post(outgoing: OutgoingDaily): Promise<PostResult>;
  /** Looks for our own message of this daily among the channel's last 50. */
  findPosted(daily: Daily): Promise<FindResult>;
  /** Edits the card into its revealed form. */
  reveal(daily: ChosenDaily, summary: RevealSummary): Promise<EditResult>;
  /** Edits the count on the card. */
  updateCount(daily: ChosenDaily, answers: number): Promise<EditResult>;
  /** Whether posting to the channel is possible now; cheap, from what is known already. */
  check(channel: StudyChannel): Promise<CheckResult>;
  /** Tells the guild's admins, as far as there is a place where they read it. */
  tell(problem: Problem): Promise<void>;
}
