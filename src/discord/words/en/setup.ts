/** The admin’s panel. */
import { count, listOf } from './plural.ts';

export const setupWords = {
  setup: {
    title: '## Daily question',
    nothing: 'No study channel yet. Choose one below and I will ask a question there every day.',
    plan: (when: string, channel: string, zone: string, next: number) =>
      `**${when} in <#${channel}>**, ${zone} time; next <t:${next}:F>, <t:${next}:R>.`,
    planPaused: (channel: string) => `**Paused in <#${channel}>.**`,
    last: {
      none: 'Last: nothing posted yet.',
      posted: (at: number) => `Last: ✅ posted <t:${at}:f>.`,
      late: (at: number) => `Last: ✅ posted late <t:${at}:f>.`,
      skipped: (at: number) =>
        `Last: skipped <t:${at}:f>, since its time had passed while I was away. Nobody\u2019s streak suffers.`,
      failed: (at: number, why: string) => `Last: ❌ not posted <t:${at}:f>. ${why}`,
    },
    outline: (name: string) => `Exam: **${name}**.`,
    role: (role: string | null) => (role ? `Mentions <@&${role}>.` : 'Mentions nobody.'),
    reveal: (hours: number | null) =>
      hours === null
        ? 'Answer revealed with the next question.'
        : `Answer revealed after ${count(hours, 'hour', 'hours')}.`,
    thread: (on: boolean) => (on ? 'Opens a thread for discussion.' : 'No thread.'),
    ok: '✅ I may post there.',
    missing: (permissions: readonly string[], channel: string) =>
      `❌ I may not post in <#${channel}> yet. Open **Edit Channel → Permissions → Sensei** and allow **${listOf.format(permissions)}**.`,
    gone: '❌ This channel no longer exists. Choose another, or remove it here.',
    why: {
      gone: 'The channel was deleted. Choose another.',
      forbidden: 'A permission was missing. Give it back and I go on by myself.',
      failed: 'Discord did not answer in time. I try again with the next question.',
      'no-question': 'The content folder holds no question for this exam.',
      downtime: 'I was away, or Discord was, until it was too late.',
    },
    everyDay: 'Every day',
    when: (days: string, time: string) => `${days} at ${time}`,
    channelPlaceholder: 'Study channel',
    channelsPlaceholder: (n: number) => (n === 0 ? 'Choose a study channel' : 'Add a study channel'),
    choosePanel: 'Which channel\u2019s settings?',
    examPlaceholder: 'Exam',
    daysPlaceholder: 'Days',
    timePlaceholder: 'Time of day',
    rolePlaceholder: 'Role to mention (none unless chosen)',
    revealPlaceholder: 'When the answer is revealed',
    days: {
      daily: 'Every day',
      weekdays: 'Monday to Friday',
      weekends: 'Saturday and Sunday',
      own: 'As set now',
    },
    revealOptions: { next: 'With the next question', hours: (n: number) => `After ${n} hours` },
    buttons: {
      time: 'Time and zone',
      post: 'Post one now',
      threadOn: 'Open threads',
      threadOff: 'No threads',
      remove: 'Remove this channel',
      noRole: 'Mention nobody',
      more: 'More settings',
      back: 'Back',
    },
    modalTitle: 'When to ask',
    modalTime: 'Time',
    modalTimeHint: 'Such as 09:00, 9am or 21:30.',
    modalZone: 'Time zone',
    modalZoneHint: 'A city or an IANA name, such as New York or Asia/Kathmandu.',
    modalDays: 'Days',
    modalDaysHint: 'daily, weekdays, weekends, or a list such as mon, wed, fri.',
    removed: (channel: string) => `Removed: no more daily questions in <#${channel}>.`,
    postOutcome: {
      posted: (channel: string) => `✅ Posted in <#${channel}>.`,
      'already-posted': (channel: string) =>
        `Today\u2019s question is already in <#${channel}>: one a day, never two.`,
      gone: () => '❌ Not posted: the channel no longer exists.',
      forbidden: () => '❌ Not posted: a permission lacks. The line below names it.',
      'no-question': () => '❌ Not posted: the content folder holds no question for this exam.',
      failed: () => '❌ Not posted: Discord did not answer. Try again in a minute.',
    },
    whichChannel: 'Which channel? Add `channel:` to the command, or choose one in the panel of `/setup`.',
    badExam: (exam: string) => `I know no exam **${exam}**. Pick one from the list at \`exam:\`.`,
    noChannel: 'This channel is not a study channel any more. `/setup` shows those that are.',
    tell: {
      gone: (channel: string) =>
        `The study channel with the id ${channel} was deleted, so its daily question is paused. \`/setup\` chooses another.`,
      forbidden: (channel: string, permissions: readonly string[]) =>
        `The daily question is paused in <#${channel}>: I lack **${listOf.format(permissions)}** there. Give it back and I go on by myself; \`/setup\` shows the state.`,
    },
  },
} as const;
