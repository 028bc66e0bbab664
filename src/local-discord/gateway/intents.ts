/** Which intents exist, and which must be switched on for an application first. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

export { Intent };

/** All bits that Discord knows. */
export const ALL_INTENTS = Object.values(Intent)
  .filter((value) => typeof value === 'number')
  .reduce((bits, bit) => bits | bit, 0);

export const PRIVILEGED_INTENTS = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
