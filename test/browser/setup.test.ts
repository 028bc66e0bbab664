import { describe, expect, it } from 'vitest';
import { BOTH, journey, WIDE } from './support/journey.ts';

const { visit, ownHall } = journey();

describe.each(BOTH)('/setup at $width px', (size) => {
  it('is set by the admin through selects and the form', async () => {
    const mira = await visit(size, 'mira', await ownHall());
    await mira.openChannel('general');
    await mira.command('setup');
    const panel = await mira.sees('No study channel yet');
    await mira.look('setup-1-empty');
    await mira.pick(panel.locator('[data-select*=channel]'), /daily-question/);
    await panel.getByText('✅ I may post there.').waitFor();
    await panel.getByText(/Every day at 09:00/).waitFor();
    await mira.pick(panel.locator('[data-select*=hour]'), '07:00');
    await panel.getByText(/Every day at 07:00/).waitFor();
    await mira.pick(panel.locator('[data-select*=days]'), 'Monday to Friday');
    await panel.getByText(/Monday to Friday at 07:00/).waitFor();
    await mira.pick(panel.locator('[data-select*=reveal]'), 'After 12 hours');
    await panel.getByText('Answer revealed after 12 hours').waitFor();
    await mira.look('setup-2-selects');

    await panel.getByRole('button', { name: 'Time and zone' }).click();
    const form = mira.page.getByRole('dialog');
    await form.getByLabel('Time', { exact: false }).first().fill('21:30');
    await form.getByLabel('Time zone').fill('Kathmandu');
    await mira.look('setup-3-form');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'hidden' });
    await panel.getByText(/at 21:30/).waitFor();
    await panel.getByText('Asia/Kathmandu time').waitFor();
    await mira.look('setup-4-done');
  });
});

describe('/setup for a member', () => {
  it('is not offered', async () => {
    const sam = await visit(WIDE, 'sam');
    await sam.openChannel('general');
    await sam.box.click();
    await sam.page.keyboard.type('/');
    await sam.choice(/^\/quiz/).waitFor();
    expect(await sam.choice(/^\/setup/).count()).toBe(0);
    await sam.page.keyboard.type('setup');
    await sam.page.getByText('No command matches.').waitFor();
    await sam.become('mira');
    await sam.box.fill('/setup');
    await sam.choice(/^\/setup/).waitFor();
  });
});
