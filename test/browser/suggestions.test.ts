import { describe, expect, it } from 'vitest';
import { BOTH, journey } from './support/journey.ts';

const { visit, ownHall } = journey();

describe.each(BOTH)('the suggestions at $width px', (size) => {
  it('type three commands, each in its channel, and go when used', async () => {
    const mira = await visit(size, 'mira', await ownHall());
    const suggestions = mira.page.getByRole('group', { name: 'Suggestions' });
    expect(await suggestions.getByRole('button').count()).toBe(3);
    await mira.look('suggestions-1');

    await suggestions.getByRole('button', { name: 'Look up SMTP' }).click();
    await mira.page.getByRole('log', { name: 'Messages in study' }).waitFor();
    await mira.draft.waitFor();
    await mira.page.keyboard.press('Enter');
    await mira.seesCard('SMTP');

    await suggestions.getByRole('button', { name: 'Try three questions' }).click();
    await mira.draft.waitFor();
    await mira.page.keyboard.press('Enter');
    await mira.sees('1 of 3');

    await suggestions.getByRole('button', { name: 'Set the daily question up' }).click();
    await mira.page.getByRole('log', { name: 'Messages in daily-question' }).waitFor();
    await mira.draft.waitFor();
    await mira.page.keyboard.press('Enter');
    await mira.seesCard('Daily question');
    expect(await suggestions.getByRole('button').count()).toBe(0);
    await mira.look('suggestions-2-used');
  });
});
