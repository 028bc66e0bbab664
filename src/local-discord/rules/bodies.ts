/**
 * What the rules read of a body that the description has already found well-formed.
 * Only the fields which a rule looks at; null means "not given", as Discord takes it.
 */

type Maybe<T> = T | null | undefined;

/** A component of a message or a modal. */
export interface Component {
  readonly type: number;
  readonly id?: Maybe<number>;
  readonly custom_id?: Maybe<string>;
  readonly style?: Maybe<number>;
  readonly label?: Maybe<string>;
  readonly emoji?: Maybe<Emoji>;
  readonly url?: Maybe<string>;
  readonly sku_id?: Maybe<string>;
  readonly disabled?: Maybe<boolean>;
  readonly content?: Maybe<string>;
  readonly value?: Maybe<string>;
  readonly required?: Maybe<boolean>;
  readonly min_values?: Maybe<number>;
  readonly max_values?: Maybe<number>;
  readonly min_length?: Maybe<number>;
  readonly max_length?: Maybe<number>;
  readonly options?: Maybe<readonly SelectOption[]>;
  readonly default_values?: Maybe<readonly unknown[]>;
  readonly components?: Maybe<readonly Component[]>;
  readonly component?: Maybe<Component>;
  readonly accessory?: Maybe<Component>;
  readonly items?: Maybe<readonly { readonly media: Media }[]>;
  readonly media?: Maybe<Media>;
  readonly file?: Maybe<Media>;
}

/** A choice of a string select, radio group or checkbox group. */
export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly default?: Maybe<boolean>;
  readonly emoji?: Maybe<Emoji>;
}

/** A server's own emoji has an id; any other is the character itself as its name. */
export interface Emoji {
  readonly id?: Maybe<string>;
  readonly name: string;
}

/** A picture or file that a component shows. */
export interface Media {
  readonly url: string;
}

/** The fields that every way of sending or editing a message shares. */
export interface MessageBody {
  readonly content?: Maybe<string>;
  readonly embeds?: Maybe<readonly Embed[]>;
  readonly sticker_ids?: Maybe<readonly string[]>;
  readonly components?: Maybe<readonly Component[]>;
  readonly attachments?: Maybe<readonly { readonly id: string; readonly filename?: Maybe<string> }[]>;
  readonly poll?: unknown;
  readonly message_reference?: Maybe<{ readonly type?: Maybe<number> }>;
  readonly shared_client_theme?: unknown;
  readonly flags?: Maybe<number>;
  readonly allowed_mentions?: Maybe<AllowedMentions>;
}

export interface Embed {
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly author?: Maybe<{ readonly name?: Maybe<string> }>;
  readonly footer?: Maybe<{ readonly text?: Maybe<string> }>;
  readonly fields?: Maybe<readonly { readonly name: string; readonly value: string }[]>;
}

export interface AllowedMentions {
  readonly parse?: Maybe<readonly Maybe<string>[]>;
  readonly users?: Maybe<readonly Maybe<string>[]>;
  readonly roles?: Maybe<readonly Maybe<string>[]>;
}

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** Localised texts by locale. */
type Localised = Maybe<Readonly<Record<string, string>>>;

export interface Command {
  readonly type?: Maybe<number>;
  readonly name?: Maybe<string>;
  readonly name_localizations?: Localised;
  readonly description?: Maybe<string>;
  readonly description_localizations?: Localised;
  readonly options?: Maybe<readonly CommandOption[]>;
  readonly contexts?: unknown;
  readonly integration_types?: unknown;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly description: string;
  readonly description_localizations?: Localised;
  readonly required?: Maybe<boolean>;
  readonly autocomplete?: Maybe<boolean>;
  readonly choices?: Maybe<readonly CommandChoice[]>;
  readonly options?: Maybe<readonly CommandOption[]>;
  readonly min_length?: Maybe<number>;
  readonly max_length?: Maybe<number>;
  readonly min_value?: Maybe<number>;
  readonly max_value?: Maybe<number>;
}

export interface CommandChoice {
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly value: string | number;
}

/** An answer to an interaction. */
export interface Callback {
  readonly type: number;
  readonly data?: unknown;
}

/** Length in Unicode code points, which is what Discord counts. */
export function characters(text: Maybe<string>): number {
  return text ? [...text].length : 0;
}
