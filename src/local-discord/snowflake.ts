/** Discord's ids: the milliseconds since 2015 in the upper bits, a counter in the lower 22. */

/** The first second of 2015, in milliseconds since 1970. */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;
const COUNTER_BITS = 22n;
const COUNTER_MASK = (1n << COUNTER_BITS) - 1n;
/** discord.js finds ids in routes by their 17 to 19 digits, and those begin in February 2015. */
const FIRST_ID_MS = DISCORD_EPOCH_MS + 45 * 86_400_000;

export type Snowflake = string;

/**
 * The id of what was made at that instant.
 * @param counter any whole number; ids of one millisecond differ, and are ordered, by it
 * @throws RangeError before 15 February 2015, when ids would be too short for clients
 */
export function makeSnowflake(nowMs: number, counter: number): Snowflake {
  if (nowMs < FIRST_ID_MS) throw new RangeError('the local Discord cannot be set to before 15 February 2015');
  const time = BigInt(Math.floor(nowMs) - DISCORD_EPOCH_MS);
  return ((time << COUNTER_BITS) | (BigInt(counter) & COUNTER_MASK)).toString();
}

/** When the thing with this id was made, in milliseconds since 1970. */
export function snowflakeTime(id: Snowflake): number {
  return Number(BigInt(id) >> COUNTER_BITS) + DISCORD_EPOCH_MS;
}

/** The shard on which a guild's events arrive. */
export function shardOf(guildId: Snowflake, shards: number): number {
  return Number((BigInt(guildId) >> COUNTER_BITS) % BigInt(shards));
}

/** Orders ids by time: negative when `a` is older. */
export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
