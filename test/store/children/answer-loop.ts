/** Answers questions without end and prints the number of each after the store has taken it. */
import { openAnywhere, userId } from './open.ts';

const [path = ''] = process.argv.slice(2);
const store = openAnywhere(path);
for (let n = 0; ; n += 1) {
  const { session } = store.startSession({
    userId,
    guildId: null,
    channelId: null,
    place: 'quiz',
    topic: 'all',
    outline: '220-1201',
    difficulty: null,
    items: [{ itemId: `core1/q${n}`, revision: 1, seed: 's' }],
    at: n,
  });
  const given = store.recordQuizAnswer({
    sessionId: session.id,
    userId,
    position: 0,
    chosen: [0],
    correct: true,
    at: n,
    interactionId: String(n),
    guildId: null,
    channelId: null,
  });
  if (given.kind !== 'recorded') throw new Error(`Answer ${n} came to be ${given.kind}.`);
  process.stdout.write(`${n}\n`);
}
