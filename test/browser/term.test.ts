import { describe, expect, it } from 'vitest';
import { BOTH, journey, WIDE } from './support/journey.ts';

const { visit } = journey();

const SECTIONS = ['On the exam', 'Questions people ask', 'Related', 'Guides'] as const;

describe.each(BOTH)('/term at $width px', (size) => {
  it('offers SMTP by the third letter, shows the card, and opens its sections in place', async () => {
    const mira = await visit(size, size.member);
    await mira.openChannel(size.channel);
    await mira.box.click();
    await mira.page.keyboard.type('/te');
    await mira.choice(/^\/term/).waitFor();
    await mira.look('term-1-commands');
    await mira.page.keyboard.type('rm smt');
    await mira.choice(/^SMTP ·/).waitFor();
    await mira.look('term-2-autocomplete');
    // SMT is a term of its own and stands first; one more letter leaves no doubt.
    await mira.page.keyboard.type('p');
    await mira.selected(/^SMTP ·/).waitFor();
    await mira.page.keyboard.press('Enter');
    await mira.page.keyboard.press('Enter');

    const card = await mira.seesCard('SMTP');
    await card.getByText('Simple Mail Transfer Protocol').first().waitFor();
    await mira.look('term-3-card');
    const messages = await mira.page.getByTestId('message').count();
    for (const [index, section] of SECTIONS.entries()) {
      expect(await card.getByRole('button', { name: `▾ ${section}` }).count()).toBe(0);
      await card.getByRole('button', { name: section, exact: true }).click();
      await card.getByRole('button', { name: `▾ ${section}` }).waitFor();
      await card.locator('strong', { hasText: new RegExp(`^${section}$`) }).waitFor();
      await mira.look(`term-${index + 4}-${section.toLowerCase().replaceAll(' ', '-')}`);
    }
    expect(await mira.page.getByTestId('message').count()).toBe(messages);

    await card.getByRole('button', { name: 'Related', exact: true }).click();
    await mira.pick(card.locator('[data-select]'), /IMAP/);
    const other = await mira.seesCard('IMAP');
    await other.getByTestId('ephemeral-note').waitFor();
    await mira.look('term-8-related-card');
  });
});

describe('a public card', () => {
  it('opens a private copy for somebody else, which nobody but them sees', async () => {
    const priya = await visit(WIDE, 'priya');
    await priya.openChannel('study');
    await priya.command('term', { query: 'dhcp' });
    const card = await priya.sees('Dynamic Host Configuration Protocol');
    const sam = await visit(WIDE, 'sam');
    await sam.openChannel('study');
    const same = await sam.sees('Dynamic Host Configuration Protocol');
    await same.getByRole('button', { name: 'On the exam', exact: true }).click();
    const copy = await sam.sees('Only you can see this');
    await copy.getByRole('button', { name: '▾ On the exam' }).waitFor();
    expect(await same.getByRole('button', { name: '▾ On the exam' }).count()).toBe(0);
    expect(await card.getByRole('button', { name: '▾ On the exam' }).count()).toBe(0);
    // What Sam's copy did not bring, a reload does not bring either.
    await priya.reload();
    await priya.sees('Dynamic Host Configuration Protocol');
    await priya.seesNot('Only you can see this');
  });
});
