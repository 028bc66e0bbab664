/** A Discord on this machine, for an unchanged discord.js client. Start with `startLocalDiscord`. */
export type { Application } from './application.ts';
export { LocalClock } from './clock.ts';
export type { Complaint, LocalEvent, RequestRecord } from './events.ts';
export type { Faults, RestEffect, RestMatch } from './faults.ts';
export type { Channel, Guild, Permissions, Role } from './guild.ts';
export type { LocalDiscord } from './local-discord.ts';
export type { Component } from './messages/components.ts';
export type { OptionValues } from './people/commands.ts';
export type { FormValues } from './people/forms.ts';
export type { Choice, Outcome, ShownModal } from './people/outcome.ts';
export type { Person } from './people/person.ts';
export { EVERYONE_PERMISSIONS, Permission } from './permissions.ts';
export { type Snowflake, snowflakeTime } from './snowflake.ts';
export { type LocalDiscordOptions, startLocalDiscord } from './start.ts';
export type { Audience, Command, State, StoredMessage } from './world/records.ts';
