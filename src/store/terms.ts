/** Terms that members keep, and look-ups that found nothing. */
import type { TermId } from '../curriculum/model.ts';
import type { Db } from './db.ts';
import { knowMember } from './known.ts';

/** Keeping a term twice changes nothing. */
export function keepTerm(db: Db, userId: string, termId: TermId, at: number): void {
  db.write(() => {
    knowMember(db, userId);
    db.run('INSERT INTO kept_terms VALUES (@userId, @termId, @at) ON CONFLICT DO NOTHING', {
      userId,
      termId,
      at,
    });
  });
}

export function unkeepTerm(db: Db, userId: string, termId: TermId): void {
  db.run('DELETE FROM kept_terms WHERE user_id = @userId AND term_id = @termId', { userId, termId });
}

/** Oldest first. */
export function keptTerms(db: Db, userId: string): TermId[] {
  const rows = db.all<{ termId: TermId }>(
    'SELECT term_id AS termId FROM kept_terms WHERE user_id = @userId ORDER BY kept_at, term_id',
    { userId },
  );
  return rows.map(({ termId }) => termId);
}

/** Longer queries are cut to so many characters: a wish is a term, not a message. */
const WISH_LENGTH = 100;

/** Counts a look-up without a result under its words in lower case and single spaces; who asked is not kept. */
export function recordWish(
  db: Db,
  wish: { readonly query: string; readonly guildId: string | null; readonly at: number },
): void {
  const query = wish.query.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ').slice(0, WISH_LENGTH);
  if (query === '') return;
  db.run(
    `INSERT INTO wishes VALUES (@query, @guildId, 1, @at, @at)
     ON CONFLICT DO UPDATE SET times = times + 1, last_at = max(last_at, @at)`,
    { query, guildId: wish.guildId ?? '', at: wish.at },
  );
}

export interface Wish {
  readonly query: string;
  readonly times: number;
  readonly lastAt: number;
}

/** The most wanted first; of one guild when it is named. */
export function wishes(db: Db, guildId: string | null = null): Wish[] {
  return db.all<Wish>(
    `SELECT query, sum(times) AS times, max(last_at) AS lastAt FROM wishes
     WHERE @guildId IS NULL OR guild_id = @guildId GROUP BY query ORDER BY times DESC, query`,
    { guildId },
  );
}
