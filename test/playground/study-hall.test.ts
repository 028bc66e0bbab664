import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/local-discord/index.ts';
import { openStudyHall } from '../../src/playground/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hall-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('opens the same hall again, with what was said in it', async () => {
  const stateFile = join(folder, 'hall.json');
  const first = await startLocalDiscord({ stateFile });
  const before = openStudyHall(first, 'Tutor');
  before.people[2].say(before.channels.general, 'See you tomorrow');
  await first.close();

  const second = await startLocalDiscord({ stateFile });
  const after = openStudyHall(second, 'Tutor');
  expect(after.channels).toEqual(before.channels);
  expect(after.guild.id).toBe(before.guild.id);
  expect(after.people.map(({ id }) => id)).toEqual(before.people.map(({ id }) => id));
  expect(after.application.token).toBe(before.application.token);
  expect(after.guild.channels).toHaveLength(4);
  expect(second.messages(after.channels.general).map(({ content }) => content)).toEqual(['See you tomorrow']);
  await second.close();
});
