/** Servers, channels with their threads, and the four members to be. */
import { icon } from '../render/icons.ts';
import type { WireChannel, WireGuild, WireMember } from '../wire.ts';
import type { App } from './app.ts';
import { byId, el, fromMarkup } from './dom.ts';

function serverButton(app: App, guild: WireGuild): HTMLElement {
  const initials = guild.name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 3);
  const here = guild.id === app.guild?.id;
  const made = el(
    'button',
    {
      type: 'button',
      class: 'server',
      'aria-label': guild.name,
      'aria-current': here && 'true',
      title: guild.name,
    },
    initials,
  );
  made.addEventListener('click', () => app.open(guild.channels[0]?.id ?? ''));
  return made;
}

function channelItem(app: App, channel: WireChannel, threads: readonly WireChannel[]): HTMLElement {
  const here = channel.id === app.channelId;
  const thread = channel.parentId !== null;
  const made = el(
    'button',
    {
      type: 'button',
      class: app.unread.has(channel.id) ? 'channel is-unread' : 'channel',
      'aria-current': here && 'page',
      'data-channel': channel.id,
      'aria-label': `${channel.name} (${thread ? 'thread' : 'text channel'})${app.unread.has(channel.id) ? ', unread' : ''}`,
    },
    fromMarkup(icon(thread ? 'thread' : 'hash').markup),
    el('span', { class: 'channel-label' }, channel.name),
  );
  made.addEventListener('click', () => {
    app.open(channel.id);
    closeSidebar();
  });
  const item = el('li', {}, made);
  if (threads.length > 0) {
    item.append(el('ul', { class: 'threads' }, ...threads.map((each) => channelItem(app, each, []))));
  }
  return item;
}

function drawChannels(app: App): void {
  const guild = app.guild;
  byId('guild-name').textContent = guild?.name ?? '';
  const channels = guild?.channels ?? [];
  const items = channels
    .filter(({ parentId }) => parentId === null)
    .map((channel) =>
      channelItem(
        app,
        channel,
        channels.filter(({ parentId }) => parentId === channel.id),
      ),
    );
  byId('channels').replaceChildren(el('ul', {}, ...items));
  byId('servers').replaceChildren(...app.world.guilds.map((each) => serverButton(app, each)));
  const channel = channels.find(({ id }) => id === app.channelId);
  byId('channel-name').replaceChildren(
    fromMarkup(icon(channel?.parentId ? 'thread' : 'hash').markup),
    channel?.name ?? 'No channel',
  );
  byId('channel-topic').textContent = channel?.topic ?? '';
  document.title = `#${channel?.name ?? ''} · ${guild?.name ?? 'Playground'}`;
}

function memberChoice(app: App, member: WireMember): HTMLElement {
  const input = el('input', {
    type: 'radio',
    name: 'member',
    value: member.id,
    'data-testid': `be-${member.username}`,
  });
  input.checked = member.id === app.world.me;
  input.addEventListener('change', () => {
    void app.become(member.id).then(() => app.announce(`You are ${member.name} now`));
  });
  const names = el('span', { class: 'member-names' }, el('span', { class: 'member-name' }, member.name));
  names.append(el('span', { class: 'member-role' }, member.admin ? 'Admin' : 'Member'));
  return el('label', { class: 'member' }, input, fromMarkup(member.avatar), names);
}

/** The radio group is drawn once per member list, so that arrow keys do not lose their focus on a switch. */
function drawMembers(app: App): void {
  const drawn = [...byId('members').querySelectorAll('input')];
  const ids = app.world.members.map(({ id }) => id);
  if (drawn.length > 0 && drawn.map(({ value }) => value).join() === ids.join()) {
    for (const input of drawn) input.checked = input.value === app.world.me;
    return;
  }
  byId('members').replaceChildren(
    el('h3', { id: 'members-title' }, 'You are'),
    el(
      'div',
      { role: 'radiogroup', 'aria-labelledby': 'members-title' },
      ...app.world.members.map((member) => memberChoice(app, member)),
    ),
  );
}

function closeSidebar(): void {
  document.body.classList.remove('is-sidebar-open');
  byId('sidebar-toggle').setAttribute('aria-expanded', 'false');
}

/** Opens and closes the sidebar on narrow screens, where it lies over the messages. */
function mountToggle(): void {
  const toggle = byId('sidebar-toggle');
  toggle.addEventListener('click', () => {
    const open = document.body.classList.toggle('is-sidebar-open');
    toggle.setAttribute('aria-expanded', String(open));
    if (open) byId('channels').querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  byId('sidebar').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('is-sidebar-open')) return;
    closeSidebar();
    toggle.focus();
  });
  document.querySelector('.main')?.addEventListener('click', (event) => {
    if (!(event.target instanceof Node) || !toggle.contains(event.target)) closeSidebar();
  });
}

export function mountSidebar(app: App): void {
  const draw = (): void => {
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement ? activeElement.dataset.channel : undefined;
    drawChannels(app);
    drawMembers(app);
    if (focused) byId('channels').querySelector<HTMLElement>(`[data-channel="${focused}"]`)?.focus();
  };
  app.on('world', draw);
  app.on('place', draw);
  app.on('event', (event) => {
    if (event.kind === 'message' && app.unread.has(event.message.channelId)) draw();
  });
  mountToggle();
  draw();
}
