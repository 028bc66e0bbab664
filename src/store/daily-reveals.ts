/** Revealing daily questions: claim, edit the message, confirm. */
import { type Daily, dailyWhere } from './dailies.ts';
import { type Claim, type Held, LONGEST_RETRY_MS } from './daily-posts.ts';
import type { Db } from './db.ts';

/** After so many attempts a reveal is given up; the key is still shown by `/daily`. */
export const REVEAL_ATTEMPTS = 24;

const REVEALABLE = `state = 'posted' AND (
    ((reveal_state = 'due' OR (reveal_state = 'none' AND closes_at <= @now))
      AND (reveal_retry_at IS NULL OR reveal_retry_at <= @now OR reveal_retry_at > @now + ${LONGEST_RETRY_MS}))
    OR (reveal_state = 'claimed' AND (reveal_claimed_at <= @now - @lease OR reveal_claimed_at > @now + @lease)))
  AND (SELECT gone_at FROM guilds g WHERE g.guild_id = dailies.guild_id) IS NULL`;

/**
 * The next question to reveal. From the claim on its answers are closed, so the split that is shown is final.
 */
export function claimDueReveal(db: Db, { owner, now, lease }: Claim): Daily | null {
  return db.write(() => {
    const found = db.one<{ id: number }>(
      `SELECT id FROM dailies WHERE ${REVEALABLE} ORDER BY posted_at, id LIMIT 1`,
      { now, lease },
    );
    if (!found) return null;
    db.run(
      `UPDATE dailies SET reveal_state = 'claimed', reveal_owner = @owner, reveal_claimed_at = @now,
         reveal_attempts = reveal_attempts + 1, reveal_retry_at = NULL WHERE id = @id`,
      { id: found.id, owner, now },
    );
    return dailyWhere(db, 'id = @id', { id: found.id });
  });
}

const MINE = `id = @dailyId AND reveal_state = 'claimed' AND reveal_owner = @owner`;

/** The card shows the key. Editing twice does no harm, so a lost claim is no failure. */
export function confirmRevealed(db: Db, held: Held & { readonly at: number }): 'confirmed' | 'lost' {
  const { changes } = db.run(
    `UPDATE dailies SET reveal_state = 'revealed', reveal_owner = NULL, revealed_at = @at WHERE ${MINE}`,
    { ...held },
  );
  return changes > 0 ? 'confirmed' : 'lost';
}

/** Tried in vain: again from `retryAt` on, up to a day's worth of attempts; `null` when the message is gone. */
export function failReveal(db: Db, held: Held & { readonly retryAt: number | null }): void {
  db.run(
    `UPDATE dailies SET reveal_owner = NULL, reveal_retry_at = @retryAt,
       reveal_state = iif(@retryAt IS NULL OR reveal_attempts >= ${REVEAL_ATTEMPTS}, 'failed', 'due')
     WHERE ${MINE}`,
    { ...held },
  );
}

/** The message was deleted: nothing to count or to reveal any more. */
export function loseDailyMessage(db: Db, dailyId: number): void {
  db.run(
    `UPDATE dailies SET reveal_state = 'failed' WHERE id = @dailyId AND reveal_state IN ('none', 'due')`,
    { dailyId },
  );
}
