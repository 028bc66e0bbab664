/** A member’s settings and help. */
import { count } from './plural.ts';

export const memberWords = {
  me: {
    title: '## Your settings',
    zone: (zone: string, now: string, own: boolean) =>
      own
        ? `⏳ Your time zone: **${zone}**, now ${now}.`
        : `⏳ Your time zone: this server\u2019s, **${zone}**, now ${now}.`,
    exam: (name: string, own: boolean) =>
      own ? `Exam: **${name}**.` : `Exam: **${name}** (this server\u2019s).`,
    examDate: (date: string | null) => (date ? `Exam date: **${date}**.` : 'Exam date: not set.'),
    board: (shown: boolean) => (shown ? 'Boards: **you are shown**.' : 'Boards: **you stay off them**.'),
    progressOpen: (open: boolean) =>
      open ? 'Progress: **others may see it**.' : 'Progress: **only you see it**.',
    zoneSet: (zone: string) => `✅ Your days are now counted in **${zone}**.`,
    zoneSoon: (at: number) =>
      `A time zone can be changed once in seven days, so that streaks stay honest. Again <t:${at}:R>.`,
    dateSet: (date: string) => `✅ Exam date kept: **${date}**.`,
    dateBad: 'I read dates as year-month-day, such as `2027-03-15`. Type it again like that.',
    datePast: 'That date has passed. Type the day of an exam that is still to come.',
    dateCleared: '✅ Exam date removed.',
    buttons: {
      zone: 'Time zone and exam date',
      hide: 'Stay off boards',
      show: 'Show me on boards',
      open: 'Let others see my progress',
      close: 'Keep my progress private',
      export: 'Export my data',
      delete: 'Delete my data',
    },
    examPlaceholder: 'Exam that you study for',
    modalTitle: 'Your time zone and exam',
    modalZone: 'Time zone',
    modalZoneHint: 'A city or an IANA name, such as New York or Asia/Kathmandu. Empty: the server\u2019s.',
    modalDate: 'Exam date',
    modalDateHint: 'Year-month-day, such as 2027-03-15. Empty: none.',
    exported: 'Everything that I hold about you is in this file, and nothing else is kept.',
    exportFile: 'All data that Sensei holds about this member, as JSON',
    deleteAsk:
      '**Delete everything I hold about you?** Answers, points, streak, settings, kept terms and reports, in every server, at once. It cannot be undone.',
    deleteYes: 'Delete all of it',
    deleteNo: 'Keep it',
    deleted: 'Done. I hold nothing about you any more. The next thing you answer starts afresh.',
    keptData: 'Nothing was deleted.',
    unknownZone: (text: string, hint: string) => `I know no time zone **${text}**. ${hint}`,
  },

  help: {
    title: '## What I can do here',
    lines: [
      '`/term smtp` explains a term, an acronym or a port.',
      '`/quiz` asks you ten scenario questions and explains every option. Only you see it.',
      '`/daily` shows today\u2019s question of this server.',
      '`/progress` and `/leaderboard` show where you and the group stand.',
      '`/guide` opens study guides, a page at a time.',
      '`/me` sets your time zone, exam date and privacy.',
      'Right-click a message, then **Apps → Explain terms**.',
    ],
    admin: 'You may manage this server: `/setup` chooses the channel and time of the daily question.',
    noDaily: '-# No daily question is set up here yet.',
    library: (terms: number, questions: number, packs: string) =>
      `-# ${packs}: ${count(terms, 'term', 'terms')}, ${count(questions, 'question', 'questions')}.`,
    quiz: '▶ Ten questions',
  },
} as const;
