/** Daily questions on their way out: claim, choose, look, post, confirm. */
import { type DailyReason, type DuePost, LATE_AFTER_MS } from '../store/index.ts';
import { type Desk, LEASE_MS, type Round, retryDelay, workThrough } from './desk.ts';
import type { ChosenDaily, FindResult, PostResult, Refusal } from './outbox.ts';

/** What came of one attempt to post. */
export type Posted = 'posted' | 'gone' | 'forbidden' | 'failed' | 'no-question';

/** Posts all that is due. Each channel's failure is its own. */
export async function postDue(desk: Desk, round: Round): Promise<void> {
  const { store, now } = desk;
  store.planDuePosts(now());
  await checkPaused(desk, round);
  await workThrough(
    round,
    () => store.claimDuePost({ owner: round.owner, now: now(), lease: LEASE_MS }),
    (post) => postOne(desk, round, post),
  );
}

/** Channels that lacked a permission go on once they have it again. */
async function checkPaused({ store, outbox, now, log }: Desk, { signal }: Round): Promise<void> {
  for (const channel of store.claimChannelChecks(now())) {
    if (signal.aborted) return;
    const { channelId, guildId } = channel;
    try {
      const { kind } = await outbox.check(channel);
      if (kind === 'ok') store.resumeStudyChannel(channelId, now());
      if (kind === 'gone' && store.pauseStudyChannel(channelId, { reason: 'gone', at: now() }))
        await outbox.tell({ guildId, channelId, kind, missing: [] });
    } catch (error) {
      log.error({ err: error, channelId }, 'a paused channel could not be looked at');
    }
  }
}

/** Today's question of one channel, now. */
export async function postNow(
  desk: Desk,
  round: Round,
  channelId: string,
): Promise<Posted | 'already-posted'> {
  const { store, now } = desk;
  const planned = store.planPostNow(channelId, now());
  if (planned.kind === 'not-a-study-channel') return 'gone';
  if (planned.kind === 'already-posted') return 'already-posted';
  const claim = { owner: round.owner, now: now(), lease: LEASE_MS };
  const post = store.claimDuePost(claim, planned.dailyId);
  if (post !== null) return postOne(desk, round, post);
  return store.daily(planned.dailyId)?.state === 'posted' ? 'posted' : 'failed';
}

async function postOne(desk: Desk, round: Round, post: DuePost): Promise<Posted> {
  const { daily } = post;
  try {
    const found = post.mayBePosted ? await desk.outbox.findPosted(daily) : { kind: 'none' as const };
    if (found.kind !== 'none') return await settle(desk, round, post, found);
    if (post.expired) return await giveUp(desk, round, post, 'downtime');
    const chosen = chooseOnce(desk, round, post);
    if (chosen === 'nothing') return await giveUp(desk, round, post, 'no-question');
    if (chosen === 'lost') return 'failed';
    return await settle(desk, round, post, await send(desk, post, chosen));
  } catch (error) {
    desk.log.error(
      { err: error, daily: daily.id, channelId: daily.channelId },
      'a daily question was not posted',
    );
    release(desk, round, post, 0);
    return 'failed';
  }
}

/** The question of an earlier attempt, or a new one, fixed before anything is sent. */
function chooseOnce(
  { store, chooseItem, newSeed }: Desk,
  { owner }: Round,
  post: DuePost,
): ChosenDaily | 'nothing' | 'lost' {
  const { daily, channel } = post;
  if (daily.item !== null) return { ...daily, item: daily.item };
  const item = chooseItem(store, { daily, channel, seed: newSeed() });
  if (item === null) return 'nothing';
  const fixed = store.setDailyItem({ dailyId: daily.id, owner, ...item });
  return fixed === null ? 'lost' : { ...fixed, item };
}

const HOUR_MS = 3_600_000;

function send({ outbox, now }: Desk, { channel }: DuePost, daily: ChosenDaily): Promise<PostResult> {
  const { revealRule } = channel;
  // A retry may come long after the plan; a card that says so must say it from the start.
  const late = daily.late || now() - daily.dueAt >= LATE_AFTER_MS;
  const closesAt = revealRule === 'next' ? null : now() + revealRule * HOUR_MS;
  return outbox.post({ daily: { ...daily, late }, channel, closesAt });
}

type Arrival = PostResult | Exclude<FindResult, { kind: 'none' }>;

/** Writes down what Discord said. */
async function settle(desk: Desk, round: Round, post: DuePost, result: Arrival): Promise<Posted> {
  switch (result.kind) {
    case 'posted':
      return confirm(desk, round, post, { ...result, at: desk.now() });
    case 'found':
      return confirm(desk, round, post, result);
    case 'retry':
      release(desk, round, post, result.afterMs);
      return 'failed';
    case 'gone':
    case 'forbidden':
      return giveUp(desk, round, post, result.kind, result);
  }
}

function confirm(
  { store, log }: Desk,
  { owner }: Round,
  { daily }: DuePost,
  { messageId, threadId, at }: { messageId: string; threadId: string | null; at: number },
): Posted {
  const confirmed = store.confirmPosted({ dailyId: daily.id, owner, messageId, threadId, at });
  const { id, channelId, localDate } = daily;
  if (confirmed === 'lost')
    log.warn({ daily: id, channelId }, 'a daily question was posted under a lost claim');
  else log.info({ daily: id, channelId, localDate, messageId }, 'daily question posted');
  return 'posted';
}

function release({ store, now, log }: Desk, { owner }: Round, { daily }: DuePost, afterMs: number): void {
  const retryAt = now() + retryDelay(daily.attempts, afterMs);
  store.releaseClaim({ dailyId: daily.id, owner, retryAt });
  log.warn({ daily: daily.id, channelId: daily.channelId, retryAt }, 'daily question to be tried again');
}

async function giveUp(
  { store, outbox, now, log }: Desk,
  { owner }: Round,
  { daily }: DuePost,
  why: DailyReason,
  refusal: Refusal | null = null,
): Promise<Posted> {
  const missing = refusal?.kind === 'forbidden' ? refusal.missing : [];
  const detail = missing.length === 0 ? {} : { detail: missing.join(', ') };
  const failed = store.failPost({ dailyId: daily.id, owner, at: now(), why, ...detail });
  const { guildId, channelId } = daily;
  log.warn({ daily: daily.id, channelId, why, missing }, 'daily question not posted');
  if (why === 'downtime' || why === 'failed') return 'failed';
  const news = failed.kind === 'failed' && (failed.paused || why === 'no-question');
  if (news) await outbox.tell({ guildId, channelId, kind: why, missing });
  return why;
}
