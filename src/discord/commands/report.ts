import { actions } from '../actions.ts';
import { modal } from '../card.ts';
import { type ActionHandler, on } from '../command.ts';
import { noticeCard } from '../views/notice.ts';

const REASON = 'reason';
const REASON_MAX_LENGTH = 1_000;

/** ⚑ on every question: a doubtful one is pointed at, with a reason, for its authors. */
export const reportActions: readonly ActionHandler[] = [
  on(actions.report, ({ words }, place) => ({
    kind: 'modal',
    modal: modal(words.quiz.reportTitle, actions.reportReason.make(place), {
      label: words.quiz.reportWhat,
      description: words.quiz.reportHint,
      customId: REASON,
      long: true,
      max: REASON_MAX_LENGTH,
    }),
  })),
  on(actions.reportReason, ({ services, words, user, guildId, at }, { item, revision }, { fields }) => {
    const reason = (fields.get(REASON) ?? '').trim();
    services.store.reportItem({ userId: user.id, itemId: item, revision, reason, guildId, at });
    return { kind: 'private', card: noticeCard(words, { line: words.quiz.reported }) };
  }),
];
