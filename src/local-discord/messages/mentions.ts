/** Whom a message pings, after its allowed mentions have had their say. */
import { type APIAllowedMentions, AllowedMentionsTypes as Parse } from 'discord-api-types/v10';
import { Permission, permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
}

/** Messages ping all that they name by default; answers to interactions, users only. */
const DEFAULTS = {
  message: { parse: [Parse.Everyone, Parse.User, Parse.Role] },
  interaction: { parse: [Parse.User] },
} satisfies Record<string, APIAllowedMentions>;

function idsIn(text: string, pattern: RegExp): Snowflake[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

/** Reads who is pinged from the text. A role is, when it is mentionable or the author may mention everyone. */
export function pingsOf(
  world: World,
  text: string,
  sent: {
    readonly by: Snowflake;
    readonly as: keyof typeof DEFAULTS;
    readonly in: ChannelRecord;
    readonly allowed: APIAllowedMentions | null | undefined;
  },
): Pings {
  const allowed: APIAllowedMentions = sent.allowed ?? DEFAULTS[sent.as];
  const parse: readonly string[] = allowed.parse ?? [];
  const may = (permissionsIn(world, sent.in, sent.by) & Permission.MentionEveryone) !== 0n;
  const roles = world.guilds.get(sent.in.guildId ?? '')?.roles ?? [];
  const pingable = (id: Snowflake) => roles.some((role) => role.id === id && (role.mentionable || may));
  return {
    everyone: may && parse.includes(Parse.Everyone) && /@(everyone|here)\b/.test(text),
    users: idsIn(text, /<@!?(\d+)>/g).filter(
      (id) => world.users.has(id) && (parse.includes(Parse.User) || allowed.users?.includes(id)),
    ),
    roles: idsIn(text, /<@&(\d+)>/g).filter(
      (id) => pingable(id) && (parse.includes(Parse.Role) || allowed.roles?.includes(id)),
    ),
  };
}
