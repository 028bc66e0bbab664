/** The daily question. */
import { count, plural } from './plural.ts';

export const dailyWords = {
  daily: {
    head: (weekday: string, closes: number | null) =>
      closes === null
        ? `-# Daily question · ${weekday}`
        : `-# Daily question · ${weekday} · closes <t:${closes}:R>`,
    late: '-# A little late today: I was away at the usual time.',
    weekday: (date: string) =>
      new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
        new Date(`${date}T12:00Z`),
      ),
    /** The public footer: how many, never what. */
    answered: (n: number) =>
      n === 0
        ? '-# Nobody has answered yet. Your answer is yours alone.'
        : `-# ${plural.select(n) === 'one' ? '1 has' : `${n} have`} answered. Your answer is yours alone.`,
    revealed: (letter: string, option: string) => `## The answer: ${letter}, ${option}`,
    split: '**How you answered**',
    bar: (letter: string, bar: string, n: number, percent: number, mark: string) =>
      `\`${letter} ${bar}\` ${n} · ${percent} %${mark}`,
    isKey: ' ✅ right',
    trap: (letter: string, why: string) => `**The commonest trap: ${letter}.** ${why}`,
    noAnswers: 'Nobody answered this one; the reason stays here for whoever comes later.',
    firstRight: (name: string) => `First right answer: ${name}.`,
    cheer: (name: string, days: number) => `🔥 ${name} ${count(days, 'day', 'days')}`,
    cheers: (lines: readonly string[]) => `Streaks worth a cheer: ${lines.join(' · ')}`,
    revealNote: '-# Closed. `/quiz` asks more like it.',
    closed: 'This question is closed: its answer is on the card above. `/daily` has today\u2019s.',
    gone: 'This daily question is no longer on record. `/daily` shows today\u2019s.',
    earned: (parts: readonly string[]) => `-# ${parts.join(' · ')}`,
    already: 'You answered this one before; the first answer counts. This is what came of it:',
    today: 'Today\u2019s question',
    yours: (letter: string, correct: boolean) =>
      correct ? `You answered **${letter}**: ✅ right.` : `You answered **${letter}**: ❌ not this.`,
    notYet: 'You have not answered it yet.',
    open: (url: string) => `It is open: [go to the question](${url}).`,
    jump: 'Go to the question',
    state: (n: number) =>
      n === 0 ? 'Nobody has answered so far.' : `${count(n, 'member has', 'members have')} answered so far.`,
    next: (at: number) => `The next question comes <t:${at}:F>, <t:${at}:R>.`,
    noneSetUp: 'This server has no daily question yet. An admin sets it up with `/setup`.',
    noneToday: 'There is no open daily question right now.',
    yesterday: '**The last one**',
    thread: (weekday: string, date: string) => `Daily question, ${weekday} ${date}`,
    why: 'Why',
  },
} as const;
