import type { WireEvent } from '../wire.ts';
import type { App } from './app.ts';

/**
 * Follows the server's events as one member. The browser reconnects by itself; what happened meanwhile is
 * fetched by asking for the world and the messages again.
 */
export function followStream(app: App): void {
  let source: EventSource | null = null;
  let opened = '';
  const connect = (): void => {
    source?.close();
    opened = app.world.me;
    let interrupted = false;
    source = new EventSource(`/api/stream?as=${encodeURIComponent(opened)}`);
    source.addEventListener('error', () => {
      interrupted = true;
      document.body.classList.add('is-offline');
    });
    source.addEventListener('open', () => {
      document.body.classList.remove('is-offline');
      if (interrupted) void app.refresh().then(() => app.emit('place', app.channelId));
      interrupted = false;
    });
    source.addEventListener('message', (message) => receive(app, JSON.parse(message.data) as WireEvent));
  };
  app.on('world', () => {
    if (app.world.me !== opened) connect();
  });
  connect();
}

function receive(app: App, event: WireEvent): void {
  switch (event.kind) {
    case 'clock':
      app.world = { ...app.world, clock: event.clock };
      app.emit('clock', event.clock);
      return;
    case 'world':
      void app.refresh();
      return;
    case 'message':
      if (event.fresh && event.message.channelId !== app.channelId) app.unread.add(event.message.channelId);
      app.emit('event', event);
      return;
    case 'gone':
      app.emit('event', event);
      return;
  }
}
