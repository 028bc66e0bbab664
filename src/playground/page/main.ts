/**
 * The page. It draws nothing of a message itself: the server sends messages as finished markup, the page puts
 * them in place, keeps their times true, and turns what a member does into requests.
 *
 * Handles for a browser test (roles and names are stable):
 *   box            combobox `data-testid=box`; choices appear as role=option in `data-testid=picker`
 *   a draft        `data-testid=draft`, its boxes `[data-option=NAME]`; Enter or button "Send" sends
 *   messages       `data-testid=messages`, each `article[data-testid=message][data-message=ID]`, private ones
 *                  with `data-ephemeral`; buttons by role and name or `[data-press=CUSTOM_ID]`
 *   selects        role=combobox inside `[data-select=CUSTOM_ID]`, choices role=option
 *   message menu   button "More actions for …", then role=menuitem
 *   modal          role=dialog, fields by label, "Submit" and "Cancel"
 *   members        radio `data-testid=be-USERNAME`; channels: buttons in navigation "Channels"
 *   clock          `data-testid=clock`, `clock-hour`, `clock-day`, `clock-nine`, `clock-real`
 *   actions        `data-testid=action-ID`, their answer `data-testid=action-result`
 *   suggestions    buttons in group "Suggestions"
 *   narrow pages   button "Channels and members" opens the sidebar
 */
import { App, fetchWorld } from './app.ts';
import { Composer } from './composer.ts';
import { byId, fromMarkup } from './dom.ts';
import { mountMenu } from './menu.ts';
import { MessageList } from './messages.ts';
import { mountPresses } from './press.ts';
import { mountSelects } from './select.ts';
import { mountSidebar } from './sidebar.ts';
import { revealSpoiler } from './spoiler.ts';
import { followStream } from './stream.ts';
import { mountSuggestions } from './suggestions.ts';
import { keepTimes, PageClock } from './times.ts';
import { mountTools } from './tools.ts';

async function start(): Promise<void> {
  const app = new App(await fetchWorld());
  const clock = new PageClock(app.world.clock);
  keepTimes(app, clock);
  mountSidebar(app);
  mountTools(app, clock);
  const messages = new MessageList(app, clock);
  const composer = new Composer(app, messages);
  mountSelects();
  mountMenu(app, messages);
  mountPresses(app, messages, (name) => composer.type(name));
  mountSuggestions(app, ({ command, options }) => composer.type(command, options));
  byId('modal').addEventListener('click', revealSpoiler);
  window.addEventListener('hashchange', () => app.open(location.hash.slice(1)));
  followStream(app);
  // Scrolled by keyboard even when no message has a control.
  byId('log').tabIndex = 0;
  await messages.load();
  byId('app').dataset.ready = 'true';
}

start().catch((error: Error) => {
  byId('messages').replaceChildren(fromMarkup('<li class="note is-failed" role="alert"></li>'));
  const line = byId('messages').firstElementChild;
  if (line) line.textContent = `The playground did not open: ${error.message}`;
});
