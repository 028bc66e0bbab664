import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchContent } from '../../src/preview/watch.ts';

describe('watching the content', () => {
  let contentDir: string;
  let stop: () => void = () => {};
  const changed = vi.fn();

  const path = (name: string): string => join(contentDir, 'packs', name);
  /** As many editors save: a new file is written beside the old one and renamed over it. */
  const replace = (name: string, text: string): void => {
    writeFileSync(path(`${name}.new`), text);
    renameSync(path(`${name}.new`), path(name));
  };
  /** Does something and waits until it has been noticed. */
  const noticed = async (act: () => void): Promise<void> => {
    changed.mockClear();
    act();
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 5_000 });
  };

  beforeEach(() => {
    contentDir = mkdtempSync(join(tmpdir(), 'sensei-watch-'));
    mkdirSync(path('tiny/terms'), { recursive: true });
    writeFileSync(path('tiny/terms/mail.yaml'), '[]');
    stop = watchContent(contentDir, changed);
  });

  afterEach(() => {
    stop();
    rmSync(contentDir, { recursive: true, force: true });
  });

  it('notices each save of a file that is replaced every time', async () => {
    await noticed(() => replace('tiny/terms/mail.yaml', '- one'));
    await noticed(() => replace('tiny/terms/mail.yaml', '- two'));
    await noticed(() => writeFileSync(path('tiny/terms/mail.yaml'), '- three'));
  });

  it('follows a folder that is made later, and one that is made again', async () => {
    await noticed(() => mkdirSync(path('tiny/questions')));
    await noticed(() => writeFileSync(path('tiny/questions/mail.yaml'), '[]'));
    await noticed(() => rmSync(path('tiny/questions'), { recursive: true }));
    await noticed(() => mkdirSync(path('tiny/questions')));
    await noticed(() => replace('tiny/questions/mail.yaml', '[]'));
  });

  it('is quiet once it is stopped', async () => {
    await noticed(() => writeFileSync(path('tiny/terms/mail.yaml'), '- one'));
    stop();
    changed.mockClear();
    const other = vi.fn();
    stop = watchContent(contentDir, other);
    writeFileSync(path('tiny/terms/mail.yaml'), '- two');
    await vi.waitFor(() => expect(other).toHaveBeenCalled(), { timeout: 5_000 });
    expect(changed).not.toHaveBeenCalled();
  });
});
