/** Quizzes, from the question to the result. */
import { count, listOf } from './plural.ts';

export const quizWords = {
  quiz: {
    /** `3 of 10 · Networking · 2.1 ports and protocols` */
    where: (n: number, total: number, domain: string, objective: string) =>
      `-# ${n} of ${total} · ${domain} · ${objective}`,
    option: (letter: string, option: string) => `**${letter}**\u2002${option}`,
    choose: (n: number) => `Choose ${n}`,
    chosen: (letters: readonly string[]) => `Your choice: **${listOf.format(letters)}**`,
    submit: '▶ Submit',
    howSure: '-# How sure are you? (optional, before you answer)',
    confidence: { sure: 'Sure', think: 'Think so', guess: 'Guessing' },
    marked: (label: string) => `● ${label}`,
    placeKept: '-# Your place is kept if you leave.',
    report: '⚑ Report',
    leave: 'Stop here',
    rightSingle: (letter: string, option: string) => `## ✅ Right: ${letter}, ${option}`,
    wrongSingle: (letter: string, option: string) => `## ❌ Not this: it is ${letter}, ${option}`,
    rightMultiple: (letters: readonly string[]) => `## ✅ Right: ${listOf.format(letters)}`,
    wrongMultiple: (letters: readonly string[]) => `## ❌ Not quite: it is ${listOf.format(letters)}`,
    key: (letter: string, option: string, why: string) => `**${letter}\u2002${option}**\n${why}`,
    yours: (letter: string, option: string, why: string) =>
      `**${letter}\u2002${option}**, your choice\n${why}`,
    other: (letter: string, option: string, why: string) => `-# **${letter}\u2002${option}** ${why}`,
    guessedRight: '-# Right, but you said you were guessing: it will come back.',
    sureWrong: '-# You were sure, and it is not that: the kind of slip worth a second look.',
    rapid: '-# Answered in under two seconds: it counts as a look, not for points.',
    read: (n: number) => (n === 1 ? '-# Read the term:' : '-# Read the terms:'),
    soFar: (n: number, total: number) => `-# ${n} of ${total} answered`,
    next: '▶ Next',
    toResult: '▶ My result',
    score: (right: number, total: number) => `## ${right} of ${total}`,
    domain: (name: string, dots: string, right: number, total: number) =>
      `${name} ${dots} ${right} of ${total}`,
    streak: (days: number) => `🔥 ${count(days, 'day', 'days')} in a row`,
    points: (points: number) => count(points, 'point', 'points'),
    worthAnotherLook: '**Worth another look**',
    objective: (code: string, title: string) => `- ${code} ${title}`,
    terms: (names: readonly string[]) => `- Terms: ${names.join(', ')}`,
    allRight: 'Not one miss. Try a harder round, or a domain that you have not touched.',
    hardRound: 'A hard round, and a useful one: what was missed now is what sticks after the second look.',
    first: (zone: string) =>
      `-# Your first quiz here. Your days are counted in ${zone}; \`/me\` sets your own time zone and exam date.`,
    reviewMissed: (n: number) => `▶ Review the ${n} you missed`,
    reviewOne: '▶ Review the one you missed',
    more: (n: number) => `${n} more`,
    progress: 'My progress',
    none: {
      missed:
        'You have no missed questions to repeat: everything that you answered was right. `/quiz` asks new ones.',
      kept: 'You keep no terms yet. Press **Keep in my reviews** on a term\u2019s card, then come back.',
      empty: 'No question fits these wishes. Leave out the difficulty or choose a wider topic.',
      unknownTopic: (topic: string) =>
        `I know no topic **${topic}**. Type a few letters after \`topic:\` and pick one from the list.`,
      unknownExam: (exam: string) => `I know no exam **${exam}**. Pick one from the list at \`exam:\`.`,
    },
    goOnTitle: (done: number, total: number, topic: string) =>
      `You have a quiz open: **${done} of ${total}** answered, ${topic}.`,
    goOn: '▶ Go on',
    startNew: 'Leave it and start the new one',
    left: (done: number) => `Stopped after ${count(done, 'answer', 'answers')}. Every answer is kept.`,
    leftEmpty: 'Stopped before the first answer. Nothing was recorded; `/quiz` starts again.',
    already: (n: number) =>
      `-# Question ${n} was answered already; the first answer counts, and this is what came of it.`,
    over: 'This quiz is over. `/quiz` starts a new one.',
    revised:
      'This question was revised or withdrawn by its authors since you opened it. Here is your next one.',
    reportTitle: 'Report this question',
    reportWhat: 'What is wrong with it?',
    reportHint: 'The authors read this: a wrong key, a second right option, a stale fact…',
    reported: 'Thank you, the report is kept for the authors. Your answer stays as it is until they decide.',
    reportedAgain:
      'You have reported this question before; your newer reason replaces nothing and is kept beside it.',
  },

  topics: {
    all: 'The whole exam',
    exam: (name: string) => `${name}: everything`,
    domain: (outline: string, code: string, name: string) => `${outline} · ${code} ${name}`,
    objective: (outline: string, code: string, title: string) => `${outline} · ${code} ${title}`,
    term: (name: string) => `Term: ${name}`,
    weak: 'My weak spots',
    missed: 'Missed before',
    kept: 'Terms I keep',
  },
} as const;
