/** A member's own settings, and their data. */
import { ComponentType } from 'discord-api-types/v10';
import { actions } from '../actions.ts';
import { button, type Card, card, type Modal, modal, row, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';

export interface MeView {
  readonly zone: string;
  /** False while the server's zone is used. */
  readonly ownZone: boolean;
  /** The member's wall clock, `21:05`. */
  readonly wallClock: string;
  readonly exam: string;
  readonly ownExam: boolean;
  readonly exams: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
  readonly examDate: string | null;
  readonly onBoards: boolean;
  readonly progressOpen: boolean;
  /** What has just been done, said above the rest. */
  readonly notes: readonly string[];
}

export function meCard(words: Words, view: MeView): Card {
  const { buttons } = words.me;
  return card(
    'calm',
    view.notes.length > 0 && text(view.notes.join('\n')),
    text(
      [
        words.me.title,
        words.me.zone(words.zone(view.zone), view.wallClock, view.ownZone),
        words.me.exam(plain(view.exam), view.ownExam),
        words.me.examDate(view.examDate),
        words.me.board(view.onBoards),
        words.me.progressOpen(view.progressOpen),
      ].join('\n'),
    ),
    row(
      select(
        actions.meExam.make({}),
        words.me.examPlaceholder,
        view.exams.map(({ id, name, chosen }) => ({ label: name, value: id, chosen })),
      ),
    ),
    row(
      button(buttons.zone, actions.meForm.make({}), { style: 'primary' }),
      button(
        view.onBoards ? buttons.hide : buttons.show,
        actions.meBoards.make({ shown: view.onBoards ? 'no' : 'yes' }),
      ),
      button(
        view.progressOpen ? buttons.close : buttons.open,
        actions.meProgress.make({ open: view.progressOpen ? 'no' : 'yes' }),
      ),
    ),
    row(
      button(buttons.export, actions.meExport.make({})),
      button(buttons.delete, actions.meDelete.make({ step: 'ask' }), { style: 'danger' }),
    ),
  );
}

export const ME_FIELDS = { zone: 'zone', date: 'date' } as const;

export function meModal(words: Words, given: { zone: string; date: string }): Modal {
  return modal(
    words.me.modalTitle,
    actions.meSave.make({}),
    {
      label: words.me.modalZone,
      description: words.me.modalZoneHint,
      customId: ME_FIELDS.zone,
      required: false,
      max: 60,
      value: given.zone,
    },
    {
      label: words.me.modalDate,
      description: words.me.modalDateHint,
      customId: ME_FIELDS.date,
      required: false,
      max: 10,
      value: given.date,
    },
  );
}

export function exportCard(words: Words, data: Buffer): Card {
  const name = 'sensei-my-data.json';
  const shown = card('calm', text(words.me.exported));
  return {
    components: [...shown.components, { type: ComponentType.File, file: { url: `attachment://${name}` } }],
    files: [{ name, data, description: words.me.exportFile }],
  };
}

export function deleteCard(words: Words): Card {
  return card(
    'warn',
    text(words.me.deleteAsk),
    row(
      button(words.me.deleteYes, actions.meDelete.make({ step: 'yes' }), { style: 'danger' }),
      button(words.me.deleteNo, actions.meDelete.make({ step: 'no' })),
    ),
  );
}
