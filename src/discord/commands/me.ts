import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { makeWallTime } from '../../calendar/wall-time.ts';
import { parseZone } from '../../calendar/zones.ts';
import { type CivilDate, localDate, parseCivilDate } from '../../tutor/civil-date.ts';
import { actions } from '../actions.ts';
import { outlineOf, zoneOf } from '../asker.ts';
import { type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { suggestZones } from '../suggestions.ts';
import { examName } from '../topic-name.ts';
import { deleteCard, exportCard, ME_FIELDS, meCard, meModal } from '../views/me.ts';
import { noticeCard } from '../views/notice.ts';

export const me = chatCommand({
  definition: {
    name: 'me',
    description: 'Your time zone, exam, privacy and data',
    options: [
      {
        name: 'zone',
        description: 'Your time zone: a city or an IANA name',
        type: ApplicationCommandOptionType.String,
        max_length: 60,
        autocomplete: true,
      },
      {
        name: 'exam_date',
        description: 'The day of your exam, such as 2027-03-15; "none" removes it',
        type: ApplicationCommandOptionType.String,
        max_length: 10,
      },
    ],
  },

  run(context, { zone, exam_date }) {
    // Everything is checked before anything is kept.
    const newZone = zone === undefined ? null : readZone(context, zone);
    const newDate = exam_date === undefined ? null : readDate(context, exam_date);
    const notes = [
      ...(newZone === null ? [] : [setZone(context, newZone)]),
      ...(newDate === null ? [] : [setDate(context, newDate.date)]),
    ];
    return { kind: 'private', card: panel(context, notes) };
  },

  autocomplete: (context, { name, value }) => (name === 'zone' ? suggestZones(context, value) : []),

  actions: [
    on(actions.meForm, (context) => {
      const { zone, examDate } = context.services.store.member(context.user.id);
      return { kind: 'modal', modal: meModal(context.words, { zone: zone ?? '', date: examDate ?? '' }) };
    }),
    on(actions.meSave, (context, _, { fields }) => {
      const { zone: oldZone, examDate: oldDate } = context.services.store.member(context.user.id);
      const zoneText = (fields.get(ME_FIELDS.zone) ?? '').trim();
      const dateText = (fields.get(ME_FIELDS.date) ?? '').trim();
      const zone = zoneText === '' ? null : readZone(context, zoneText);
      const date =
        dateText === (oldDate ?? '') ? null : readDate(context, dateText === '' ? 'none' : dateText);
      const notes = [
        ...(zone === oldZone ? [] : [setZone(context, zone)]),
        ...(date === null ? [] : [setDate(context, date.date)]),
      ];
      return { kind: 'update', card: panel(context, notes) };
    }),
    on(actions.meExam, (context, _, { values }) => {
      const [outline = ''] = values;
      if (!context.services.curriculum.outlines.has(outline))
        throw new UserError(context.words.quiz.none.unknownExam(outline));
      context.services.store.setMemberOutline(context.user.id, outline);
      return { kind: 'update', card: panel(context, []) };
    }),
    on(actions.meBoards, (context, { shown }) => {
      context.services.store.setVisibility(context.user.id, { onBoards: shown === 'yes' });
      return { kind: 'update', card: panel(context, []) };
    }),
    on(actions.meProgress, (context, { open }) => {
      context.services.store.setVisibility(context.user.id, { progressOpen: open === 'yes' });
      return { kind: 'update', card: panel(context, []) };
    }),
    on(actions.meExport, (context) => {
      const data = context.services.store.exportMember(context.user.id);
      return {
        kind: 'private',
        card: exportCard(context.words, Buffer.from(`${JSON.stringify(data, null, 2)}\n`)),
      };
    }),
    on(actions.meDelete, (context, { step }) => {
      const { words, services, user } = context;
      if (step === 'ask') return { kind: 'private', card: deleteCard(words) };
      if (step === 'yes') services.store.deleteMember(user.id);
      const line = step === 'yes' ? words.me.deleted : words.me.keptData;
      return { kind: 'update', card: noticeCard(words, { line }) };
    }),
  ],
});

function readZone({ words }: Context, text: string): string {
  const reading = parseZone(text);
  if (!reading.ok) throw new UserError(words.me.unknownZone(text, reading.hint));
  return reading.zone;
}

/** A date still to come, or null for "none". */
function readDate(context: Context, text: string): { readonly date: CivilDate | null } {
  if (text.toLowerCase() === 'none') return { date: null };
  const date = parseCivilDate(text);
  if (date === null) throw new UserError(context.words.me.dateBad);
  if (date < localDate(context.at, zoneOf(context))) throw new UserError(context.words.me.datePast);
  return { date };
}

function setZone(context: Context, zone: string | null): string {
  const { services, user, at, words } = context;
  const outcome = services.store.setMemberZone({ userId: user.id, zone, at });
  if (outcome.kind === 'too-soon') throw new UserError(words.me.zoneSoon(Math.ceil(outcome.from / 1000)));
  return words.me.zoneSet(words.zone(zoneOf(context)));
}

function setDate({ services, user, words }: Context, date: CivilDate | null): string {
  services.store.setExamDate(user.id, date);
  return date === null ? words.me.dateCleared : words.me.dateSet(date);
}

function panel(context: Context, notes: readonly string[]) {
  const { services, words, user, at } = context;
  const { curriculum, store } = services;
  const member = store.member(user.id);
  const zone = zoneOf(context);
  const outline = outlineOf(context);
  return meCard(words, {
    zone,
    ownZone: member.zone !== null,
    wallClock: wallClock(at, zone),
    exam: examName(curriculum, outline.id),
    ownExam: member.outline !== null,
    exams: [...curriculum.outlines.keys()].map((id) => ({
      id,
      name: examName(curriculum, id),
      chosen: id === outline.id,
    })),
    examDate: member.examDate,
    onBoards: member.onBoards,
    progressOpen: member.progressOpen,
    notes,
  });
}

function wallClock(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const [hour = 0, minute = 0] = parts.format(at).split(':').map(Number);
  return makeWallTime(hour * 60 + minute);
}
