/** Users, members and applications as Discord's JSON. */
import type { APIUser } from 'discord-api-types/v10';
import type { ApplicationRecord, GuildRecord, MemberRecord, UserRecord } from '../world/records.ts';
import { known, type World } from '../world/world.ts';

export function userJson({ id, username, globalName, bot }: UserRecord): APIUser {
  return {
    id,
    username,
    discriminator: bot ? '0000' : '0',
    global_name: globalName,
    avatar: null,
    ...(bot ? { bot: true } : {}),
  };
}

/** A member with the user; the gateway's and REST's form. */
export function memberJson(world: World, member: MemberRecord) {
  return { ...bareMemberJson(member), user: userJson(known(world.users, member.userId)) };
}

/** A member without the user, as in resolved data. */
export function bareMemberJson({ roles, nick, joinedAt }: MemberRecord) {
  return {
    roles,
    nick,
    joined_at: joinedAt,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** The name under which others see a person in a guild. */
export function displayNameIn(guild: GuildRecord | undefined, user: UserRecord): string {
  const nick = guild?.members.find(({ userId }) => userId === user.id)?.nick;
  return nick ?? user.globalName ?? user.username;
}

export function applicationJson(world: World, application: ApplicationRecord) {
  const { id, name, botId } = application;
  const installed = [...world.guilds.values()].filter(({ members }) =>
    members.some((m) => m.userId === botId),
  );
  return {
    id,
    name,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: id.padStart(64, '0'),
    flags: 0,
    tags: [],
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: installed.length,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {} },
    team: null,
    owner: null,
    bot: userJson(known(world.users, botId)),
  };
}
