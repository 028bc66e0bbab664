/** One websocket: says hello, beats, lets a bot identify or resume, and closes on misuse. */
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import { type Packer, plain, type Wire, zlibMessage } from './compression.ts';
import { type Closing, checkIdentify, type Identified, isObject } from './identify.ts';
import type { Line, Session } from './session.ts';

/** A payload to the gateway may have this many bytes. */
const PAYLOAD_BYTES = 4096;
/** Sends allowed within a minute, all opcodes counted. */
const SENDS_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/** What a connection asks of the gateway around it. */
export interface Switchboard {
  readonly world: World;
  /** How often clients are told to beat, in milliseconds of real time. */
  readonly heartbeatIntervalMs: number;
  /** True while the gateway accepts, and answers nothing. */
  readonly frozen: boolean;
  open(identified: Identified, line: Line): Session;
  /** The session to go on with, or null when it is lost. */
  resume(sessionId: unknown, sequence: unknown, token: unknown, line: Line): Session | null | Closing;
  /** The session's connection is gone; `ended` when the client said that it will not return. */
  left(session: Session, ended: boolean): void;
  introduce(session: Session): void;
}

export class Connection implements Line {
  readonly #socket: WebSocket;
  readonly #gateway: Switchboard;
  readonly #wire: Wire;
  #pack: Packer;
  #session: Session | null = null;
  #silence: NodeJS.Timeout | null = null;
  #sentAt: number[] = [];
  /** What waits for the thaw. */
  #received: string[] = [];
  #unsent: object[] = [];

  constructor(socket: WebSocket, gateway: Switchboard, wire: Wire = plain) {
    this.#socket = socket;
    this.#gateway = gateway;
    this.#wire = wire;
    this.#pack = wire();
    socket.on('message', (data) => this.#receive(data));
    socket.on('close', (code) => this.#closed(code));
    socket.on('error', () => socket.terminate());
    this.send({
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: gateway.heartbeatIntervalMs },
      s: null,
      t: null,
    });
    this.#listen();
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN && !this.#gateway.frozen;
  }

  get session(): Session | null {
    return this.#session;
  }

  send(payload: object): void {
    if (this.#gateway.frozen) this.#unsent.push(payload);
    else if (this.#socket.readyState === this.#socket.OPEN)
      this.#socket.send(this.#pack(JSON.stringify(payload)));
  }

  close(code: number, reason = ''): void {
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Sends and takes in what waited while the gateway was frozen. */
  thaw(): void {
    for (const payload of this.#unsent.splice(0)) this.send(payload);
    for (const text of this.#received.splice(0)) this.#take(text);
  }

  /** Real Discord closes a connection whose client stopped beating. */
  #listen(): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (this.#gateway.frozen) this.#listen();
      else this.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
    }, this.#gateway.heartbeatIntervalMs * 2);
    this.#silence.unref();
  }

  #closed(code: number): void {
    if (this.#silence) clearTimeout(this.#silence);
    const session = this.#session;
    this.#session = null;
    // A session whose client opened another connection already belongs to that one.
    if (session && session.line === this) this.#gateway.left(session, code === 1000 || code === 1001);
  }

  /** Closes on misuse, and complains of it. */
  refuse({ code, reason }: Closing): void {
    this.#gateway.world.complain({ where: 'gateway', status: code, code, message: reason });
    this.close(code, reason);
  }

  #receive(data: RawData): void {
    const text = String(data);
    if (this.#gateway.frozen) this.#received.push(text);
    else this.#take(text);
  }

  #take(text: string): void {
    const problem = this.#countSend() ?? this.#obey(text);
    if (problem) this.refuse(problem);
  }

  #countSend(): Closing | null {
    const now = performance.now();
    this.#sentAt = [...this.#sentAt.filter((at) => at > now - MINUTE_MS), now];
    return this.#sentAt.length > SENDS_PER_MINUTE ? RATE_LIMITED : null;
  }

  #obey(text: string): Closing | null {
    const payload = Buffer.byteLength(text) > PAYLOAD_BYTES ? null : parse(text);
    if (!payload) return UNDECODABLE;
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        this.#listen();
        this.send({ op: GatewayOpcodes.HeartbeatAck, d: null, s: null, t: null });
        return null;
      case GatewayOpcodes.Identify:
        return this.#session ? ALREADY_AUTHENTICATED : this.#identify(payload.d);
      case GatewayOpcodes.Resume:
        return this.#session ? ALREADY_AUTHENTICATED : this.#resume(payload.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return this.#session ? null : NOT_AUTHENTICATED;
      default:
        return UNKNOWN_OPCODE;
    }
  }

  #identify(data: unknown): Closing | null {
    const identified = checkIdentify(this.#gateway.world, data);
    if ('code' in identified) return identified;
    if (identified.compress && this.#wire === plain) this.#pack = zlibMessage;
    this.#session = this.#gateway.open(identified, this);
    this.#gateway.introduce(this.#session);
    return null;
  }

  #resume(data: unknown): Closing | null {
    const { session_id, seq, token } = isObject(data) ? data : {};
    const session = this.#gateway.resume(session_id, seq, token, this);
    if (session !== null && 'code' in session) return session;
    this.#session = session;
    if (!session) this.send({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null });
    return null;
  }
}

const RATE_LIMITED: Closing = { code: GatewayCloseCodes.RateLimited, reason: 'You are being rate limited.' };
const UNDECODABLE: Closing = { code: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
const NOT_AUTHENTICATED: Closing = { code: GatewayCloseCodes.NotAuthenticated, reason: 'Not authenticated.' };
const ALREADY_AUTHENTICATED: Closing = {
  code: GatewayCloseCodes.AlreadyAuthenticated,
  reason: 'Already authenticated.',
};
const UNKNOWN_OPCODE: Closing = { code: GatewayCloseCodes.UnknownOpcode, reason: 'Unknown opcode.' };

function parse(text: string): Record<string, unknown> | null {
  try {
    const payload: unknown = JSON.parse(text);
    return isObject(payload) ? payload : null;
  } catch {
    return null;
  }
}
