/** A study hall for a test: a local Discord with a server and its people, and Sensei on the real client. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Events } from 'discord.js';
import { afterAll, afterEach, expect, onTestFinished } from 'vitest';
import {
  type Application,
  type Complaint,
  type Guild,
  LocalClock,
  type LocalDiscord,
  type Person,
  type StoredMessage,
  startLocalDiscord,
} from '../../../src/local-discord/index.ts';
import { type Sensei, type SenseiOptions, startSensei } from '../../../src/sensei.ts';
import { type KeptLog, keepLog } from './log.ts';

/** Holds the pack of `test/fixtures`, whose questions the tests know. */
export const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
/** A Monday, eight in the morning in London. */
export const MONDAY = Date.parse('2026-11-23T08:00:00Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** discord.js waits five real seconds between two identifies. */
export const READY_WITHIN_MS = 15 * SECOND;

export interface HallOptions {
  readonly contentDir?: string;
  /** Does not start Sensei: for tests that start processes of their own. */
  readonly empty?: boolean;
  readonly onFatal?: (reason: string) => void;
}

export class Hall {
  readonly discord: LocalDiscord;
  readonly application: Application;
  readonly guild: Guild;
  readonly admin: Person;
  readonly mia: Person;
  readonly tom: Person;
  readonly zoe: Person;
  /** Where members type commands. */
  readonly study: string;
  /** Where the daily question goes. */
  readonly daily: string;
  readonly databasePath: string;
  readonly kept: KeptLog = keepLog();
  readonly #folder: string;
  readonly #senseis: Sensei[] = [];
  #people = 0;
  #complaintsRead = 0;
  readonly #expected: Complaint[] = [];

  constructor(discord: LocalDiscord) {
    this.discord = discord;
    this.#folder = mkdtempSync(join(tmpdir(), 'sensei-e2e-'));
    this.databasePath = join(this.#folder, 'sensei.db');
    this.application = discord.createApplication({ name: 'Sensei' });
    this.admin = discord.createUser({ username: 'ada', globalName: 'Ada' });
    this.guild = discord.createGuild({ name: 'Study hall', owner: this.admin });
    this.study = this.guild.createChannel({ name: 'study' }).id;
    this.daily = this.guild.createChannel({ name: 'daily-question' }).id;
    this.guild.addBot(this.application);
    this.mia = this.member('mia');
    this.tom = this.member('tom');
    this.zoe = this.member('zoe');
  }

  /** Somebody new in the server: what others did is not mixed up with what they do. */
  member(name?: string, guild = this.guild): Person {
    this.#people += 1;
    const person = this.discord.createUser({ username: name ?? `member${this.#people}` });
    guild.addMember(person);
    return person;
  }

  /** Starts a Sensei on this hall's database. */
  async start(options: Partial<SenseiOptions> = {}): Promise<Sensei> {
    const sensei = await startSensei({
      token: this.application.token,
      apiUrl: this.discord.apiUrl,
      databasePath: this.databasePath,
      contentDir: FIXTURES,
      log: this.kept.log,
      now: () => this.discord.clock.now(),
      ...options,
    });
    // A call that hangs is given up soon, so that no test waits ten real seconds for it.
    sensei.client.rest.options.timeout = 1_500;
    this.#senseis.push(sensei);
    return sensei;
  }

  /** Ends the running Sensei and starts another one in its place. */
  async restart(): Promise<void> {
    for (const sensei of this.#senseis.splice(0)) await sensei.close();
    await this.start();
  }

  get sensei(): Sensei {
    const sensei = this.#senseis[0];
    if (!sensei) throw new Error('no Sensei was started here');
    return sensei;
  }

  get store(): Sensei['store'] {
    return this.sensei.store;
  }

  get now(): number {
    return this.discord.clock.now();
  }

  /** Lets time pass by every clock of the hall. */
  pass(ms: number): void {
    this.discord.clock.advance(ms);
  }

  /** Lets time pass and does what fell due, as the minute's tick would. */
  async passAndTick(ms: number): Promise<void> {
    this.pass(ms);
    await this.sensei.schedule.tick();
  }

  /** What lies in a channel for all to see. */
  publicIn(channelId: string) {
    return this.discord.messages(channelId);
  }

  /** The newest message in a channel that somebody sees, such as a follow-up for them alone. */
  newestFor(who: Person, channelId: string): StoredMessage {
    const newest = this.discord.messages(channelId, who).at(-1);
    if (!newest) throw new Error('there is no message');
    return newest;
  }

  /** Resolves once Sensei has heard of all that the gateway sent until now. */
  async heard(): Promise<void> {
    await this.admin.autocomplete(this.study, 'guide', { topic: '' }, 'topic');
  }

  /** Resolves once Sensei has begun a new session with the gateway. */
  async connectedAgain(): Promise<void> {
    await new Promise<void>((resolve) => this.sensei.client.once(Events.ShardReady, () => resolve()));
  }

  /** Resolves once no request has been under way for a moment. */
  async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.discord.requests.length; ) {
      seen = this.discord.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Takes out complaints that a test provokes. */
  expectComplaints(code: number): readonly Complaint[] {
    const fresh = this.discord.complaints.slice(this.#complaintsRead);
    this.#expected.push(...fresh.filter((complaint) => complaint.code === code));
    return this.#expected;
  }

  /** Fails where Discord had a complaint or the log an error since the last check. */
  check(): void {
    const fresh = this.discord.complaints.slice(this.#complaintsRead);
    const complaints = fresh.filter((complaint) => !this.#expected.includes(complaint));
    this.#complaintsRead = this.discord.complaints.length;
    expect(complaints.map((each) => JSON.stringify(each))).toEqual([]);
    expect(this.kept.errors().map(({ msg, err }) => [msg, err])).toEqual([]);
  }

  async close(): Promise<void> {
    for (const sensei of this.#senseis.splice(0)) await sensei.close();
    await this.discord.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function openHall({ empty = false, ...options }: HallOptions): Promise<Hall> {
  const clock = new LocalClock();
  // Stopped first: a running clock may go on by a millisecond between the two.
  clock.freeze();
  clock.set(MONDAY);
  const hall = new Hall(await startLocalDiscord({ clock }));
  if (!empty) await hall.start(options);
  return hall;
}

/** One hall for a whole file, checked after each of its tests. */
export async function sharedHall(options: HallOptions = {}): Promise<Hall> {
  const hall = await openHall(options);
  afterEach(() => {
    hall.discord.faults.clear();
    hall.check();
  });
  afterAll(() => hall.close());
  return hall;
}

/** A hall for one test, which may break it. */
export async function ownHall(options: HallOptions = {}): Promise<Hall> {
  const hall = await openHall(options);
  onTestFinished(async () => {
    hall.discord.faults.clear();
    await hall.close();
    hall.check();
  });
  return hall;
}
