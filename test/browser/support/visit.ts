/** A visitor of the page: what they see, and the hands that use it. It waits for what it expects, never for time. */
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { unnamedControls } from './accessibility.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SHOTS = fileURLToPath(new URL('../../../shots/', import.meta.url));
/** Below this width the sidebar lies folded behind a button (px). */
const FOLDED_BELOW = 800;
/** A state that does not come within this is missing (ms). */
const PATIENCE_MS = 10_000;

type Name = string | RegExp;

export class Visit {
  readonly page: Page;
  readonly size: Size;
  readonly #strays: string[] = [];
  readonly #errors: string[] = [];

  private constructor(page: Page, size: Size) {
    this.page = page;
    this.size = size;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') this.#strays.push(request.url());
    });
    page.on('console', (line) => {
      if (line.type() === 'error') this.#errors.push(line.text());
    });
    page.on('pageerror', (error) => this.#errors.push(error.message));
  }

  static async begin(browser: Browser, url: string, size: Size): Promise<Visit> {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const visit = new Visit(await context.newPage(), size);
    await visit.page.goto(url);
    await visit.#ready();
    return visit;
  }

  async #ready(): Promise<void> {
    await this.page.locator('[data-ready=true]').waitFor();
  }

  /** Nothing left this machine, and nothing went wrong that the page did not tell. */
  async end(): Promise<void> {
    await this.page.context().close();
    expect(this.#strays).toEqual([]);
    expect(this.#errors).toEqual([]);
  }

  /** The errors so far, taken out by a test that caused them. */
  takeErrors(): string[] {
    return this.#errors.splice(0);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#ready();
  }

  /** Opens the sidebar where the width folds it. */
  async #unfold(): Promise<void> {
    const toggle = this.page.getByRole('button', { name: 'Channels and members' });
    if (this.size.width < FOLDED_BELOW && (await toggle.getAttribute('aria-expanded')) === 'false')
      await toggle.click();
  }

  async openChannel(name: string): Promise<void> {
    await this.#unfold();
    await this.page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('button', { name: new RegExp(`^${name} `) })
      .click();
    await this.page.getByRole('log', { name: `Messages in ${name}` }).waitFor();
  }

  /** Goes on as another of the four members. */
  async become(username: string): Promise<void> {
    const choice = this.page.getByTestId(`be-${username}`);
    if (await choice.isChecked()) return;
    await this.#unfold();
    const loaded = this.page.waitForResponse((response) => response.url().includes('/api/messages'));
    await choice.check({ force: true });
    await loaded;
    if (this.size.width < FOLDED_BELOW) await choice.press('Escape');
  }

  get box(): Locator {
    return this.page.getByTestId('box');
  }

  get draft(): Locator {
    return this.page.getByTestId('draft');
  }

  /** A line of the list above the message box. */
  choice(name: Name): Locator {
    return this.page.getByTestId('picker').getByRole('option', { name, exact: true });
  }

  /** The same, once it is the one that Enter takes. */
  selected(name: Name): Locator {
    return this.page.getByTestId('picker').getByRole('option', { name, exact: true, selected: true });
  }

  /** Types a command, fills in some of its options, and sends it. */
  async command(name: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.box.click();
    await this.page.keyboard.type(`/${name} `);
    for (const [option, value] of Object.entries(options)) await this.fill(option, value);
    await this.page.getByTestId('send').click();
    await this.draft.waitFor({ state: 'detached' });
  }

  /** Types into one option of the command, which is added first where it is not there yet. */
  async fill(option: string, value: string): Promise<void> {
    const box = this.draft.locator(`[data-option=${option}]`);
    if ((await box.count()) === 0)
      await this.draft.getByRole('button', { name: `Add the option ${option}` }).click();
    await box.pressSequentially(value);
  }

  /** The newest message that holds these words. */
  message(words: Name): Locator {
    return this.page.getByTestId('message').filter({ hasText: words }).last();
  }

  /** Waits for a message that holds these words; the locator stays with it, whatever it says later. */
  sees(words: Name): Promise<Locator> {
    return this.#settled(this.message(words));
  }

  /** The same for a card with this heading. */
  seesCard(heading: Name): Promise<Locator> {
    const has = this.page.getByRole('heading', { name: heading });
    return this.#settled(this.page.getByTestId('message').filter({ has }).last());
  }

  async #settled(found: Locator): Promise<Locator> {
    await found.waitFor();
    const id = await found.getAttribute('data-message');
    return this.page.locator(`[data-message="${id}"]`);
  }

  /** Waits until no message with these words is here; fails where one stays. */
  async seesNot(words: Name): Promise<void> {
    const messages = this.page.getByTestId('message').filter({ hasText: words });
    await expect.poll(() => messages.count(), { timeout: 5_000 }).toBe(0);
  }

  /** Opens a select of a message, picks these lines, and closes a list of several as a reader would. */
  async pick(select: Locator, ...lines: readonly Name[]): Promise<void> {
    await select.getByRole('combobox').click();
    for (const line of lines) await select.getByRole('option', { name: line, exact: true }).click();
    if (lines.length > 1) await this.page.keyboard.press('Escape');
  }

  /** The tools above the page, folded where it is narrow. */
  async tool(testId: string): Promise<void> {
    const button = this.page.getByTestId(testId);
    if (!(await button.isVisible())) await this.page.getByText('Tools', { exact: true }).click();
    await button.click();
    if (this.size.width < FOLDED_BELOW) await this.page.getByText('Tools', { exact: true }).click();
  }

  /** Keeps a picture, and checks what must hold of every state: nothing sticks out, every control has a name. */
  async look(name: string): Promise<void> {
    const path = `${SHOTS}${this.size.width}-${name}.png`;
    await this.page.screenshot({ path, animations: 'disabled' });
    expect(await this.#overflow(), `${name}: wider than the window`).toEqual([]);
    expect(await unnamedControls(this.page), `${name}: controls without a name`).toEqual([]);
  }

  /** What is wider than its place: the page, or the list of messages. */
  #overflow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const log = document.getElementById('log');
      const page = document.scrollingElement;
      return [
        ...(page && page.scrollWidth > innerWidth ? [`page ${page.scrollWidth}`] : []),
        ...(log && log.scrollWidth > log.clientWidth ? [`messages ${log.scrollWidth}`] : []),
      ];
    });
  }
}
