import type { TimeView } from './timestamp.ts';

/** What a user, role, mentionable or channel select offers. */
export type PickKind = 'user' | 'role' | 'mentionable' | 'channel';

/** One line of a select whose options are not its own. */
export interface Pick {
  readonly id: string;
  readonly label: string;
}

/** What the drawing of a message needs to know beside the message: names for ids, and the time. */
export interface RenderContext extends TimeView {
  /** The name shown for a user; null when nobody has this id. */
  userName(id: string): string | null;
  /** A role's name and colour (0 means none); null when there is no such role. */
  role(id: string): { readonly name: string; readonly color: number } | null;
  /** A channel's name; null when it is gone or hidden. */
  channelName(id: string): string | null;
  /** What stands in a select of this kind; `channelTypes` narrows channels when given. */
  picks(kind: PickKind, channelTypes?: readonly number[]): readonly Pick[];
  /** Where the page fetches a picture or a file from; null when it may not. */
  fileUrl(address: string): string | null;
}

/** Names nobody and nothing: for a card shown without a server around it. */
export function bareContext(view: Partial<TimeView> = {}): RenderContext {
  return {
    now: Date.now(),
    ...view,
    userName: () => null,
    role: () => null,
    channelName: () => null,
    picks: () => [],
    fileUrl: () => null,
  };
}
