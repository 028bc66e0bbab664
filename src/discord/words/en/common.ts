/** What stands on many cards, and what went wrong. */
import { choiceOf, LETTERS, listOf } from './plural.ts';

export const commonWords = {
  letter: (index: number) => LETTERS[index] ?? '?',

  and: (parts: readonly string[]) => listOf.format(parts),

  or: (parts: readonly string[]) => choiceOf.format(parts),

  /** `2025-09-25` → `Sept 2025` */
  month: (date: string) =>
    new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${date}T12:00Z`),
    ),

  /** `America/New_York` → `America/New York` */
  zone: (zone: string) => (zone === 'Etc/UTC' ? 'UTC' : zone.replaceAll('_', ' ')),

  errors: {
    unknownCommand:
      'This command belongs to an older Sensei. **Close and reopen Discord**, then type `/` again.',
    deadButton:
      'This button belongs to an older message that I can no longer read. Type `/quiz` or `/term` to go on.',
    bug: 'Something broke on my side; your earlier answers are safe. Try again in a moment.',
    outage: 'Discord had trouble taking my answer. What you did is kept; press or type it again to see it.',
    reference: (reference: string) => `-# Reference ${reference}: it tells the operator where to look.`,
    guildOnly: 'This works in a server. Open a server that has Sensei and type it there.',
    adminOnly: 'Only members who may **Manage Server** can change this. Ask an admin of this server.',
    notYours: 'These buttons belong to somebody else. `/quiz` starts a round of your own.',
  },
} as const;
