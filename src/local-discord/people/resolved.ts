/** Users, roles and channels that somebody chose, as the interaction carries them along. */
import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { partialChannelJson } from '../payloads/guild.ts';
import { bareMemberJson, userJson } from '../payloads/user.ts';
import { permissionsIn } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ChannelRecord } from '../world/records.ts';
import { known, type World } from '../world/world.ts';

export interface Resolved {
  readonly users?: Readonly<Record<Snowflake, object>>;
  readonly members?: Readonly<Record<Snowflake, object>>;
  readonly roles?: Readonly<Record<Snowflake, object>>;
  readonly channels?: Readonly<Record<Snowflake, object>>;
}

/** Where something is chosen, by whom, for which bot. */
export interface Setting {
  readonly world: World;
  readonly channel: ChannelRecord;
  readonly userId: Snowflake;
  readonly botId: Snowflake;
}

interface Chosen {
  readonly type: Option;
  readonly value?: string | number | boolean;
}

const byId = (ids: readonly Snowflake[], json: (id: Snowflake) => object | undefined) =>
  Object.fromEntries(ids.flatMap((id) => (json(id) === undefined ? [] : [[id, json(id) as object]])));

/** The details of everything with these ids, where they are known. */
export function resolveIds(
  { world, channel, userId, botId }: Setting,
  ids: {
    readonly users: readonly Snowflake[];
    readonly roles: readonly Snowflake[];
    readonly channels: readonly Snowflake[];
  },
): Resolved | undefined {
  const { guildId } = channel;
  const memberOf = (id: Snowflake): object | undefined => {
    const member = guildId === null ? undefined : world.member(guildId, id);
    return member && { ...bareMemberJson(member), permissions: permissionsIn(world, channel, id).toString() };
  };
  const roles = world.guilds.get(guildId ?? '')?.roles ?? [];
  const all = {
    users: byId(ids.users, (id) => userJson(known(world.users, id))),
    members: byId(ids.users, memberOf),
    roles: byId(ids.roles, (id) => roles.find((role) => role.id === id)),
    channels: byId(ids.channels, (id) => {
      const chosen = known(world.channels, id);
      const botMay = permissionsIn(world, chosen, botId).toString();
      return { ...partialChannelJson(world, chosen, userId), app_permissions: botMay };
    }),
  };
  const filled = Object.entries(all).filter(([, entries]) => Object.keys(entries).length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/** The details of what was chosen in a command's options. */
export function resolve(setting: Setting, chosen: readonly Chosen[]): Resolved | undefined {
  const idsOf = (...types: Option[]) =>
    chosen.filter(({ type }) => types.includes(type)).map(({ value }) => String(value));
  const mentioned = idsOf(Option.Mentionable);
  const { world } = setting;
  return resolveIds(setting, {
    users: [...idsOf(Option.User), ...mentioned.filter((id) => world.users.has(id))],
    roles: [...idsOf(Option.Role), ...mentioned.filter((id) => !world.users.has(id))],
    channels: idsOf(Option.Channel),
  });
}
