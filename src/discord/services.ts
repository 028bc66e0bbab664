import type { Logger } from 'pino';
import type { Curriculum, TermIndex } from '../curriculum/index.ts';
import type { Store } from '../store/index.ts';

/** What the handlers work with; put together in `sensei.ts`. */
export interface Services {
  readonly curriculum: Curriculum;
  readonly terms: TermIndex;
  readonly store: Store;
  readonly log: Logger;
  /** UTC ms. */
  readonly now: () => number;
  /** A fresh seed for shuffles, unguessable. */
  readonly newSeed: () => string;
  readonly rooms: Rooms;
  readonly dailies: DailyPosts;
}

/** What Sensei may do in a channel. */
export type Access =
  | { readonly kind: 'ok' }
  | { readonly kind: 'gone' }
  /** Names of permissions in Discord's words, such as `Send Messages`. */
  | { readonly kind: 'missing'; readonly permissions: readonly string[] };

/** Discord's rooms and who is in them. */
export interface Rooms {
  access(channelId: string, needs: { thread: boolean }): Access;
  /** False only when Discord says that the member left. */
  isMember(guildId: string, userId: string): Promise<boolean>;
}

/** The schedule, as far as an admin can touch it. */
export interface DailyPosts {
  /** Posts today's question of this channel now; says in a closed set of words what came of it. */
  postNow(
    channelId: string,
  ): Promise<'posted' | 'already-posted' | 'gone' | 'forbidden' | 'failed' | 'no-question'>;
  /** Looks at the due table now, after a setting was changed. */
  nudge(): void;
}
