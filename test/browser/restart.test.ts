import { expect, it } from 'vitest';
import { journey, WIDE } from './support/journey.ts';

const { visit, hall } = journey();

it('finds the same messages after a restart in the same folder, and an old button still works', async () => {
  const before = await visit(WIDE, 'mira');
  await before.openChannel('study');
  await before.command('term', { query: 'dns' });
  await before.sees('Domain Name System');
  await before.command('quiz', { questions: '3' });
  const question = await before.sees('1 of 3');
  const stem = await question.innerText();
  await hall.stop();
  await before.page.locator('body.is-offline').waitFor();
  await before.page.goto('about:blank');
  // The browser itself tells of the connection that the end of the process broke; nothing else may.
  expect(before.takeErrors().filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  await hall.start();

  const after = await visit(WIDE, 'mira');
  await after.openChannel('study');
  const card = await after.sees('Domain Name System');
  await card.getByRole('button', { name: 'On the exam', exact: true }).click();
  await card.getByRole('button', { name: '▾ On the exam' }).waitFor();
  const kept = await after.sees('1 of 3');
  expect((await kept.innerText()).split('\n').slice(2)).toEqual(stem.split('\n').slice(2));
  await kept.getByRole('button', { name: 'Guessing', exact: true }).click();
  await kept.getByRole('button', { name: '● Guessing' }).waitFor();
  await after.look('restart');
});
