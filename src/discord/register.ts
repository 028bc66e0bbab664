/** Registers the commands with Discord when their definitions changed, and only then. */
import { createHash } from 'node:crypto';
import { type Client, Routes } from 'discord.js';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import type { Store } from '../store/index.ts';
import type { Command } from './command.ts';

/** One PUT replaces all global commands; re-registering unchanged ones would eat Discord's daily limit of creates. */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
  store: Pick<Store, 'registeredHash' | 'setRegisteredHash'>,
): Promise<'registered' | 'unchanged'> {
  const body = commands.map(({ definition }) => ({
    ...definition,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }));
  const hash = createHash('sha256')
    .update(JSON.stringify([client.application.id, body]))
    .digest('hex');
  if (store.registeredHash() === hash) return 'unchanged';
  await client.rest.put(Routes.applicationCommands(client.application.id), { body });
  store.setRegisteredHash(hash);
  return 'registered';
}
