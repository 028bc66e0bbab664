/** Progress, the streak and the boards. */
import { count } from './plural.ts';

export const progressWords = {
  progress: {
    title: (name: string) => `## ${name}\u2019s progress`,
    streakNone: '🔥 No streak yet. Today\u2019s daily question, or a quiz of three, starts one.',
    streakDone: (days: number) => `🔥 **${count(days, 'day', 'days')} in a row**, today counted.`,
    streakPending: (days: number) => `🔥 **${count(days, 'day', 'days')} in a row**. Today is still open.`,
    streakBroken: (best: number) =>
      `🔥 A fresh start: your longest run was ${count(best, 'day', 'days')}, and it stays on record.`,
    freezes: (n: number) => `🧊 ${count(n, 'freeze', 'freezes')} left: each covers one missed day.`,
    best: (days: number) => `Longest run ${count(days, 'day', 'days')}.`,
    points: (week: number, all: number) => `${count(week, 'point', 'points')} this week, ${all} in all.`,
    answered: (right: number, all: number) => `**${right} of ${all}** first attempts right.`,
    domains: '**By domain** (first attempts)',
    domain: (name: string, right: number, all: number) => `- ${name}: ${right} of ${all}`,
    untouched: (name: string) => `- ${name}: nothing yet`,
    readinessLater: (left: number) =>
      `-# ${count(left, 'more first attempt', 'more first attempts')} before an estimate of your readiness would mean anything.`,
    nextStep: '**Next**',
    nextWeak: (name: string) => `${name} has the most to gain for your exam.`,
    nextStart: 'Answer a first round: ten questions over the whole exam.',
    days: (days: number) => `${count(days, 'study day', 'study days')} so far.`,
    exam: (date: string, left: number) =>
      left > 0
        ? `Exam on ${date}: ${count(left, 'day', 'days')} to go.`
        : `Exam date ${date} has come. Good luck, or well done.`,
    empty: 'Nothing answered yet.',
    hidden: 'This member keeps their progress to themselves. `/progress` shows yours.',
    unknown: 'I have not seen this member study here yet.',
    why: 'Why this streak',
    someone: 'This member',
    repair: (days: number, by: string) =>
      `A review of ten questions, finished by ${by}, brings your ${count(days, 'day', 'days')} back.`,
    repairButton: '▶ Bring my streak back',
    repairOver: 'There is no streak to bring back any more. The next answer starts a new one.',
    quiz: '▶ Ten questions',
    whyTitle: '**Why this streak**',
    whyRule:
      '-# A day counts when you answer a daily question or finish a set of three. Two freezes to start with; seven credited days earn one back.',
    whyDay: (date: string, what: string, zone: string) => `- ${date} · ${what} · ${zone}`,
    whyKept: {
      daily: 'daily question answered',
      set: 'set finished',
      repair: 'streak repaired',
      freeze: '🧊 freeze used',
      exempt: 'exempt: Sensei itself missed it',
      paused: 'paused',
      repaired: 'bridged by a repair',
      missed: 'nothing recorded, run ended',
    },
    whyNone: 'No day has counted yet.',
  },

  board: {
    title: (period: string, by: string) => `## ${by} ${period}`,
    periods: { week: 'this week', month: 'this month', all: 'all time' },
    by: { points: 'Points', streak: 'Streaks', accuracy: 'Accuracy' },
    goal: (answered: number, members: number) =>
      members === 0
        ? '**Nobody has studied here yet.** Today could be the first day.'
        : `**${answered} of ${members} studied today.**`,
    place: (place: number, name: string, value: string) => `**${place}** ${name} · ${value}`,
    own: (place: number, name: string, value: string) => `**${place} ${name} · ${value}** (you)`,
    gap: '…',
    values: {
      points: (n: number) => count(n, 'point', 'points'),
      streak: (n: number) => count(n, 'day', 'days'),
      accuracy: (right: number, all: number) => `${right} of ${all} right`,
    },
    none: 'No places yet. The daily question and `/quiz` fill this board.',
    youNone: '-# You are not on it yet: one answer is enough.',
    youHidden: '-# You stay off the board, as you chose. `/me` changes it.',
    forever: '-# All time: it never starts anew.',
    resets: (at: number) => `-# Starts anew <t:${at}:R>.`,
    enough: (n: number) => `-# Counted from ${count(n, 'first attempt', 'first attempts')} on.`,
  },
} as const;
