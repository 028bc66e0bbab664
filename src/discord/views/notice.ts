import type { APIButtonComponent } from 'discord-api-types/v10';
import { type Card, card, row, text } from '../card.ts';
import type { Words } from '../words/index.ts';

export interface Notice {
  readonly line: string;
  readonly reference?: string | undefined;
  /** The way on. */
  readonly buttons?: readonly APIButtonComponent[];
}

/** One sentence what happened, one what to do, the reference in small print. */
export function noticeCard(words: Words, notice: Notice): Card {
  return card(
    'warn',
    text(notice.reference ? `${notice.line}\n${words.errors.reference(notice.reference)}` : notice.line),
    notice.buttons !== undefined && notice.buttons.length > 0 && row(...notice.buttons),
  );
}
