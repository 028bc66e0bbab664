/** Messages for the renderer's tests, as Discord's API gives them. */
import type { APIMessage, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { bareContext, type RenderContext } from '../../../src/playground/render/context.ts';

export const NOW = Date.parse('2026-11-24T09:00:00Z');

/** A context that knows one member, one role and one channel, and reads times in UTC. */
export const context: RenderContext = {
  ...bareContext({ now: NOW, locale: 'en-GB', timeZone: 'UTC' }),
  userName: (id) => (id === '7' ? 'Ana <b>' : null),
  role: (id) => (id === '8' ? { name: 'Study & Co', color: 0 } : null),
  channelName: (id) => (id === '9' ? 'study' : null),
  picks: (kind) => [{ id: `${kind}-1`, label: `first ${kind}` }],
  fileUrl: (address) => (address.startsWith('http://127.0.0.1:1/') ? `/file?at=${address.length}` : null),
};

/** A message of a bot with Components V2. */
export function v2(
  components: readonly APIMessageTopLevelComponent[],
  extra: Partial<APIMessage> = {},
): APIMessage {
  return {
    id: '100',
    channel_id: '9',
    type: 0,
    content: '',
    author: { id: '5', username: 'sensei', discriminator: '0', global_name: null, avatar: null, bot: true },
    timestamp: '2026-11-24T08:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 32_768,
    components: [...components],
    ...extra,
  };
}
