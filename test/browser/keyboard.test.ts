import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { journey, WIDE } from './support/journey.ts';
import type { Visit } from './support/visit.ts';

const { visit, ownHall } = journey();

/** More stops than any path through the page has. */
const MOST_STOPS = 80;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Tab, or Shift+Tab, until the focus is on the target; fails when it goes by. */
async function tabTo({ page }: Visit, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target}`);
}

/** The same, then Enter. */
async function enter(visit: Visit, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(visit, target, key);
  await visit.page.keyboard.press('Enter');
}

describe('with the keyboard alone', () => {
  it('goes to a channel, asks for a term, tests it, and becomes somebody else', async () => {
    const mira = await visit(WIDE, 'mira', await ownHall());
    const { page } = mira;
    await enter(mira, page.getByRole('button', { name: /^study / }));
    await page.getByRole('log', { name: 'Messages in study' }).waitFor();
    await tabTo(mira, mira.box);
    await page.keyboard.type('/term smtp');
    await mira.selected(/^SMTP ·/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const card = await mira.seesCard('SMTP');

    await enter(mira, card.getByRole('button', { name: 'Related', exact: true }), 'Shift+Tab');
    const open = card.getByRole('button', { name: '▾ Related' });
    await open.waitFor();
    // The redrawn card keeps the place; Enter again would close the section.
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await tabTo(mira, card.getByRole('combobox'));
    await page.keyboard.press('Enter');
    await page.keyboard.type('p');
    const related = await card.locator('[role=option].is-active .option-label').innerText();
    expect(related).toMatch(/^P/i);
    await page.keyboard.press('Enter');
    const other = await mira.seesCard(related);

    await enter(mira, other.getByRole('button', { name: '▶ Test me' }));
    const question = await mira.sees('1 of 10');
    await enter(mira, question.getByRole('button', { name: 'Think so', exact: true }));
    await question.getByRole('button', { name: '● Think so' }).waitFor();
    const select = question.getByRole('combobox');
    if (await select.count()) await chooseFirst(mira, question, select);
    else await enter(mira, question.getByRole('button', { name: 'B', exact: true }), 'Shift+Tab');
    await question.getByRole('heading', { name: /^(✅ Right|❌ Not (this|quite))/ }).waitFor();
    // The one thing that most people do next has the focus already.
    expect(await isFocused(question.getByRole('button', { name: '▶ Next' }))).toBe(true);
    await page.keyboard.press('Enter');
    await question.getByText(/^2 of 10/).waitFor();

    await tabTo(mira, page.getByTestId('be-mira'), 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await mira.page.getByTestId('be-jonas').and(page.locator(':checked')).waitFor();
    await question.waitFor({ state: 'detached' });
    await card.waitFor();
  });

  it('explains the terms of a message by its menu, to the one who asks alone', async () => {
    const sam = await visit(WIDE, 'sam');
    const { page } = sam;
    await sam.openChannel('general');
    await sam.box.focus();
    await page.keyboard.type('Does DHCP hand out the DNS server too?');
    await page.keyboard.press('Enter');
    const message = await sam.sees('Does DHCP hand out');
    await tabTo(
      sam,
      message.getByRole('button', { name: /^More actions for the message of Sam/ }),
      'Shift+Tab',
    );
    await page.keyboard.press('Shift+F10');
    const entry = page.getByRole('menuitem', { name: 'Explain terms' });
    await entry.waitFor();
    expect(await isFocused(entry)).toBe(true);
    await sam.look('explain-1-menu');
    await page.keyboard.press('Enter');
    const explained = await sam.sees('2 terms in this message');
    await explained.getByText('Dynamic Host Configuration Protocol').first().waitFor();
    await explained.getByTestId('ephemeral-note').waitFor();
    await sam.look('explain-2-terms');
    await sam.become('priya');
    await sam.sees('Does DHCP hand out');
    await sam.seesNot('terms in this message');
  });

  it('sets the daily question up, form included', async () => {
    const mira = await visit(WIDE, 'mira', await ownHall());
    const { page } = mira;
    await tabTo(mira, mira.box);
    await page.keyboard.type('/setup');
    await mira.choice(/^\/setup/).waitFor();
    await page.keyboard.press('Enter');
    await mira.draft.waitFor();
    await page.keyboard.press('Escape');
    await mira.draft.waitFor({ state: 'detached' });
    expect(await isFocused(mira.box)).toBe(true);
    await page.keyboard.type('/setup');
    await mira.choice(/^\/setup/).waitFor();
    await page.keyboard.press('Enter');
    await mira.draft.waitFor();
    await page.keyboard.press('Enter');
    const panel = await mira.seesCard('Daily question');
    await tabTo(mira, panel.getByRole('combobox'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('daily');
    await page.keyboard.press('Enter');
    await enter(mira, panel.getByRole('button', { name: 'Time and zone' }));
    const form = page.getByRole('dialog');
    await form.waitFor();
    expect(await isFocused(form.getByLabel('Time', { exact: false }).first())).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('6:45');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'hidden' });
    await panel.getByText(/Every day at 06:45/).waitFor();
    await enter(mira, panel.getByRole('button', { name: 'Time and zone' }));
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
  });
});

/** Marks as many options as the question wants, from the first on, and submits them. */
async function chooseFirst(visit: Visit, question: Locator, select: Locator): Promise<void> {
  const wanted = Number(await question.locator('[data-select]').getAttribute('data-min'));
  await tabTo(visit, select, 'Shift+Tab');
  await visit.page.keyboard.press('Enter');
  for (let n = 0; n < wanted; n += 1) {
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.press('ArrowDown');
  }
  await visit.page.keyboard.press('Escape');
  await question.getByText(/^Your choice: /).waitFor();
  await enter(visit, question.getByRole('button', { name: '▶ Submit' }));
}
