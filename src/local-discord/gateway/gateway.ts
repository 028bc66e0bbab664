/** The gateway: all connections and sessions, and who gets which event. */
import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { guildCreateJson } from '../payloads/guild.ts';
import { userJson } from '../payloads/user.ts';
import { shardOf } from '../snowflake.ts';
import type { GuildRecord } from '../world/records.ts';
import { type Delivery, type Dispatch, known, type World } from '../world/world.ts';
import { wireFor } from './compression.ts';
import { Connection, type Switchboard } from './connection.ts';
import { applicationByToken, type Closing, type Identified } from './identify.ts';
import { Intent } from './intents.ts';
import { type Line, RESUMABLE_MS, Session } from './session.ts';

/** Identifies in a day; real Discord resets the token of a bot that needs more. */
const IDENTIFIES_PER_DAY = 1000;
const DAY_MS = 86_400_000;
/** What Discord tells clients at present. */
const HEARTBEAT_INTERVAL_MS = 41_250;

export class Gateway implements Switchboard {
  readonly world: World;
  readonly heartbeatIntervalMs: number;
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  #identifiedAt: { readonly applicationId: string; readonly at: number }[] = [];
  #frozen = false;
  #refusals = 0;

  constructor(world: World, heartbeatIntervalMs = HEARTBEAT_INTERVAL_MS) {
    this.world = world;
    this.heartbeatIntervalMs = heartbeatIntervalMs;
    world.dispatch = (dispatch) => this.#dispatch(dispatch);
  }

  /** `ws://127.0.0.1:port`, without a query: clients add their own. */
  get url(): string {
    return this.world.origin.replace(/^http/, 'ws');
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Takes a new websocket in; the path carries the version, the encoding and the compression. */
  accept(socket: WebSocket, path: string): void {
    const query = new URL(path, this.world.origin).searchParams;
    const connection = new Connection(socket, this, wireFor(query.get('compress')));
    if (query.get('v') !== '10' || (query.get('encoding') ?? 'json') !== 'json') {
      connection.refuse({ code: GatewayCloseCodes.InvalidAPIVersion, reason: 'Invalid API version.' });
    }
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
  }

  open({ application, shard, intents }: Identified, line: Line): Session {
    const session = new Session(randomBytes(16).toString('hex'), application, shard, intents, line);
    for (const old of this.#sessions.values()) if (this.#isTooOld(old)) this.#sessions.delete(old.id);
    this.#sessions.set(session.id, session);
    this.#identifiedAt.push({ applicationId: application.id, at: this.world.clock.elapsed() });
    return session;
  }

  /** READY, with all guilds unavailable; then GUILD_CREATE for each that is not in an outage. */
  introduce(session: Session): void {
    const { application, shard, intents } = session;
    const guilds = this.#guildsOf(session);
    session.push(GatewayDispatchEvents.Ready, {
      v: 10,
      user: {
        ...userJson(known(this.world.users, application.botId)),
        verified: true,
        mfa_enabled: false,
        email: null,
        flags: 0,
      },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      session_type: 'normal',
      shard,
      application: { id: application.id, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      guild_join_requests: [],
      _trace: [],
    });
    if (!(intents & Intent.Guilds)) return;
    for (const guild of guilds.filter(({ unavailable }) => !unavailable)) {
      session.push(GatewayDispatchEvents.GuildCreate, guildCreateJson(this.world, guild, application.botId));
    }
  }

  resume(sessionId: unknown, sequence: unknown, token: unknown, line: Line): Session | null | Closing {
    if (!applicationByToken(this.world, token)) {
      return { code: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
    }
    const session = this.#sessions.get(String(sessionId));
    if (!session || this.#takeRefusal() || this.#isTooOld(session)) {
      this.#sessions.delete(String(sessionId));
      return null;
    }
    if (typeof sequence !== 'number' || sequence > session.sequence) {
      return { code: GatewayCloseCodes.InvalidSeq, reason: 'Invalid seq.' };
    }
    const missed = session.since(sequence);
    if (!missed) return null;
    session.line = line;
    session.lostAt = null;
    for (const event of missed) line.send(event);
    session.push(GatewayDispatchEvents.Resumed, { _trace: [] });
    return session;
  }

  left(session: Session, ended: boolean): void {
    session.line = null;
    session.lostAt = this.world.clock.elapsed();
    if (ended) this.#sessions.delete(session.id);
  }

  /** Closes every connection; without a code the sockets are cut. */
  drop(code?: number): void {
    for (const connection of this.#connections) {
      if (code === undefined) connection.terminate();
      else connection.close(code);
    }
    if (code !== undefined && ENDS_SESSIONS.has(code)) this.#sessions.clear();
  }

  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
    for (const connection of this.#connections) connection.thaw();
  }

  /** The next resumes are answered with an invalid session. */
  refuseResumes(times: number): void {
    this.#refusals = times;
  }

  askToReconnect(): void {
    for (const connection of this.#connections)
      connection.send({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null });
  }

  invalidateSessions(resumable: boolean): void {
    for (const connection of this.#connections) {
      if (!resumable && connection.session) this.#sessions.delete(connection.session.id);
      connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null });
    }
  }

  /** What GET /gateway/bot tells of the identifies that are left. */
  startLimit(applicationId: string) {
    const since = this.world.clock.elapsed() - DAY_MS;
    this.#identifiedAt = this.#identifiedAt.filter(({ at }) => at > since);
    const mine = this.#identifiedAt.filter((each) => each.applicationId === applicationId);
    const resetAfter = mine[0] ? Math.ceil(mine[0].at - since) : 0;
    const remaining = Math.max(0, IDENTIFIES_PER_DAY - mine.length);
    // Real Discord allows small bots one identify in five seconds; tests restart faster than that.
    return { total: IDENTIFIES_PER_DAY, remaining, reset_after: resetAfter, max_concurrency: 16 };
  }

  close(): void {
    for (const connection of this.#connections) connection.terminate();
    this.#sessions.clear();
  }

  #guildsOf({ application, shard: [id, count] }: Session): GuildRecord[] {
    return [...this.world.guilds.values()].filter(
      (guild) => shardOf(guild.id, count) === id && guild.members.some((m) => m.userId === application.botId),
    );
  }

  #takeRefusal(): boolean {
    if (this.#refusals === 0) return false;
    this.#refusals -= 1;
    return true;
  }

  #isTooOld({ lostAt }: Session): boolean {
    return lostAt !== null && this.world.clock.elapsed() - lostAt > RESUMABLE_MS;
  }

  #dispatch(dispatch: Dispatch): Delivery {
    const outcomes = [...this.#sessions.values()]
      .filter((session) => !this.#isTooOld(session))
      .map((session) => session.offer(dispatch));
    if (outcomes.includes('delivered')) return 'delivered';
    return outcomes.includes('kept') ? 'kept' : 'nobody';
  }
}

/** Close codes after which Discord does not know the session any more. */
const ENDS_SESSIONS: ReadonlySet<number> = new Set([
  1000,
  1001,
  GatewayCloseCodes.NotAuthenticated,
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.AlreadyAuthenticated,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.RateLimited,
  GatewayCloseCodes.SessionTimedOut,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);
