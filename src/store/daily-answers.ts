/** Answers to daily questions, and what can be told of them. */
import type { ItemId } from '../curriculum/model.ts';
import type { CivilDate } from '../tutor/civil-date.ts';
import type { Selection } from '../tutor/types.ts';
import type { Answer } from './answers.ts';
import { type Daily, dailyWhere } from './dailies.ts';
import type { Db } from './db.ts';
import { parseSelection } from './json.ts';
import { answerWhere, appendAnswer, creditDay } from './record-answer.ts';

/** The question with this id, whatever its state; null for none. */
export function daily(db: Db, dailyId: number): Daily | null {
  return dailyWhere(db, 'id = @dailyId', { dailyId });
}

/** The question of a channel on a local date, whatever its state. */
export function dailyOf(db: Db, channelId: string, localDate: CivilDate): Daily | null {
  return dailyWhere(db, 'channel_id = @channelId AND local_date = @localDate', { channelId, localDate });
}

/** The last question posted: in the channel where there was one there, else anywhere in the guild. */
export function currentDaily(db: Db, guildId: string, channelId: string | null = null): Daily | null {
  return dailyWhere(
    db,
    `state = 'posted' AND guild_id = @guildId ORDER BY channel_id IS @channelId DESC, posted_at DESC LIMIT 1`,
    { guildId, channelId },
  );
}

/** The question posted before this one in the same channel. */
export function previousDaily(db: Db, dailyId: number): Daily | null {
  return dailyWhere(
    db,
    `state = 'posted' AND (channel_id, local_date) IN (
       SELECT d.channel_id, max(e.local_date) FROM dailies d JOIN dailies e
         ON e.channel_id = d.channel_id AND e.local_date < d.local_date AND e.state = 'posted'
       WHERE d.id = @dailyId)`,
    { dailyId },
  );
}

export interface DailyAnswer {
  readonly dailyId: number;
  readonly userId: string;
  readonly chosen: Selection;
  readonly correct: boolean;
  readonly at: number;
  readonly interactionId: string;
}

export type DailyAnswered =
  | { readonly kind: 'recorded'; readonly answer: Answer }
  /** The member's answer stands already; this one changed nothing. */
  | { readonly kind: 'already'; readonly answer: Answer }
  /** The key is public, so nothing is recorded and nothing earned. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'gone' };

/**
 * A member's one answer to the question. A press that arrives before the post is confirmed counts: the message
 * stands in the channel. When the member began to read is not known, so the answer carries no time.
 */
export function recordDailyAnswer(db: Db, given: DailyAnswer): DailyAnswered {
  return db.write(() => {
    const { dailyId, userId } = given;
    const known = dailyAnswerOf(db, dailyId, userId);
    if (known) return { kind: 'already', answer: known };
    const asked = daily(db, dailyId);
    if (!asked?.item) return { kind: 'gone' };
    if (!acceptsAnswers(asked)) return { kind: 'closed' };
    const { itemId, revision, seed } = asked.item;
    const where = { guildId: asked.guildId, channelId: asked.channelId, sessionId: null, position: null };
    const answer = appendAnswer(db, {
      ...given,
      ...where,
      itemId,
      revision,
      seed,
      place: 'daily',
      confidence: null,
      ms: null,
    });
    creditDay(db, answer.id, 'daily');
    return { kind: 'recorded', answer };
  });
}

/** Closed for good from the first attempt to reveal on: the edit may have happened although no answer came. */
function acceptsAnswers({ state, revealState, revealAttempts }: Daily): boolean {
  const mayStand = state === 'posted' || state === 'claimed' || state === 'due';
  return mayStand && revealAttempts === 0 && revealState !== 'failed';
}

/** The member's answer to the question, or null. */
export function dailyAnswerOf(db: Db, dailyId: number, userId: string): Answer | null {
  return answerWhere(db, 'a.daily_id = @dailyId AND a.user_id = @userId', { dailyId, userId });
}

