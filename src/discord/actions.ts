/** Every action that a button, select or modal can ask for. A changed field list is a new version. */
import { CONFIDENCES } from '../tutor/types.ts';
import { defineAction, int, key, oneOf, snowflake } from './custom-id.ts';

export const TERM_SECTIONS = ['exam', 'faqs', 'related', 'guides'] as const;
export type TermSection = (typeof TERM_SECTIONS)[number];

export const actions = {
  termSection: defineAction('term.section', 1, {
    owner: snowflake,
    term: key,
    open: oneOf('none', ...TERM_SECTIONS),
  }),
  /** A select of terms; `where` says whether the choice becomes a public card. */
  termChoose: defineAction('term.choose', 1, { where: oneOf('public', 'private') }),
  termOpen: defineAction('term.open', 1, { term: key }),
  termTest: defineAction('term.test', 1, { term: key }),
  termKeep: defineAction('term.keep', 1, { term: key }),
  termForget: defineAction('term.forget', 1, { term: key }),

  quizAnswer: defineAction('quiz.answer', 1, { session: key, position: int, shown: int }),
  quizSelect: defineAction('quiz.select', 1, { session: key, position: int }),
  quizSubmit: defineAction('quiz.submit', 1, { session: key, position: int }),
  quizSure: defineAction('quiz.sure', 1, { session: key, position: int, confidence: oneOf(...CONFIDENCES) }),
  /** To the question at `position`, or to the result when all are answered. */
  quizGo: defineAction('quiz.go', 1, { session: key }),
  quizLeave: defineAction('quiz.leave', 1, { session: key }),
  /** A new quiz; `topic` as `makeTopic` writes it; `size` 1–50; `difficulty` 0 for any; `outline` empty for the member's. */
  quizStart: defineAction('quiz.ask', 1, { topic: key, size: int, difficulty: int, outline: key }),
  quizMissed: defineAction('quiz.missed', 1, { session: key }),
  /** Closes the open session and starts what was asked for. */
  quizReplace: defineAction('quiz.new', 1, { topic: key, size: int, difficulty: int, outline: key }),

  report: defineAction('item.report', 1, { item: key, revision: int }),
  reportReason: defineAction('item.reason', 1, { item: key, revision: int }),

  dailyAnswer: defineAction('daily.answer', 1, { daily: int, shown: int }),

  progressShow: defineAction('progress.show', 1, {}),
  streakRepair: defineAction('progress.repair', 1, {}),
  streakWhy: defineAction('progress.why', 1, {}),

  helpShow: defineAction('help.show', 1, {}),

  meForm: defineAction('me.form', 1, {}),
  meSave: defineAction('me.save', 1, {}),
  meExam: defineAction('me.exam', 1, {}),
  meBoards: defineAction('me.boards', 1, { shown: oneOf('yes', 'no') }),
  meProgress: defineAction('me.progress', 1, { open: oneOf('yes', 'no') }),
  meExport: defineAction('me.export', 1, {}),
  meDelete: defineAction('me.delete', 1, { step: oneOf('ask', 'yes', 'no') }),

  setupChannel: defineAction('setup.channel', 1, {}),
  setupExam: defineAction('setup.exam', 1, { channel: snowflake }),
  setupDays: defineAction('setup.days', 1, { channel: snowflake }),
  setupRole: defineAction('setup.role', 1, { channel: snowflake }),
  setupReveal: defineAction('setup.reveal', 1, { channel: snowflake }),
  setupThread: defineAction('setup.thread', 1, { channel: snowflake, on: oneOf('yes', 'no') }),
  setupHour: defineAction('setup.hour', 1, { channel: snowflake }),
  setupTimeForm: defineAction('setup.timeform', 1, { channel: snowflake }),
  setupTime: defineAction('setup.time', 1, { channel: snowflake }),
  setupPost: defineAction('setup.post', 1, { channel: snowflake }),
  setupRemove: defineAction('setup.remove', 1, { channel: snowflake }),

  guideOpen: defineAction('guide.open', 1, { guide: key }),
  guideTurn: defineAction('guide.turn', 1, { guide: key, page: int }),
  guideChoose: defineAction('guide.choose', 1, {}),
};
