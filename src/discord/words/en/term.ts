/** Terms and guides. */
import { count } from './plural.ts';

export const termWords = {
  term: {
    port: (ports: readonly string[]) => `**${ports.length === 1 ? 'Port' : 'Ports'}** ${ports.join(' · ')}`,
    number: (what: string, value: string) => `${what}: **${value}**`,
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

  explain: {
    none: 'I found no glossary term in this message. `/term` looks one up by name, acronym or port.',
    head: (n: number) => `**${count(n, 'term', 'terms')} in this message**`,
    more: (n: number) => `-# and ${count(n, 'more term', 'more terms')} in the list below`,
    open: 'Open the whole card',
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
} as const;