export interface DailySplit {
  readonly answered: number;
  readonly right: number;
  /** Answers by option, file order; options that nobody chose are missing. */
  readonly byOption: ReadonlyMap<number, number>;
}

/** What the group answered, deleted members included as numbers. Not for showing before the reveal. */
export function dailySplit(db: Db, dailyId: number): DailySplit {
  const rows = db.all<{ chosen: string; correct: number; answers: number }>(
    `SELECT chosen, correct, count(*) AS answers FROM answers WHERE daily_id = @dailyId GROUP BY chosen, correct
     UNION ALL
     SELECT chosen, correct, answers FROM forgotten_daily_answers WHERE daily_id = @dailyId`,
    { dailyId },
  );
  const byOption = new Map<number, number>();
  for (const { chosen, answers } of rows)
    for (const option of parseSelection(chosen)) byOption.set(option, (byOption.get(option) ?? 0) + answers);
  const total = (counted: typeof rows) => counted.reduce((sum, { answers }) => sum + answers, 0);
  return { answered: total(rows), right: total(rows.filter(({ correct }) => correct === 1)), byOption };
}

/** How many have answered: all that a card may say before the reveal. */
export function dailyCounts(db: Db, dailyId: number): number {
  return dailySplit(db, dailyId).answered;
}

export interface DailyAnswerer {
  readonly userId: string;
  readonly displayName: string;
  readonly correct: boolean;
  /** UTC ms. */
  readonly at: number;
}

/** Who answered, in the order of their presses: members who are in the guild and let themselves be shown. */
export function dailyAnswerers(db: Db, dailyId: number): DailyAnswerer[] {
  const rows = db.all<Omit<DailyAnswerer, 'correct'> & { correct: number }>(
    `SELECT a.user_id AS userId, g.display_name AS displayName, a.correct, a.at FROM answers a
     JOIN members m USING (user_id) JOIN guild_members g ON g.user_id = a.user_id AND g.guild_id = a.guild_id
     WHERE a.daily_id = @dailyId AND m.on_boards = 1 AND g.left_at IS NULL ORDER BY a.at, a.id`,
    { dailyId },
  );
  return rows.map((row) => ({ ...row, correct: row.correct === 1 }));
}

/** The first who was right, if they let themselves be shown; never the second in place of a hidden first. */
export function firstRight(db: Db, dailyId: number): DailyAnswerer | null {
  const first = db.one<{ userId: string }>(
    'SELECT user_id AS userId FROM answers WHERE daily_id = @dailyId AND correct = 1 ORDER BY at, id LIMIT 1',
    { dailyId },
  );
  return dailyAnswerers(db, dailyId).find(({ userId }) => userId === first?.userId) ?? null;
}

export interface UsedDaily {
  readonly item: ItemId;
  readonly date: CivilDate;
}

/** The questions that a guild has had since an instant (UTC ms), oldest first. */
export function dailiesUsed(db: Db, guildId: string, sinceMs = Number.MIN_SAFE_INTEGER): UsedDaily[] {
  return db.all<UsedDaily>(
    `SELECT item_id AS item, local_date AS date FROM dailies
     WHERE guild_id = @guildId AND item_id IS NOT NULL AND due_at >= @sinceMs
       AND state IN ('due', 'claimed', 'posted') ORDER BY due_at, id`,
    { guildId, sinceMs },
  );
}

export interface ItemAccuracy {
  readonly itemId: ItemId;
  /** First attempts. */
  readonly answered: number;
  readonly right: number;
}

/** First attempts made in the guild, by item. */
export function groupAccuracy(db: Db, guildId: string): ItemAccuracy[] {
  return db.all<ItemAccuracy>(
    `SELECT item_id AS itemId, count(*) AS answered, sum(correct) AS right FROM answers
     WHERE guild_id = @guildId AND first_attempt = 1 GROUP BY item_id ORDER BY item_id`,
    { guildId },
  );
}
