/** Today's question at once, because an admin asks for it. */
import { type CivilDate, localDate } from '../tutor/civil-date.ts';
import { resumeStudyChannel, type StudyChannel, studyChannel } from './channels.ts';
import { dailyWhere } from './dailies.ts';
import { expiryOf, planDueFor, planOne } from './daily-plan.ts';
import type { Db } from './db.ts';
import type { Occurrence } from './timetable.ts';

export type PlannedNow =
  /** It can be claimed now. */
  | { readonly kind: 'planned'; readonly dailyId: number }
  | { readonly kind: 'already-posted'; readonly dailyId: number }
  | { readonly kind: 'not-a-study-channel' };

/**
 * Makes today's question of a channel due at once, whatever its timetable says; the timetable goes on after
 * today. One that was skipped or failed today gets another chance, and a paused channel too.
 */
export function planPostNow(db: Db, channelId: string, now: number): PlannedNow {
  return db.write(() => {
    const known = studyChannel(db, channelId);
    if (!known) return { kind: 'not-a-study-channel' };
    planDueFor(db, known, now);
    const channel = resumeStudyChannel(db, channelId, now) ?? known;
    const today: Occurrence = { at: now, localDate: localDate(now, channel.zone) };
    planOne(db, channel, today, now);
    skipToday(db, channel, today.localDate);
    return revived(db, channel, today);
  });
}

function revived(db: Db, { channelId, zone }: StudyChannel, today: Occurrence): PlannedNow {
  const key = { channelId, date: today.localDate };
  const daily = dailyWhere(db, 'channel_id = @channelId AND local_date = @date', key);
  if (!daily) throw new Error(`The question of ${channelId} vanished within its transaction.`);
  if (daily.state === 'posted') return { kind: 'already-posted', dailyId: daily.id };
  db.run(
    `UPDATE dailies SET state = 'due', reason = NULL, retry_at = NULL, late = 0, due_at = @now,
       expires_at = @expiresAt WHERE id = @id AND state <> 'claimed'`,
    { id: daily.id, now: today.at, expiresAt: expiryOf(today, zone) },
  );
  return { kind: 'planned', dailyId: daily.id };
}

/** The timetable's own question of today would be the second one. */
function skipToday(db: Db, channel: StudyChannel, today: CivilDate): void {
  if (channel.nextDueAt === null || channel.nextLocalDate === null) return;
  let next: Occurrence | null = { at: channel.nextDueAt, localDate: channel.nextLocalDate };
  while (next !== null && next.localDate <= today) next = db.nextDue(channel, next.at);
  db.run(
    'UPDATE study_channels SET next_due_at = @at, next_local_date = @date WHERE channel_id = @channelId',
    { channelId: channel.channelId, at: next?.at ?? null, date: next?.localDate ?? null },
  );
}
