/**
 * Discord's Markdown as HTML. A library parses; this file says what the page shows for the nodes whose own
 * output would reach into the network (emoji pictures), trust any scheme (links), need a mouse (spoilers),
 * or lack something (timestamp styles, slash mentions with subcommands).
 */
import { markdownEngine, rules, toHTML } from '@odiffey/discord-markdown';
import type { RenderContext } from './context.ts';
import { attribute, type Html, html, trusted, webAddress } from './html.ts';
import { timestampStyle, timestampText } from './timestamp.ts';

type Rule = (typeof rules)['spoiler'];
type Draw = Rule['html'];

/** A link leads to the web or is plain text; the page itself is never left. */
const link: Draw = (node, output, state) => {
  const content = trusted(output(node.content, state));
  const address = webAddress(String(node.target));
  if (address === null) return content.markup;
  return html`<a href="${address}"${attribute('title', node.title)} target="_blank" rel="noopener noreferrer">${content}</a>`
    .markup;
};

const spoiler: Draw = (node, output, state) =>
  html`<span class="spoiler" role="button" tabindex="0" aria-expanded="false" aria-label="Spoiler" data-spoiler><span class="spoiler-text">${trusted(output(node.content, state))}</span></span>`
    .markup;

const emoji: Draw = (node) =>
  html`<span class="emoji-name" role="img" aria-label="${String(node.name)}">:${String(node.name)}:</span>`
    .markup;

/** Takes the line break after the block along, as Discord does; the library would leave an empty line. */
const CODE_BLOCK = /^```(([a-z0-9-]+?)\n+)?\n*([\s\S]+?)\n*```\n?/i;

/** Names of up to three parts: `</quiz start:ID>`. */
const SLASH = /^<\/([\w -]{1,100}):(\d{16,22})>/;

/** Unlike the library's, any number of digits, a sign, and the styles that Discord added later. */
const TIMESTAMP = /^<t:(-?\d{1,13})(?::([a-zA-Z]))?>/;

const RULES = {
  ...rules,
  link: { ...rules.link, html: link },
  autolink: { ...rules.autolink, html: link },
  url: { ...rules.url, html: link },
  spoiler: { ...rules.spoiler, html: spoiler },
  discordEmoji: { ...rules.discordEmoji, html: emoji },
  codeBlock: { ...rules.codeBlock, match: markdownEngine.inlineRegex(CODE_BLOCK) },
  discordSlash: { ...rules.discordSlash, match: (source: string) => SLASH.exec(source) },
  discordTimestamp: { ...rules.discordTimestamp, match: (source: string) => TIMESTAMP.exec(source) },
};
const parse = markdownEngine.parserFor(RULES);
const output = markdownEngine.outputFor(RULES, 'html');

/** A `<time>` that the page can draw again when its clock moves. */
export function timeElement(seconds: number, letter: string | undefined, view: RenderContext): Html {
  const style = timestampStyle(letter);
  const at = seconds * 1000;
  const valid = !Number.isNaN(new Date(at).getTime());
  const title = timestampText(at, 'F', view);
  return html`<time class="timestamp" tabindex="0"${attribute('datetime', valid && new Date(at).toISOString())} data-unix="${seconds}" data-style="${style}" title="${title}">${timestampText(at, style, view)}</time>`;
}

function mention(text: string, extra: Html = html``): string {
  return html`<span class="mention"${extra}>${text}</span>`.markup;
}

function callbacksFor(context: RenderContext) {
  return {
    user: ({ id }: { id: string }) => mention(`@${context.userName(id) ?? 'unknown-user'}`),
    channel: ({ id }: { id: string }) => channelMention(id, context),
    role: ({ id }: { id: string }) => mention(`@${context.role(id)?.name ?? 'unknown-role'}`),
    everyone: () => mention('@everyone'),
    here: () => mention('@here'),
    slash: ({ name }: { name: string }) =>
      html`<button type="button" class="mention" data-type-command="${name}" aria-label="Type the command ${name}">/${name}</button>`
        .markup,
    timestamp: ({ timestamp, style }: { timestamp: number; style: string }) =>
      timeElement(Number(timestamp), style, context).markup,
  };
}

function channelMention(id: string, context: RenderContext): string {
  const name = context.channelName(id);
  if (name === null) return mention('# unknown');
  return html`<button type="button" class="mention" data-open-channel="${id}"># ${name}</button>`.markup;
}

/** Markdown as Discord shows it in a text display or in a message's content. Everything is escaped. */
export function renderMarkdown(source: string, context: RenderContext): Html {
  return trusted(toHTML(source, { discordCallback: callbacksFor(context) }, parse, output));
}

/** The same, without markup: for names, labels and announcements read by a screen reader. */
export function plainText(source: string, context: RenderContext): string {
  return renderMarkdown(source, context)
    .markup.replace(/<br>|<\/(?:li|h[1-6]|small|blockquote|pre)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|amp|quot|#x27|#39);/g, (entity) => PLAIN[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

const PLAIN: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};
