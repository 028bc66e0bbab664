/** From stored settings to what the admin's panel shows. */
import { makeWallTime } from '../calendar/wall-time.ts';
import { EVERY_DAY, makeWeekdays, WEEKEND, WORKDAYS } from '../calendar/weekdays.ts';
import type { ChannelSettings, StudyChannel } from '../store/index.ts';
import { guildZone } from './asker.ts';
import type { Card, Choice } from './card.ts';
import type { Context } from './command.ts';
import { UserError } from './errors.ts';
import { examName } from './topic-name.ts';
import { type ChannelPlan, type LastResult, setupCard } from './views/setup.ts';

/** A channel that is set up without a word gets its question at nine. */
const DEFAULT_MINUTES = 9 * 60;

/** The channel's settings as they are, or the defaults of a new one. */
export function settingsOf(
  context: Context,
  guildId: string,
  channelId: string,
): Omit<ChannelSettings, 'now'> {
  const known = context.services.store.studyChannel(channelId);
  if (known && known.guildId !== guildId) throw new UserError(context.words.setup.noChannel);
  if (known) {
    const { minutes, weekdays, zone, outline, roleId, revealRule, thread } = known;
    return { channelId, guildId, minutes, weekdays, zone, outline, roleId, revealRule, thread };
  }
  return {
    channelId,
    guildId,
    minutes: DEFAULT_MINUTES,
    weekdays: EVERY_DAY,
    zone: guildZone(context.services, guildId),
    outline: null,
    roleId: null,
    revealRule: 'next',
    thread: false,
  };
}

export function setupPanel(context: Context, chosenId: string | null, notes: readonly string[]): Card {
  const { services, words, guildId } = context;
  const channels = guildId === null ? [] : services.store.studyChannels(guildId);
  const chosen = channels.find(({ channelId }) => channelId === chosenId);
  const plans = inOrderOfCare(
    channels.map((channel) => planOf(context, channel)),
    chosenId,
  );
  return setupCard(words, {
    plans,
    chosen: chosen ? planOf(context, chosen) : null,
    exams: chosen ? examChoices(context, outlineOfChannel(context, chosen)) : [],
    days: chosen ? dayChoices(context, chosen) : [],
    hours: chosen ? hourChoices(chosen) : [],
    reveals: chosen ? revealChoices(context, chosen) : [],
    notes,
  });
}

/** The panel tells only some channels in full: the chosen one first, then those that lack something. */
function inOrderOfCare(plans: readonly ChannelPlan[], chosenId: string | null): ChannelPlan[] {
  const rank = ({ channelId, access }: ChannelPlan): number =>
    channelId === chosenId ? 0 : access.kind === 'ok' ? 2 : 1;
  return [...plans].sort((a, b) => rank(a) - rank(b));
}

export function planOf(context: Context, channel: StudyChannel): ChannelPlan {
  const { services } = context;
  const { channelId, zone, roleId, revealRule, thread, paused, nextDueAt } = channel;
  return {
    channelId,
    time: makeWallTime(channel.minutes),
    days: daysName(context, channel.weekdays),
    typedDays: makeWeekdays(channel.weekdays),
    zone,
    exam: examName(services.curriculum, outlineOfChannel(context, channel)),
    role: roleId,
    revealHours: revealRule === 'next' ? null : revealRule,
    thread,
    nextAt: paused ? null : nextDueAt,
    last: lastOf(channel),
    access: services.rooms.access(channelId, { thread }),
  };
}

function lastOf({ lastResult }: StudyChannel): LastResult {
  if (lastResult === null) return { kind: 'none' };
  const { kind, at, reason } = lastResult;
  return kind === 'failed' ? { kind, at, why: reason ?? 'failed' } : { kind, at };
}

function outlineOfChannel({ services }: Context, { outline, guildId }: StudyChannel): string {
  const { curriculum, store } = services;
  return outline ?? store.guild(guildId).outline ?? curriculum.packs[0]?.defaultOutline ?? '';
}

const PRESETS = [
  ['daily', EVERY_DAY],
  ['weekdays', WORKDAYS],
  ['weekends', WEEKEND],
] as const;

function daysName({ words }: Context, weekdays: number): string {
  const preset = PRESETS.find(([, set]) => set === weekdays);
  return preset ? words.setup.days[preset[0]] : makeWeekdays(weekdays);
}

function dayChoices({ words }: Context, { weekdays }: StudyChannel): Choice[] {
  const choices = PRESETS.map(
    ([name, set]): Choice => ({
      label: words.setup.days[name],
      value: name,
      chosen: set === weekdays,
    }),
  );
  if (choices.some(({ chosen }) => chosen)) return choices;
  const own = makeWeekdays(weekdays);
  return [...choices, { label: own, value: own, description: words.setup.days.own, chosen: true }];
}

function hourChoices({ minutes }: StudyChannel): Choice[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);
  const all = hours.includes(minutes) ? hours : [...hours, minutes].sort((a, b) => a - b);
  return all.map((value) => ({
    label: makeWallTime(value),
    value: String(value),
    chosen: value === minutes,
  }));
}

function examChoices({ services }: Context, chosen: string): Choice[] {
  return [...services.curriculum.outlines.keys()].map((id) => ({
    label: examName(services.curriculum, id),
    value: id,
    chosen: id === chosen,
  }));
}

function revealChoices({ words }: Context, { revealRule }: StudyChannel): Choice[] {
  const { revealOptions } = words.setup;
  const known: Choice[] = [
    { label: revealOptions.next, value: 'next', chosen: revealRule === 'next' },
    ...[12, 20].map((hours) => ({
      label: revealOptions.hours(hours),
      value: String(hours),
      chosen: revealRule === hours,
    })),
  ];
  return known;
}
