/** What travels between the playground's server and its page, as JSON. Types alone: both sides import them. */

export interface WireMember {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly admin: boolean;
  /** Ready-made markup of the avatar. */
  readonly avatar: string;
}

export interface WireChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** The channel that a thread belongs to; null for a channel of its own. */
  readonly parentId: string | null;
}

export interface WireChoice {
  readonly name: string;
  readonly value: string | number;
}

/** An option of a slash command. `type` is Discord's number: 3 string, 4 integer, 5 boolean, 6 user … */
export interface WireOption {
  readonly name: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly WireChoice[];
  readonly min: number | null;
  readonly max: number | null;
}

/** A command that a member can run; subcommands are commands of their own here, named `deck add`. */
export interface WireCommand {
  readonly id: string;
  readonly kind: 'slash' | 'message';
  readonly name: string;
  readonly description: string;
  readonly options: readonly WireOption[];
}

export interface WireRole {
  readonly id: string;
  readonly name: string;
}

export interface WireGuild {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly WireChannel[];
  readonly roles: readonly WireRole[];
  readonly commands: readonly WireCommand[];
}

/** The local Discord's clock. `now` is in milliseconds; a running clock goes on from there. */
export interface WireClock {
  readonly now: number;
  readonly frozen: boolean;
}

/** A command that the page offers to type for a newcomer. */
export interface Suggestion {
  readonly label: string;
  readonly channelId?: string;
  /** As after the slash: `term`, or `deck add` with a subcommand. */
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

export interface WireAction {
  readonly id: string;
  readonly label: string;
}

/** All of the page but the messages, as one member sees it. */
export interface WireWorld {
  readonly application: string;
  readonly me: string;
  readonly members: readonly WireMember[];
  readonly guilds: readonly WireGuild[];
  readonly clock: WireClock;
  readonly actions: readonly WireAction[];
  readonly suggestions: readonly Suggestion[];
}

/** A message, drawn. `words` is its beginning in plain text, for a screen reader. */
export interface WireMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: string;
  readonly words: string;
  readonly html: string;
}

/** What the stream tells the page. */
export type WireEvent =
  | { readonly kind: 'message'; readonly fresh: boolean; readonly message: WireMessage }
  | { readonly kind: 'gone'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'world' }
  | { readonly kind: 'clock'; readonly clock: WireClock };

/** What a member's deed came to. Messages themselves arrive by the stream. */
export type WireOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'modal'; readonly modalId: string; readonly html: string }
  | { readonly kind: 'failed' };

export type OptionValue = string | number | boolean;
