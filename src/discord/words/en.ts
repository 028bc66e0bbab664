/**
 * Every word that a person reads, in English. Another language is another object of this type: a missing word
 * does not compile. Views decide what is said, this file how.
 */
const plural = new Intl.PluralRules('en');

/** `count(3, 'day', 'days')` → "3 days". */
function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === 'one' ? one : other}`;
}

const LETTERS = 'ABCDEFGHIJ';
const listOf = new Intl.ListFormat('en', { type: 'conjunction' });
const choiceOf = new Intl.ListFormat('en', { type: 'disjunction' });

export const en = {
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
    reference: (reference: string) => `-# Reference ${reference}: it tells the operator where to look.`,
    guildOnly: 'This works in a server. Open a server that has Sensei and type it there.',
    adminOnly: 'Only members who may **Manage Server** can change this. Ask an admin of this server.',
    notYours: 'These buttons belong to somebody else. `/quiz` starts a round of your own.',
  },

  term: {
    port: (ports: readonly string[]) => `**${ports.length === 1 ? 'Port' : 'Ports'}** ${ports.join(' · ')}`,
    number: (what: string, value: string) => `**${what}** ${value}`,
    sensei: (line: string) => `💡 **Sensei says** ${line}`,
    keyConcepts: '**Key concepts**',
    sections: { exam: 'On the exam', faqs: 'Questions people ask', related: 'Related', guides: 'Guides' },
    open: (label: string) => `▾ ${label}`,
    outline: (code: string, objectives: readonly string[]) => `${code} ${objectives.join(', ')}`,
    retired: (when: string) => `(retired ${when})`,
    supplemental: 'background, not printed in the outline',
    relatedPlaceholder: 'Open a related term',
    mixedUp: 'often mixed up with this one',
    noGuides:
      'No study guide covers this term yet. `/quiz` with this term as its topic is the best next step.',
    guide: (title: string, kind: string, minutes: number, summary: string) =>
      `**${title}**\n-# ${kind} · ${minutes} min read\n${summary}`,
    read: 'Read',
    testMe: '▶ Test me',
    keep: 'Keep in my reviews',
    kept: (name: string) =>
      `✅ **Kept: ${name}.** \`/quiz\` with the topic *Terms I keep* asks you about it.`,
    forget: 'Stop keeping it',
    forgotten: (name: string) => `**${name}** is no longer among the terms that you keep.`,
    several: (query: string) => `Several terms fit **${query}**. Which one do you mean?`,
    chooseTerm: 'Choose a term',
    none: (query: string) =>
      `I have no card for **${query}** yet. I noted the wish for the authors. The nearest that I have:`,
    noneAtAll:
      'There is no glossary here yet: the content folder holds no terms. The operator can add a pack.',
    gone: 'This term is no longer in the glossary. `/term` finds its successor.',
    empty: 'Type a term, an acronym or a port after `/term`, such as `/term smtp` or `/term port 25`.',
    noQuestions: (name: string) => `There are no questions about **${name}** yet. \`/quiz\` has others.`,
  },

  guide: {
    kinds: { 'study-guide': 'Study guide', 'exam-tips': 'Exam tips' },
    page: (page: number, pages: number) => `-# Page ${page} of ${pages}`,
    about: (kind: string, minutes: number) => `-# ${kind} · ${minutes} min read`,
    next: '▶ Next page',
    previous: 'Back',
    testMe: '▶ Test me',
    choose: 'Choose a guide',
    list: '## Study guides',
    none: 'There are no study guides here yet. `/term` and `/quiz` are ready.',
    gone: 'This guide is no longer in the library. `/guide` lists those that are.',
  },

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

  explain: {
    none: 'I found no glossary term in this message. `/term` looks one up by name, acronym or port.',
    head: (n: number) => `**${count(n, 'term', 'terms')} in this message**`,
    more: (n: number) => `-# and ${count(n, 'more term', 'more terms')} in the list below`,
    open: 'Open the whole card',
  },
} as const;

export type Words = typeof en;
