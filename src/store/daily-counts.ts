/** The count of answers on a public card, brought up to date in batches. */
import { type Daily, dailyWhere } from './dailies.ts';
import type { Db } from './db.ts';

/** A posted card whose count of answers is behind. */
export interface StaleCount {
  readonly daily: Daily;
  readonly answers: number;
}

const MINUTE_MS = 60_000;
/**
 * Cards by age, and how long (ms) a card's count may stand. One edit for many answers, since Discord limits edits
 * a channel; messages older than an hour have a stricter limit of their own (error 30046).
 */
const COUNT_INTERVALS = [
  { youngerThan: 60 * MINUTE_MS, interval: MINUTE_MS / 2 },
  { youngerThan: 6 * 60 * MINUTE_MS, interval: 10 * MINUTE_MS },
  { youngerThan: Number.POSITIVE_INFINITY, interval: 60 * MINUTE_MS },
] as const;

interface CountRow {
  readonly id: number;
  readonly postedAt: number;
  readonly countedAt: number;
  readonly answers: number;
}

const BEHIND = `SELECT * FROM (
    SELECT id, posted_at AS postedAt, counted_at AS countedAt, shown_count AS shown,
      (SELECT count(*) FROM answers a WHERE a.daily_id = dailies.id)
        + (SELECT coalesce(sum(f.answers), 0) FROM forgotten_daily_answers f WHERE f.daily_id = dailies.id) AS answers
    FROM dailies WHERE state = 'posted' AND reveal_state = 'none')
  WHERE answers <> shown ORDER BY countedAt, id`;

/** Posted cards, not revealed, with answers that they do not show yet and no edit for long enough. */
export function dailiesWithNewAnswers(db: Db, now: number): StaleCount[] {
  return db.read(() =>
    db
      .all<CountRow>(BEHIND)
      .filter((row) => isStale(row, now))
      .flatMap(({ id, answers }) => {
        const daily = dailyWhere(db, 'id = @id', { id });
        return daily ? [{ daily, answers }] : [];
      }),
  );
}

function isStale({ postedAt, countedAt }: CountRow, now: number): boolean {
  const rule = COUNT_INTERVALS.find(({ youngerThan }) => now - postedAt < youngerThan);
  return now < countedAt || now - countedAt >= (rule?.interval ?? 0);
}

/**
 * The card shows so many answers since `at`; or an edit was tried in vain, and `answers` is what it showed before.
 * Where a reveal went on at the same time, the edit may have covered it: it is done once more.
 */
export function confirmCount(db: Db, dailyId: number, answers: number, at: number): void {
  db.run(
    `UPDATE dailies SET shown_count = @answers, counted_at = @at,
       reveal_state = iif(reveal_state IN ('claimed', 'revealed'), 'due', reveal_state) WHERE id = @dailyId`,
    { dailyId, answers, at },
  );
}
