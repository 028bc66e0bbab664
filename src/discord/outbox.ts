/**
 * The daily question's way out to Discord and back: posting, finding again, revealing, telling the admins. Each
 * call ends in one of a few outcomes; what Discord threw stays here.
 */
import {
  type Client,
  HTTPError,
  type Message,
  MessageFlags,
  RateLimitError,
  type SendableChannels,
} from 'discord.js';
import type { Daily, StudyChannel } from '../store/index.ts';
import { actions } from './actions.ts';
import type { Card } from './card.ts';
import { questionOf } from './commands/daily.ts';
import { codeOf } from './errors.ts';
import { messageOf } from './respond.ts';
import type { Services } from './services.ts';
import { dailyCard, revealCard } from './views/daily.ts';
import { noticeCard } from './views/notice.ts';
import type { Words } from './words/index.ts';

export type Refusal =
  | { readonly kind: 'gone' }
  | { readonly kind: 'forbidden'; readonly missing: readonly string[] }
  | { readonly kind: 'retry'; readonly afterMs: number };

interface Posted {
  readonly messageId: string;
  readonly threadId: string | null;
}

export interface Summary {
  readonly byOption: ReadonlyMap<number, number>;
  readonly firstRight: string | null;
  readonly cheers: readonly { readonly name: string; readonly days: number }[];
}

export interface Problem {
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: 'forbidden' | 'gone' | 'no-question';
  readonly missing: readonly string[];
}

const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_GUILD = 10004;
const UNKNOWN_MESSAGE = 10008;
const MISSING_ACCESS = 50001;
const MISSING_PERMISSIONS = 50013;
/** The hidden limit of edits to messages older than an hour. */
const OLD_EDITS_LIMIT = 30046;
const SECOND_MS = 1_000;
/** Messages searched for our own post; a busy channel writes fewer within the minutes of a retry. */
const SEARCHED_MESSAGES = 50;

type Needs = Pick<Services, 'curriculum' | 'store' | 'rooms' | 'log'>;

