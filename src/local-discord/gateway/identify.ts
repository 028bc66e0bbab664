/** Whether an IDENTIFY is accepted. */
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { shardOf } from '../snowflake.ts';
import type { ApplicationRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { ALL_INTENTS, PRIVILEGED_INTENTS } from './intents.ts';

/** A shard carries at most this many guilds. */
const GUILDS_PER_SHARD = 2500;

export interface Identified {
  readonly application: ApplicationRecord;
  readonly shard: readonly [number, number];
  readonly intents: number;
  /** Every payload is to be a zlib message of its own. */
  readonly compress: boolean;
}

/** The reason for which a connection is closed. */
export interface Closing {
  readonly code: GatewayCloseCodes;
  readonly reason: string;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The application with this token, given with or without "Bot ". */
export function applicationByToken(world: World, token: unknown): ApplicationRecord | undefined {
  if (typeof token !== 'string') return undefined;
  const bare = token.replace(/^Bot /, '');
  return [...world.applications.values()].find((application) => application.token === bare);
}

function shardFrom(shard: unknown): readonly [number, number] | null {
  if (shard === undefined) return [0, 1];
  if (!Array.isArray(shard) || shard.length !== 2) return null;
  const [id, count] = shard as [unknown, unknown];
  const whole = Number.isInteger(id) && Number.isInteger(count);
  return whole && Number(id) >= 0 && Number(id) < Number(count) ? [Number(id), Number(count)] : null;
}

function isOverfull(world: World, botId: string, [id, count]: readonly [number, number]): boolean {
  const guilds = [...world.guilds.values()].filter(({ members }) => members.some((m) => m.userId === botId));
  return guilds.filter((guild) => shardOf(guild.id, count) === id).length > GUILDS_PER_SHARD;
}

function intentsProblem(intents: unknown, application: ApplicationRecord): Closing | null {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0 || intents & ~ALL_INTENTS) {
    return { code: GatewayCloseCodes.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  const disallowed = intents & PRIVILEGED_INTENTS & ~application.privilegedIntents;
  return disallowed ? { code: GatewayCloseCodes.DisallowedIntents, reason: 'Disallowed intent(s).' } : null;
}

/** Checks the token, then the intents, then the shard; the first that is wrong closes the connection. */
export function checkIdentify(world: World, data: unknown): Identified | Closing {
  if (!isObject(data) || !isObject(data.properties)) {
    return { code: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
  }
  const application = applicationByToken(world, data.token);
  if (!application) return { code: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
  const problem = intentsProblem(data.intents, application);
  if (problem) return problem;
  const shard = shardFrom(data.shard);
  if (!shard) return { code: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
  if (isOverfull(world, application.botId, shard)) {
    return { code: GatewayCloseCodes.ShardingRequired, reason: 'Sharding is required.' };
  }
  return { application, shard, intents: Number(data.intents), compress: data.compress === true };
}
