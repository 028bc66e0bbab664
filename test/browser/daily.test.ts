import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BOTH, journey } from './support/journey.ts';
import type { Visit } from './support/visit.ts';

const { visit, ownHall } = journey();

/** Answers the daily question on the public card; returns the letter of the key that the verdict names. */
async function answerDaily(visit: Visit, card: Locator, letter: string): Promise<string> {
  await card.getByRole('button', { name: letter, exact: true }).click();
  const verdict = await visit.sees(/✅ Right: |❌ Not this: /);
  await verdict.getByTestId('ephemeral-note').waitFor();
  const key = /(?:Right: |it is )([A-F]),/.exec(await verdict.innerText())?.[1];
  if (!key) throw new Error('the verdict names no key');
  return key;
}

/** Whether the message ends above the message box, where a reader sees it. */
async function isAbove(message: Locator, box: Locator): Promise<boolean> {
  const [one, other] = [await message.boundingBox(), await box.boundingBox()];
  return one !== null && other !== null && one.y + one.height <= other.y;
}

describe.each(BOTH)('the daily question at $width px', (size) => {
  it('is posted, answered by two members, revealed the next day, and counts for streak and board', async () => {
    const mira = await visit(size, 'mira', await ownHall());
    await mira.openChannel('daily-question');
    // At nine today's question is due, so that the next nine is tomorrow's.
    await mira.tool('clock-nine');
    await mira.tool('action-daily');
    const card = await mira.sees('Nobody has answered yet');
    expect(await mira.page.getByTestId('action-result').innerText()).toContain('Posted in #daily-question');
    await mira.look('daily-1-open');
    const key = await answerDaily(mira, card, 'A');
    await mira.look('daily-2-verdict');
    await mira.become('jonas');
    await mira.seesNot('Only you can see this');
    const second = key === 'A' ? 'B' : key;
    await answerDaily(mira, card, second);

    // The public card counts with the schedule's next tick, and gives nothing away.
    await mira.tool('clock-hour');
    await card.getByText('2 have answered').waitFor();
    expect(await card.getByText(/How you answered|The answer/).count()).toBe(0);

    await mira.tool('clock-nine');
    await card.getByRole('heading', { name: new RegExp(`^The answer: ${key}, `) }).waitFor();
    await mira.sees('Nobody has answered yet');
    await card.scrollIntoViewIfNeeded();
    await mira.look('daily-3-revealed');
    const split = (await card.innerText()).split('\n').filter((line) => / · \d+ %/.test(line));
    expect(split.filter((line) => / 1 · 50 %/.test(line))).toHaveLength(2);
    for (const letter of ['A', second])
      expect(split.join('\n')).toMatch(new RegExp(`${letter} \\S+ 1 · 50 %`));
    expect(split.filter((line) => line.includes('✅ right'))).toEqual([
      expect.stringMatching(new RegExp(`^${key} `)),
    ]);
    expect(await card.getByRole('button', { name: key, exact: true }).count()).toBe(0);

    await mira.command('progress');
    const progress = await mira.sees('Jonas Weber’s progress');
    await progress.getByText('1 day in a row').waitFor();
    await mira.look('daily-4-progress');
    await progress.getByRole('button', { name: 'Why this streak' }).click();
    const why = await mira.sees('daily question answered');
    await why.getByTestId('ephemeral-note').waitFor();
    await mira.look('daily-5-why-this-streak');
    await mira.command('leaderboard', { by: 'streak' });
    const board = await mira.sees('Streaks this week');
    await board.getByText(/Mira Okafor/).waitFor();
    await board.getByText(/Jonas Weber · 1 day/).waitFor();
    // The reader was further up; what they asked for is in view all the same.
    await expect.poll(() => isAbove(board, mira.page.getByTestId('box'))).toBe(true);
    await mira.look('daily-6-leaderboard');
  });
});
