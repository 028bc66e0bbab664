/** The admin's panel: what will happen next, what happened last, what lacks with its remedy, then the selects. */
import { actions } from '../actions.ts';
import {
  button,
  type Card,
  type Choice,
  card,
  channelSelect,
  type Modal,
  modal,
  roleSelect,
  row,
  rule,
  select,
  text,
} from '../card.ts';
import type { Access } from '../services.ts';
import type { Words } from '../words/index.ts';
import { plain } from './markdown.ts';

export type FailureReason = 'downtime' | 'forbidden' | 'gone' | 'no-question' | 'failed';

export type LastResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'posted' | 'late' | 'skipped'; readonly at: number }
  | {
      readonly kind: 'failed';
      readonly at: number;
      readonly why: FailureReason;
    };

/** One study channel as the panel tells it. */
export interface ChannelPlan {
  readonly channelId: string;
  /** Minutes since midnight, made readable: `09:00`. */
  readonly time: string;
  /** `Monday to Friday` */
  readonly days: string;
  /** The same as an admin would type it: `weekdays`. */
  readonly typedDays: string;
  readonly zone: string;
  readonly exam: string;
  readonly role: string | null;
  /** Null: with the next question. */
  readonly revealHours: number | null;
  readonly thread: boolean;
  /** UTC ms; null while paused. */
  readonly nextAt: number | null;
  readonly last: LastResult;
  readonly access: Access;
}

export interface SetupView {
  readonly plans: readonly ChannelPlan[];
  /** The channel whose settings the selects show. */
  readonly chosen: ChannelPlan | null;
  readonly exams: readonly Choice[];
  readonly days: readonly Choice[];
  readonly hours: readonly Choice[];
  readonly reveals: readonly Choice[];
  readonly notes: readonly string[];
}

/** Channels told in full; more are named in the select only. */
const PLANS_SHOWN = 5;

export function setupCard(words: Words, view: SetupView): Card {
  const { chosen, plans } = view;
  return card(
    plans.some(({ access }) => access.kind !== 'ok') ? 'warn' : 'calm',
    text(words.setup.title),
    view.notes.length > 0 && text(view.notes.join('\n')),
    plans.length === 0 && text(words.setup.nothing),
    plans.slice(0, PLANS_SHOWN).map((plan) => text(planText(words, plan))),
    rule(),
    row(
      channelSelect(
        actions.setupChannel.make({}),
        words.setup.channelsPlaceholder(plans.length),
        chosen?.channelId ?? null,
      ),
    ),
    chosen !== null && controls(words, view, chosen),
  );
}

function planText(words: Words, plan: ChannelPlan): string {
  const { setup } = words;
  const head =
    plan.nextAt === null
      ? setup.planPaused(plan.channelId)
      : setup.plan(
          setup.when(plan.days, plan.time),
          plan.channelId,
          words.zone(plan.zone),
          Math.floor(plan.nextAt / 1000),
        );
  const details = [
    setup.outline(plain(plan.exam)),
    setup.role(plan.role),
    setup.reveal(plan.revealHours),
    setup.thread(plan.thread),
  ];
  return [head, lastText(words, plan.last), accessText(words, plan), `-# ${details.join(' ')}`].join('\n');
}

function lastText(words: Words, last: LastResult): string {
  const { setup } = words;
  if (last.kind === 'none') return setup.last.none;
  const at = Math.floor(last.at / 1000);
  if (last.kind === 'failed') return setup.last.failed(at, setup.why[last.why]);
  return setup.last[last.kind](at);
}

function accessText({ setup }: Words, { access, channelId }: ChannelPlan): string {
  switch (access.kind) {
    case 'ok':
      return setup.ok;
    case 'gone':
      return setup.gone;
    case 'missing':
      return setup.missing(access.permissions, channelId);
  }
}

function controls(words: Words, view: SetupView, chosen: ChannelPlan) {
  const channel = { channel: chosen.channelId };
  const { setup } = words;
  return [
    row(select(actions.setupHour.make(channel), setup.timePlaceholder, view.hours)),
    row(select(actions.setupDays.make(channel), setup.daysPlaceholder, view.days)),
    row(select(actions.setupExam.make(channel), setup.examPlaceholder, view.exams)),
    row(select(actions.setupReveal.make(channel), setup.revealPlaceholder, view.reveals)),
    row(roleSelect(actions.setupRole.make(channel), setup.rolePlaceholder, chosen.role)),
    row(
      button(setup.buttons.post, actions.setupPost.make(channel), { style: 'primary' }),
      button(setup.buttons.time, actions.setupTimeForm.make(channel)),
      button(
        chosen.thread ? setup.buttons.threadOff : setup.buttons.threadOn,
        actions.setupThread.make({ ...channel, on: chosen.thread ? 'no' : 'yes' }),
      ),
      button(setup.buttons.remove, actions.setupRemove.make(channel), { style: 'danger' }),
    ),
  ];
}

export const SETUP_FIELDS = { time: 'time', zone: 'zone', days: 'days' } as const;

export function setupTimeModal(words: Words, plan: ChannelPlan): Modal {
  const { setup } = words;
  return modal(
    setup.modalTitle,
    actions.setupTime.make({ channel: plan.channelId }),
    {
      label: setup.modalTime,
      description: setup.modalTimeHint,
      customId: SETUP_FIELDS.time,
      max: 20,
      value: plan.time,
    },
    {
      label: setup.modalZone,
      description: setup.modalZoneHint,
      customId: SETUP_FIELDS.zone,
      max: 60,
      value: plan.zone,
    },
    {
      label: setup.modalDays,
      description: setup.modalDaysHint,
      customId: SETUP_FIELDS.days,
      max: 60,
      value: plan.typedDays,
    },
  );
}
