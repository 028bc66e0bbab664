/** Where everything is kept: one SQLite file, and the deeds that are done to it. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as answers from './answers.ts';
import * as boards from './boards.ts';
import * as channels from './channels.ts';
import * as dailyAnswers from './daily-answers.ts';
import * as dailyCounts from './daily-counts.ts';
import * as dailyNow from './daily-now.ts';
import * as dailyPlan from './daily-plan.ts';
import * as dailyPosts from './daily-posts.ts';
import * as dailyReveals from './daily-reveals.ts';
import { connect, type Db, makeDb } from './db.ts';
import * as guilds from './guilds.ts';
import * as members from './members.ts';
import { migrate } from './migrate.ts';
import * as privacy from './privacy.ts';
import * as registration from './registration.ts';
import * as reports from './reports.ts';
import * as sessions from './sessions.ts';
import * as terms from './terms.ts';
import type { NextDue } from './timetable.ts';
import { verify } from './verify.ts';

/** Every deed takes the connection first; a store has it filled in. */
const deeds = {
  member: members.member,
  setMemberZone: members.setMemberZone,
  setMemberOutline: members.setMemberOutline,
  setExamDate: members.setExamDate,
  setVisibility: members.setVisibility,
  sawMember: members.sawMember,
  memberLeft: members.memberLeft,
  displayName: members.displayName,
  zoneOf: members.zoneOf,
  dateOf: members.dateOf,

  guild: guilds.guild,
  saveGuild: guilds.saveGuild,
  guildGone: guilds.guildGone,
  guildBack: guilds.guildBack,

  studyChannel: channels.studyChannel,
  studyChannels: channels.studyChannels,
  saveStudyChannel: channels.saveStudyChannel,
  pauseStudyChannel: channels.pauseStudyChannel,
  resumeStudyChannel: channels.resumeStudyChannel,
  removeStudyChannel: channels.removeStudyChannel,
  claimChannelChecks: channels.claimChannelChecks,

  planDuePosts: dailyPlan.planDuePosts,
  planPostNow: dailyNow.planPostNow,
  claimDuePost: dailyPosts.claimDuePost,
  setDailyItem: dailyPosts.setDailyItem,
  confirmPosted: dailyPosts.confirmPosted,
  releaseClaim: dailyPosts.releaseClaim,
  failPost: dailyPosts.failPost,
  dailiesWithNewAnswers: dailyCounts.dailiesWithNewAnswers,
  confirmCount: dailyCounts.confirmCount,
  claimDueReveal: dailyReveals.claimDueReveal,
  confirmRevealed: dailyReveals.confirmRevealed,
  failReveal: dailyReveals.failReveal,
  loseDailyMessage: dailyReveals.loseDailyMessage,

  daily: dailyAnswers.daily,
  dailyOf: dailyAnswers.dailyOf,
  currentDaily: dailyAnswers.currentDaily,
  previousDaily: dailyAnswers.previousDaily,
  recordDailyAnswer: dailyAnswers.recordDailyAnswer,
  dailyAnswerOf: dailyAnswers.dailyAnswerOf,
  dailyAnswerers: dailyAnswers.dailyAnswerers,
  dailyCounts: dailyAnswers.dailyCounts,
  dailySplit: dailyAnswers.dailySplit,
  firstRight: dailyAnswers.firstRight,
  dailiesUsed: dailyAnswers.dailiesUsed,
  groupAccuracy: dailyAnswers.groupAccuracy,

  startSession: sessions.startSession,
  openSession: sessions.openSession,
  session: sessions.session,
  setConfidence: sessions.setConfidence,
  setSelection: sessions.setSelection,
  showItem: sessions.showItem,
  recordQuizAnswer: sessions.recordQuizAnswer,
  leaveSession: sessions.leaveSession,
  finishSession: sessions.finishSession,

  answersOf: answers.answersOf,
  itemHistory: answers.itemHistory,
  streakEvents: answers.streakEvents,
  pointsLedger: answers.pointsLedger,
  pointsOf: answers.pointsOf,

  boardRows: boards.boardRows,
  groupGoal: boards.groupGoal,

  keepTerm: terms.keepTerm,
  unkeepTerm: terms.unkeepTerm,
  keptTerms: terms.keptTerms,
  recordWish: terms.recordWish,
  wishes: terms.wishes,

  reportItem: reports.reportItem,
  reports: reports.reports,

  registeredHash: registration.registeredHash,
  setRegisteredHash: registration.setRegisteredHash,

  exportMember: privacy.exportMember,
  deleteMember: privacy.deleteMember,
  verify,
} as const;

type Bound<Deeds> = {
  readonly [K in keyof Deeds]: Deeds[K] extends (db: Db, ...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : never;
};

export interface Store extends Bound<typeof deeds> {
  /** Writes a whole copy of the database to a new file while others go on working. */
  backup(file: string): Promise<void>;
  close(): void;
}

export interface StoreOptions {
  /** When a study channel's question comes round next: the schedule's `nextOccurrence`. */
  readonly nextDue: NextDue;
  /** Where a copy goes before a migration changes the database; default: beside it. */
  readonly backupDir?: string;
  /** Default: the program's own. */
  readonly migrationsDir?: string;
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Opens the database at `path` (`:memory:` for one that is not kept), made or brought up to date where needed.
 * @throws Error with one sentence when its migrations are not this program's.
 */
export function openStore(path: string, options: StoreOptions): Store {
  const connection = connect(path);
  try {
    migrate(connection, {
      directory: options.migrationsDir ?? MIGRATIONS,
      backupDir: options.backupDir ?? dirname(resolve(path)),
    });
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return {
    ...bind(makeDb(connection, options.nextDue)),
    backup: async (file) => {
      await connection.backup(file);
    },
    close: () => {
      connection.close();
    },
  };
}

function bind(db: Db): Bound<typeof deeds> {
  const bound = Object.entries(deeds).map(([name, deed]) => [
    name,
    (deed as (db: Db, ...args: readonly unknown[]) => unknown).bind(null, db),
  ]);
  return Object.fromEntries(bound) as Bound<typeof deeds>;
}

export type { Answer, PointsEntry } from './answers.ts';
export type { BoardRow, GroupGoal } from './boards.ts';
export type {
  ChannelSettings,
  DailyReason,
  LastResult,
  PauseReason,
  RevealRule,
  StudyChannel,
} from './channels.ts';
export type { Daily, DailyItem, DailyState, RevealState } from './dailies.ts';
export type {
  DailyAnswer,
  DailyAnswered,
  DailyAnswerer,
  DailySplit,
  ItemAccuracy,
  UsedDaily,
} from './daily-answers.ts';
export type { StaleCount } from './daily-counts.ts';
export type { PlannedNow } from './daily-now.ts';
export { LATE_AFTER_MS } from './daily-plan.ts';
export type { Claim, Confirmation, DuePost, Failed, Failure, Held } from './daily-posts.ts';
export type { Guild } from './guilds.ts';
export { DEFAULT_ZONE, type Member, type Sighting, type ZoneChange } from './members.ts';
export type { MemberExport } from './privacy.ts';
export type { Report } from './reports.ts';
export type { Session, SessionItem, SetPlace } from './session-rows.ts';
export type {
  Ended,
  Marked,
  NewSession,
  QuestionPlace,
  QuizAnswer,
  QuizAnswered,
  Started,
} from './sessions.ts';
export type { Wish } from './terms.ts';
export type { NextDue, Occurrence, Timetable } from './timetable.ts';
export type { Difference } from './verify.ts';
