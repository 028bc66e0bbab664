/** Halls whose channel gets a daily question, and hands for its card. */
import type { Outcome, Person, StoredMessage } from '../../../src/local-discord/index.ts';
import { type Hall, ownHall } from './hall.ts';
import { split } from './quiz.ts';
import { press, seen } from './screen.ts';

/** A hall whose channel gets its question at nine in London; an hour before that. */
export async function dailyHall(options: Record<string, string> = {}): Promise<Hall> {
  const hall = await ownHall();
  const plan = { channel: hall.daily, time: '09:00', zone: 'Europe/London', ...options };
  await seen(hall.admin.command(hall.study, 'setup', plan));
  return hall;
}

/** The questions in the channel, oldest first. */
export const inDaily = (hall: Hall): readonly StoredMessage[] => hall.publicIn(hall.daily);

export function newest(hall: Hall, channel = hall.daily): StoredMessage {
  const message = hall.publicIn(channel).at(-1);
  if (!message) throw new Error('nothing was posted');
  return message;
}

/** The card as it is now. */
export function byId(hall: Hall, id: string): StoredMessage {
  const message = inDaily(hall).find((each) => each.id === id);
  if (!message) throw new Error('the message is gone');
  return message;
}

/** Answers the daily question, with its key or with its first distractor. */
export function give(hall: Hall, who: Person, card: StoredMessage, correct: boolean): Promise<Outcome> {
  const { right, wrong } = split(hall, card);
  return press(who, card, (correct ? right[0] : wrong[0]) ?? '');
}
