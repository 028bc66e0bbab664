/** Text of packs and members, made safe to stand inside a card's Markdown. */

export type Plain = string;

/**
 * The text as it reads, with mentions made harmless: a pack's author may use bold and code, but never ping or
 * link. `allowed_mentions` already stops the ping; this stops the look of one.
 */
export function plain(content: string): Plain {
  return content.replace(/@(everyone|here)/g, '@\u200b$1').replace(/<([@#:/])/g, '<\u200b$1');
}

/** A member's text shown literally: Markdown is escaped too. */
export function literal(content: string): Plain {
  return plain(content).replace(/([\\*_~`|>#[\]()-])/g, '\\$1');
}
