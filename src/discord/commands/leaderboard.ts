import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { occurrenceOn } from '../../calendar/occurrence.ts';
import type { BoardRow } from '../../store/index.ts';
import { addDays, type CivilDate, localDate } from '../../tutor/civil-date.ts';
import { type BoardEntry, boardFor, periodDates, type RankedEntry } from '../../tutor/leaderboard.ts';
import { streakOf } from '../../tutor/streak.ts';
import { guildZone } from '../asker.ts';
import { type Context, chatCommand } from '../command.ts';
import { UserError } from '../errors.ts';
import {
  BOARD_KEYS,
  type BoardKey,
  type BoardPlace,
  boardCard,
  PERIODS,
  type Period,
} from '../views/board.ts';

/** First attempts before a member is ranked by accuracy: fewer say nothing. */
const MIN_ATTEMPTS = 10;
/** Members near the top whose membership is asked of Discord before a board is shown. */
const CHECKED_MEMBERS = 8;

export const leaderboard = chatCommand({
  definition: {
    name: 'leaderboard',
    description: 'The group’s goal first, then places; your own is always shown',
    options: [
      {
        name: 'period',
        description: 'This week unless you say',
        type: ApplicationCommandOptionType.String,
        choices: [
          { name: 'This week', value: 'week' },
          { name: 'This month', value: 'month' },
          { name: 'All time', value: 'all' },
        ],
      },
      {
        name: 'by',
        description: 'Points unless you say',
        type: ApplicationCommandOptionType.String,
        choices: [
          { name: 'Points', value: 'points' },
          { name: 'Streak', value: 'streak' },
          { name: 'Accuracy', value: 'accuracy' },
        ],
      },
    ],
  },
  // Whether the top members are still in the server is asked of Discord, which may take a while.
  defer: 'public',

  async run(context, { period, by }) {
    const { guildId, words } = context;
    if (guildId === null) throw new UserError(words.errors.guildOnly);
    const wantedPeriod = PERIODS.find((name) => name === period) ?? 'week';
    const wantedKey = BOARD_KEYS.find((name) => name === by) ?? 'points';
    return { kind: 'public', card: await board(context, guildId, wantedPeriod, wantedKey) };
  },
});

async function board(context: Context, guildId: string, period: Period, by: BoardKey) {
  const { services, words, user, at } = context;
  const zone = guildZone(services, guildId);
  const span = periodDates(period, at, zone);
  const fromMs = span.from === null ? null : startOf(span.from, zone);
  const endMs = span.to === null ? null : startOf(addDays(span.to, 1), zone);
  await forgetLeavers(context, guildId, services.store.boardRows(guildId, fromMs, endMs ?? at + 1));
  const rows = services.store.boardRows(guildId, fromMs, endMs ?? at + 1);
  const byId = new Map(rows.map((row) => [row.userId, row]));
  const { top, around, own } = boardFor(entriesOf(context, rows, by), user.id);
  const shown = [...top, ...around.filter(({ place }) => place > (top.at(-1)?.place ?? 0))];
  return boardCard(words, {
    period,
    by,
    goal: services.store.groupGoal(guildId, localDate(at, zone), at),
    places: shown.flatMap((entry) => placeOf(byId, entry, by)),
    reader: { id: user.id, standing: standingOf(context, own !== null) },
    resetsAt: endMs,
    minimum: MIN_ATTEMPTS,
  });
}

/** Midnight at the beginning of a date, UTC ms. */
function startOf(date: CivilDate, zone: string): number {
  return occurrenceOn({ zone, minutes: 0 }, date)?.at ?? Date.parse(`${date}T00:00Z`);
}

/** Those who left are marked so, and are then missing from every board. */
async function forgetLeavers(
  { services, at }: Context,
  guildId: string,
  rows: readonly BoardRow[],
): Promise<void> {
  const top = [...rows].sort((a, b) => b.points - a.points).slice(0, CHECKED_MEMBERS);
  await Promise.all(
    top.map(async ({ userId }) => {
      if (!(await services.rooms.isMember(guildId, userId))) services.store.memberLeft(guildId, userId, at);
    }),
  );
}

function entriesOf(context: Context, rows: readonly BoardRow[], by: BoardKey): BoardEntry[] {
  switch (by) {
    case 'points':
      return rows.map(({ userId, points }) => ({ member: userId, score: points }));
    case 'accuracy':
      return rows
        .filter(({ firstAttempts }) => firstAttempts >= MIN_ATTEMPTS)
        .map(({ userId, firstRight, firstAttempts }) => ({
          member: userId,
          score: firstRight / firstAttempts,
        }));
    case 'streak':
      return rows
        .map(({ userId }) => ({ member: userId, score: streakDays(context, userId) }))
        .filter(({ score }) => score > 0);
  }
}

function streakDays({ services, guildId, at }: Context, userId: string): number {
  const zone = services.store.zoneOf(userId, guildId);
  return streakOf(services.store.streakEvents(userId), { now: at, zone }).current;
}

function placeOf(rows: ReadonlyMap<string, BoardRow>, entry: RankedEntry, by: BoardKey): BoardPlace[] {
  const row = rows.get(entry.member);
  if (!row) return [];
  const base = { place: entry.place, userId: row.userId, name: row.displayName };
  if (by === 'accuracy') return [{ ...base, value: row.firstRight, outOf: row.firstAttempts }];
  return [{ ...base, value: entry.score }];
}

function standingOf({ services, user }: Context, placed: boolean): 'placed' | 'none' | 'hidden' {
  if (placed) return 'placed';
  return services.store.member(user.id).onBoards ? 'none' : 'hidden';
}
