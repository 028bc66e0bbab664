/** Routes that tell a client where to connect and who it is. */

import { guildJson } from '../payloads/guild.ts';
import { applicationJson, userJson } from '../payloads/user.ts';
import { ALL_PERMISSIONS, guildPermissions } from '../permissions.ts';
import { known } from '../world/world.ts';
import { type Handler, isIn } from './call.ts';
import { refuse } from './reply.ts';

export const getGateway: Handler = ({ gateway }) => ({ status: 200, body: { url: gateway.url } });

export const getGatewayBot: Handler = ({ gateway, me }) => ({
  status: 200,
  body: { url: gateway.url, shards: 1, session_start_limit: gateway.startLimit(me.id) },
});

export const getOwnUser: Handler = ({ world, me }) => ({
  status: 200,
  body: {
    ...userJson(known(world.users, me.botId)),
    verified: true,
    mfa_enabled: false,
    email: null,
    flags: 0,
  },
});

export const getUser: Handler = ({ world, param }) => {
  const user = world.users.get(param('user_id'));
  if (!user) throw refuse.unknownUser();
  return { status: 200, body: userJson(user) };
};

export const getOwnApplication: Handler = ({ world, me }) => ({
  status: 200,
  body: applicationJson(world, me),
});

export const getOwnGuilds: Handler = ({ world, me }) => {
  const guilds = [...world.guilds.values()].filter((guild) => isIn(guild, me.botId));
  const body = guilds.map((guild) => ({
    ...guildJson(guild),
    owner: false,
    permissions: (guildPermissions(guild, me.botId) & ALL_PERMISSIONS).toString(),
  }));
  return { status: 200, body };
};
