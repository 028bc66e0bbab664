import type { Application, Guild, LocalDiscord, Permissions, Person } from '../local-discord/index.ts';

/** The server that a visitor of the playground finds, and the four people that they can be. */
export interface StudyHall {
  readonly guild: Guild;
  readonly application: Application;
  /** The owner first, who is the admin; then three members. */
  readonly people: readonly [Person, Person, Person, Person];
  readonly channels: {
    readonly welcome: string;
    readonly study: string;
    readonly daily: string;
    readonly general: string;
  };
}

/**
 * Opens the study hall: creates what is not there yet, so that a restarted playground finds the hall, its
 * messages and its people as they were. The application's bot has the given permissions, as an invitation
 * would ask for them; without any, those of every member.
 */
export function openStudyHall(
  discord: LocalDiscord,
  applicationName: string,
  permissions?: Permissions,
): StudyHall {
  const person = (username: string, globalName: string): Person =>
    discord.createUser({ username, globalName });
  const owner = person('mira', 'Mira Okafor');
  const members = [
    person('jonas', 'Jonas Weber'),
    person('priya', 'Priya Nair'),
    person('sam', 'Sam Carter'),
  ] as const;
  const guild = discord.createGuild({ name: 'Study Hall', owner });
  for (const member of members) guild.addMember(member);
  const application = discord.createApplication({ name: applicationName });
  guild.addBot(application, permissions === undefined ? {} : { permissions });
  const channel = (name: string, topic: string): string => guild.createChannel({ name, topic }).id;
  return {
    guild,
    application,
    people: [owner, ...members],
    channels: {
      welcome: channel('welcome', 'New here? Type / to see what the bot can do.'),
      study: channel('study', 'Terms, quizzes and talk about the exam'),
      daily: channel('daily-question', 'One question a day, the same for all'),
      general: channel('general', 'Everything else'),
    },
  };
}