export function createOutbox(client: Client<true>, services: Needs, words: Words) {
  const context = { services: services as Services };

  async function channelOf(channelId: string): Promise<SendableChannels | null> {
    const channel = await client.channels.fetch(channelId);
    return channel?.isSendable() ? channel : null;
  }

  /** Runs a call to a channel and sorts what Discord refuses. */
  async function attempt<T>(
    channelId: string,
    call: (channel: SendableChannels) => Promise<T>,
  ): Promise<T | Refusal> {
    try {
      const channel = await channelOf(channelId);
      return channel ? await call(channel) : { kind: 'gone' };
    } catch (thrown) {
      const refusal = refusalOf(thrown, () => missing(channelId));
      if (!refusal) throw thrown;
      services.log.warn({ err: thrown, channel: channelId, outcome: refusal.kind }, 'Discord refused a call');
      return refusal;
    }
  }

  function missing(channelId: string): readonly string[] {
    const access = services.rooms.access(channelId, { thread: false });
    return access.kind === 'missing' ? access.permissions : ['View Channel', 'Send Messages'];
  }

  function cardOf(
    daily: Daily,
    extra: { closesAt: number | null; answered: number; role: string | null },
  ): Card | null {
    const question = questionOf(context, daily);
    return (
      question &&
      dailyCard(words, { daily: daily.id, ...question, date: daily.localDate, late: daily.late, ...extra })
    );
  }

  async function openThread(message: Message, daily: Daily): Promise<string | null> {
    try {
      const name = words.daily.thread(words.daily.weekday(daily.localDate), daily.localDate);
      return (await message.startThread({ name })).id;
    } catch (thrown) {
      // The question stands; a discussion without its thread is no reason to post it again.
      services.log.warn({ err: thrown, channel: daily.channelId }, 'no thread could be opened');
      return null;
    }
  }

  return {
    async post({
      daily,
      channel,
      closesAt,
    }: {
      daily: Daily;
      channel: StudyChannel;
      closesAt: number | null;
    }) {
      const card = cardOf(daily, { closesAt, answered: 0, role: channel.roleId });
      if (!card) return { kind: 'retry', afterMs: SECOND_MS } as const;
      return attempt(daily.channelId, async (target): Promise<Posted & { kind: 'posted' }> => {
        const message = await target.send({
          ...messageOf(card),
          flags: MessageFlags.IsComponentsV2,
          nonce: daily.nonce,
          enforceNonce: true,
        });
        const threadId = channel.thread ? (message.thread?.id ?? (await openThread(message, daily))) : null;
        return { kind: 'posted', messageId: message.id, threadId };
      });
    },

    async findPosted(daily: Daily) {
      return attempt(
        daily.channelId,
        async (target): Promise<(Posted & { kind: 'found'; at: number }) | { kind: 'none' }> => {
          const messages = await target.messages.fetch({ limit: SEARCHED_MESSAGES, cache: false });
          const own = messages.find(
            ({ author, components }) => author.id === client.user.id && asks(components, daily.id),
          );
          if (!own) return { kind: 'none' };
          return {
            kind: 'found',
            messageId: own.id,
            threadId: own.thread?.id ?? null,
            at: own.createdTimestamp,
          };
        },
      );
    },

    async reveal(daily: Daily, { byOption, firstRight, cheers }: Summary) {
      const question = questionOf(context, daily);
      if (!question || daily.messageId === null) return { kind: 'gone' } as const;
      const card = revealCard(words, services.curriculum, {
        ...question,
        date: daily.localDate,
        split: byOption,
        firstRight,
        cheers,
      });
      return edit(daily, card);
    },

    async updateCount(daily: Daily, answers: number) {
      const role = services.store.studyChannel(daily.channelId)?.roleId ?? null;
      const card = cardOf(daily, { closesAt: daily.closesAt, answered: answers, role });
      return card ? edit(daily, card) : ({ kind: 'gone' } as const);
    },

    async check({ guildId, channelId, thread }: StudyChannel) {
      // In an outage, or thrown out, nothing is known of a channel: it is not gone for that.
      if (!client.guilds.cache.get(guildId)?.available)
        return { kind: 'forbidden', missing: ['View Channel'] } as const;
      const access = services.rooms.access(channelId, { thread });
      if (access.kind !== 'missing') return access;
      return { kind: 'forbidden', missing: access.permissions } as const;
    },

    /** In the server's own channel for its moderators, else where it greets new members; never by DM, unasked. */
    async tell({ guildId, channelId, kind, missing: lacking }: Problem) {
      if (kind === 'no-question') return;
      const guild = client.guilds.cache.get(guildId);
      const place = [guild?.publicUpdatesChannel, guild?.systemChannel].find(
        (channel) => channel && services.rooms.access(channel.id, { thread: false }).kind === 'ok',
      );
      const line =
        kind === 'gone' ? words.setup.tell.gone(channelId) : words.setup.tell.forbidden(channelId, lacking);
      services.log.warn(
        { guild: guildId, channel: channelId, kind, missing: lacking },
        'daily question paused',
      );
      if (!place) return;
      await attempt(
        place.id,
        (target): Promise<unknown> =>
          target.send({ ...messageOf(noticeCard(words, { line })), flags: MessageFlags.IsComponentsV2 }),
      );
    },
  };

  async function edit(daily: Daily, card: Card) {
    const { messageId } = daily;
    if (messageId === null) return { kind: 'gone' } as const;
    return attempt(daily.channelId, async (target): Promise<{ kind: 'edited' }> => {
      await target.messages.edit(messageId, { ...messageOf(card), flags: MessageFlags.IsComponentsV2 });
      return { kind: 'edited' };
    });
  }
}

/** True for a message whose buttons answer this daily question. */
function asks(components: Message['components'], dailyId: number): boolean {
  const text = JSON.stringify(components);
  const ids = text.matchAll(/"custom_id":"([^"]*)"/g);
  return [...ids].some(([, customId = '']) => actions.dailyAnswer.parse(customId)?.daily === dailyId);
}

/** Null for what is a bug of ours rather than a state of Discord's. */
function refusalOf(thrown: unknown, missing: () => readonly string[]): Refusal | null {
  const code = codeOf(thrown);
  if (code === UNKNOWN_CHANNEL || code === UNKNOWN_GUILD || code === UNKNOWN_MESSAGE) return { kind: 'gone' };
  if (code === MISSING_ACCESS || code === MISSING_PERMISSIONS)
    return { kind: 'forbidden', missing: missing() };
  if (code === OLD_EDITS_LIMIT) return { kind: 'retry', afterMs: 600 * SECOND_MS };
  if (thrown instanceof RateLimitError) return { kind: 'retry', afterMs: thrown.retryAfter };
  return isOutage(thrown) ? { kind: 'retry', afterMs: 5 * SECOND_MS } : null;
}

/** 5xx, no answer, or a broken connection: what was asked may still have happened. */
function isOutage(thrown: unknown): boolean {
  if (thrown instanceof HTTPError) return thrown.status >= 500;
  if (!(thrown instanceof Error)) return false;
  const code = codeOf(thrown);
  return thrown.name === 'AbortError' || (typeof code === 'string' && /^(E[A-Z]+|UND_ERR)/.test(code));
}
