import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BOTH, journey } from './support/journey.ts';
import { termWithMultiple } from './support/multiple.ts';
import type { Visit } from './support/visit.ts';

const { visit } = journey();

const NEXT = /^▶ (Next|My result)$/;

/** Answers the question on the card, whatever its kind, with the first options; returns once the verdict is there. */
async function answer(visit: Visit, card: Locator): Promise<void> {
  const select = card.locator('[data-select]');
  if (await select.count()) {
    const wanted = Number(await select.getAttribute('data-min'));
    await visit.pick(select, ...['A ·', 'B ·', 'C ·'].slice(0, wanted).map((line) => new RegExp(`^${line}`)));
    await card.getByRole('button', { name: '▶ Submit', disabled: false }).click();
  } else await card.getByRole('button', { name: 'A', exact: true }).click();
  await card.getByRole('button', { name: NEXT }).waitFor();
}

describe.each(BOTH)('/quiz at $width px', (size) => {
  it('asks three questions, keeps the place over a reload, and ends with a result', async () => {
    const mira = await visit(size, size.member);
    await mira.openChannel(size.channel);
    await mira.command('quiz', { questions: '3' });
    const first = await mira.sees('1 of 3');
    await mira.look('quiz-1-question');
    await first.getByRole('button', { name: 'Sure', exact: true }).click();
    await first.getByRole('button', { name: '● Sure' }).waitFor();
    await mira.look('quiz-2-sure');
    await answer(mira, first);
    await first.getByRole('heading', { name: /^(✅ Right|❌ Not (this|quite))/ }).waitFor();
    await first.getByText('1 of 3 answered').waitFor();
    await mira.look('quiz-3-verdict');

    await mira.openChannel('welcome');
    await mira.reload();
    await mira.openChannel(size.channel);
    await mira.command('quiz');
    const offer = await mira.sees('You have a quiz open: 1 of 3 answered');
    await mira.look('quiz-4-go-on');
    await offer.getByRole('button', { name: '▶ Go on' }).click();
    await offer.getByText(/^2 of 3/).waitFor();
    await answer(mira, offer);
    await offer.getByRole('button', { name: '▶ Next' }).click();
    await offer.getByText(/^3 of 3/).waitFor();
    await answer(mira, offer);
    await offer.getByRole('button', { name: '▶ My result' }).click();
    await offer.getByRole('heading', { name: /^[0-3] of 3$/ }).waitFor();
    await offer.getByRole('button', { name: '3 more' }).waitFor();
    await mira.look('quiz-5-result');

    // The first card is of a quiz that is over: its button says where things stand instead of asking again.
    await first.getByRole('button', { name: NEXT }).click();
    await first.getByRole('heading', { name: /^[0-3] of 3$/ }).waitFor();
  });

  it('asks for several options through a select, and sends them by a button of their own', async () => {
    const { name, items } = termWithMultiple();
    const count = items.length;
    const mira = await visit(size, size.member === 'mira' ? 'priya' : 'sam');
    await mira.openChannel(size.channel);
    await mira.box.click();
    await mira.page.keyboard.type('/quiz ');
    await mira.fill('topic', name);
    await mira.choice(`Term: ${name}`).click();
    await mira.fill('questions', String(count));
    await mira.page.keyboard.press('Enter');
    const card = await mira.sees(`1 of ${count}`);
    await untilSelect(mira, card);

    const labels = await card.locator('[role=option] .option-label').allTextContents();
    const labelOf = (text: string) => labels.find((label) => label.endsWith(` · ${text}`));
    const item = items.find(({ options }) => options.every(({ text }) => labelOf(text)));
    const keys = item?.options.flatMap(({ correct, text }) => (correct ? (labelOf(text) ?? []) : [])) ?? [];
    expect(keys.length).toBeGreaterThan(1);
    expect(await card.getByRole('button', { name: '▶ Submit' }).isDisabled()).toBe(true);
    await mira.look('quiz-6-multiple');
    await mira.pick(card.locator('[data-select]'), ...keys);
    await card.getByText(/^Your choice: /).waitFor();
    await mira.look('quiz-7-multiple-chosen');
    await card.getByRole('button', { name: '▶ Submit' }).click();
    await card.getByRole('heading', { name: /^✅ Right/ }).waitFor();
    await mira.look('quiz-8-multiple-verdict');
  });
});

/** Goes on until the card asks for several options. */
async function untilSelect(visit: Visit, card: Locator): Promise<void> {
  while ((await card.locator('[data-select]').count()) === 0) {
    await answer(visit, card);
    await card.getByRole('button', { name: '▶ Next' }).click();
    await card.getByText('How sure are you?').waitFor();
  }
}
