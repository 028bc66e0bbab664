/** A whole message as one member sees it: who said it, the content, and what only they can see. */
import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { avatar } from './avatar.ts';
import { renderComponent } from './components.ts';
import type { RenderContext } from './context.ts';
import { renderEmbed } from './embed.ts';
import { attribute, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { plainText, renderMarkdown } from './markdown.ts';
import { renderAttachment } from './media.ts';
import { headerTime, timestampText } from './timestamp.ts';

const has = (message: APIMessage, flag: MessageFlags): boolean => ((message.flags ?? 0) & flag) !== 0;

/** Whether only one member sees this message. */
export const isEphemeral = (message: APIMessage): boolean => has(message, MessageFlags.Ephemeral);

/** The name over a message: the member's in this server, else the account's. */
export function authorName(message: APIMessage, context: RenderContext): string {
  const { author } = message;
  return context.userName(author.id) ?? author.global_name ?? author.username;
}

/** Only the answer itself names its command; what follows up replies to the answer. */
function isCommandAnswer({ type }: APIMessage): boolean {
  return type === MessageType.ChatInputCommand || type === MessageType.ContextMenuCommand;
}

/** The line above the author: which command this answers, or which message it replies to. */
function renderOrigin(message: APIMessage, context: RenderContext): Html | null {
  const user = message.interaction_metadata?.user;
  const command = message.interaction?.name;
  if (user && isCommandAnswer(message)) {
    const name = context.userName(user.id) ?? user.username;
    const slash = message.type === MessageType.ContextMenuCommand ? '' : '/';
    const used = command ? html`<span class="mention">${slash}${command}</span>` : 'a command';
    return html`<div class="origin">${avatar(name, 16)}<span class="origin-name">${name}</span> used ${used}</div>`;
  }
  const replied = message.referenced_message;
  if (!replied) return null;
  const name = authorName(replied, context);
  return html`<div class="origin">${avatar(name, 16)}<span class="origin-name">${name}</span> <span class="origin-words">${summary(replied, context, 80)}</span></div>`;
}

function renderHeader(message: APIMessage, context: RenderContext): Html {
  const at = Date.parse(message.timestamp);
  const badge = message.author.bot ? html`<span class="badge">APP</span>` : null;
  const full = timestampText(at, 'F', context);
  return html`<div class="message-header"><span class="author">${authorName(message, context)}</span>${badge}<time class="sent" datetime="${message.timestamp}" title="${full}" data-sent="${at}">${headerTime(at, context)}</time></div>`;
}

function renderThinking(name: string): Html {
  return html`<div class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…</div>`;
}

function renderContent(message: APIMessage, context: RenderContext): Html {
  if (has(message, MessageFlags.Loading)) return renderThinking(authorName(message, context));
  if (message.type === MessageType.ThreadCreated) {
    return html`<div class="text">started a thread: <strong>${message.content}</strong></div>`;
  }
  const text = message.content
    ? html`<div class="text markup">${renderMarkdown(message.content, context)}</div>`
    : null;
  const shown = has(message, MessageFlags.IsComponentsV2) ? [] : message.attachments;
  return html`${text}${shown.map((file) => renderAttachment(file, context))}${message.embeds.map((embed) => renderEmbed(embed, context))}${(message.components ?? []).map((component) => renderComponent(component, context))}`;
}

function renderThread(message: APIMessage): Html | null {
  if (!message.thread) return null;
  return html`<button type="button" class="thread-box" data-open-channel="${message.thread.id}">${icon('thread')}<span><strong>${message.thread.name}</strong> <span class="see">See thread ›</span></span></button>`;
}

const PRIVATE = html`<div class="private" data-testid="ephemeral-note">${icon('eye')}<span>Only you can see this</span> · <button type="button" class="quiet-link" data-dismiss>Dismiss message</button></div>`;

function renderEdited(message: APIMessage): Html | null {
  return message.edited_timestamp ? html`<span class="edited">(edited)</span>` : null;
}

/**
 * A message as the HTML of one list item's inside. `message` is what Discord's API gives, `context` whose
 * eyes it is seen with. Nothing in the message reaches the page unescaped.
 */
export function renderMessage(message: APIMessage, context: RenderContext): Html {
  const name = authorName(message, context);
  const label = `${name}, ${headerTime(Date.parse(message.timestamp), context)}`;
  const mine = isEphemeral(message);
  return html`<article class="message${mine ? ' is-private' : ''}" data-message="${message.id}" data-testid="message" tabindex="-1" aria-label="${label}"${attribute('data-ephemeral', mine)}>${renderOrigin(message, context)}<div class="message-grid">${avatar(name)}<div class="message-body">${renderHeader(message, context)}<div class="content">${renderContent(message, context)}</div>${renderEdited(message)}${renderThread(message)}${mine ? PRIVATE : null}</div></div><button type="button" class="more" data-more aria-haspopup="menu" aria-label="More actions for the message of ${name}">${icon('dots')}</button></article>`;
}

function wordsIn(component: unknown): string {
  if (typeof component !== 'object' || component === null) return '';
  const { content, components } = component as { content?: unknown; components?: unknown };
  if (typeof content === 'string') return content;
  return Array.isArray(components) ? components.map(wordsIn).filter(Boolean).join('\n') : '';
}

/** The message in plain words, at most `max` characters: for replies and for the screen reader's announcement. */
export function summary(message: APIMessage, context: RenderContext, max: number): string {
  if (has(message, MessageFlags.Loading)) return 'is thinking…';
  const words = message.content || (message.components ?? []).map(wordsIn).join('\n');
  const text = plainText(words, context);
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
