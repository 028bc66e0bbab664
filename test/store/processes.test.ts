/** The database under several processes, and under one that is killed. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { userId } from './children/open.ts';
import { fileStore, openAt, postDaily, questions, startQuiz } from './fixture.ts';

function child(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`./children/${script}.ts`, import.meta.url));
  const started: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--import', 'tsx', file, ...args]);
  const errors: string[] = [];
  started.stderr.on('data', (text: Buffer) => errors.push(text.toString()));
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return {
    async line(): Promise<string> {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`The child ended: ${errors.join('')}`);
      return value;
    },
    say: (text: string) => started.stdin.write(`${text}\n`),
    async kill(): Promise<void> {
      const ended = once(started, 'exit');
      started.kill('SIGKILL');
      await ended;
    },
    ended: once(started, 'exit'),
  };
}

describe('two processes that record the same answers', () => {
  it('leave one row for each question and member', async () => {
    const { store, path } = fileStore();
    const session = startQuiz(store, { userId, guildId: null, items: questions(60) });
    const dailyId = postDaily(store, '2026-11-23');
    const args = [path, session.id, String(dailyId)];
    const racers = [child('same-answers', ...args, 'a'), child('same-answers', ...args, 'b')];
    for (const racer of racers) expect(await racer.line()).toBe('ready');
    for (const racer of racers) racer.say('go');
    const recorded = await Promise.all(racers.map(async (racer) => Number(await racer.line())));
    await Promise.all(racers.map(({ ended }) => ended));
    expect(recorded.reduce((sum, n) => sum + n, 0)).toBe(120);
    expect(store.answersOf(userId)).toHaveLength(60);
    expect(store.dailyCounts(dailyId)).toBe(60);
    expect(store.session(session.id)?.state).toBe('finished');
    expect(store.verify()).toEqual([]);
  });
});

describe('a process killed while it writes', () => {
  it.each([3, 40, 111])('keeps each answer that it had acknowledged (killed after %i)', async (count) => {
    const { store, path } = fileStore();
    store.close();
    const writer = child('answer-loop', path);
    let last = -1;
    while (last < count) last = Number(await writer.line());
    await writer.kill();
    const after = openAt(path);
    const answers = after.answersOf(userId);
    expect(answers.length).toBeGreaterThan(last);
    expect(answers.map(({ itemId }) => itemId)).toEqual(answers.map((_, n) => `core1/q${n}`));
    expect(after.verify()).toEqual([]);
  });
});
