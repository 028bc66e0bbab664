import { ApplicationCommandOptionType, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { parseWallTime } from '../../calendar/wall-time.ts';
import { parseWeekdays } from '../../calendar/weekdays.ts';
import { parseZone } from '../../calendar/zones.ts';
import type { ChannelSettings } from '../../store/index.ts';
import { actions } from '../actions.ts';
import { type Answer, type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { planOf, settingsOf, setupPanel } from '../setup-panel.ts';
import { suggestExams, suggestZones } from '../suggestions.ts';
import { SETUP_FIELDS, setupTimeModal } from '../views/setup.ts';

export const setup = chatCommand({
  definition: {
    name: 'setup',
    description: 'The daily question: where, when, which exam (Manage Server)',
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      {
        name: 'channel',
        description: 'The study channel',
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      },
      {
        name: 'time',
        description: 'Such as 09:00 or 9am',
        type: ApplicationCommandOptionType.String,
        max_length: 20,
      },
      {
        name: 'zone',
        description: 'Time zone: a city or an IANA name',
        type: ApplicationCommandOptionType.String,
        max_length: 60,
        autocomplete: true,
      },
      {
        name: 'days',
        description: 'daily, weekdays, weekends, or a list such as mon, wed, fri',
        type: ApplicationCommandOptionType.String,
        max_length: 60,
      },
      {
        name: 'exam',
        description: 'The exam outline',
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
      { name: 'role', description: 'The one role to mention', type: ApplicationCommandOptionType.Role },
    ],
  },

  run(context, args) {
    const guildId = adminGuild(context);
    const typed = [args.time, args.zone, args.days, args.exam, args.role].some(
      (value) => value !== undefined,
    );
    if (args.channel === undefined && !typed) return panel(context, shownChannel(context, guildId));
    const channelId = args.channel ?? meantChannel(context, guildId);
    if (channelId === null) throw new UserError(context.words.setup.whichChannel);
    // Everything is read before anything is kept.
    return save(context, channelId, readChanges(context, args));
  },

  autocomplete: (context, { name, value }) =>
    name === 'exam' ? suggestExams(context, value) : name === 'zone' ? suggestZones(context, value) : [],

  actions: [
    on(actions.setupChannel, (context, _, { values }) => {
      adminGuild(context);
      const [channelId] = values;
      if (channelId === undefined) return { kind: 'update', card: setupPanel(context, null, []) };
      if (context.services.store.studyChannel(channelId)) return updated(context, channelId);
      return save(context, channelId, {}, 'update');
    }),
    on(actions.setupHour, (context, { channel }, { values }) =>
      change(context, channel, () => minutesFrom(context, values[0])),
    ),
    on(actions.setupDays, (context, { channel }, { values }) =>
      change(context, channel, () => weekdaysFrom(values[0] ?? '')),
    ),
    on(actions.setupExam, (context, { channel }, { values }) =>
      change(context, channel, () => outlineFrom(context, values[0] ?? '')),
    ),
    on(actions.setupRole, (context, { channel }, { values }) =>
      change(context, channel, () => ({ roleId: values[0] ?? null })),
    ),
    on(actions.setupReveal, (context, { channel }, { values }) => {
      const hours = Number(values[0]);
      const revealRule = Number.isInteger(hours) && hours > 0 ? hours : 'next';
      return change(context, channel, () => ({ revealRule }));
    }),
    on(actions.setupThread, (context, { channel, on: wanted }) =>
      change(context, channel, () => ({ thread: wanted === 'yes' })),
    ),
    on(actions.setupTimeForm, (context, { channel }) => {
      adminGuild(context);
      const known = studyChannelOf(context, channel);
      return { kind: 'modal', modal: setupTimeModal(context.words, planOf(context, known)) };
    }),
    on(actions.setupTime, (context, { channel }, { fields }) => {
      const args = {
        time: fields.get(SETUP_FIELDS.time) ?? '',
        zone: fields.get(SETUP_FIELDS.zone) ?? '',
        days: fields.get(SETUP_FIELDS.days) ?? '',
      };
      return change(context, channel, () => readChanges(context, args));
    }),
    on(
      actions.setupPost,
      async (context, { channel }) => {
        adminGuild(context);
        studyChannelOf(context, channel);
        const outcome = await context.services.dailies.postNow(channel);
        return updated(context, channel, [context.words.setup.postOutcome[outcome](channel)]);
      },
      { defer: 'update' },
    ),
    on(actions.setupRemove, (context, { channel }) => {
      const guildId = adminGuild(context);
      studyChannelOf(context, channel);
      context.services.store.removeStudyChannel(channel, context.services.now());
      const next = shownChannel(context, guildId);
      return { kind: 'update', card: setupPanel(context, next, [context.words.setup.removed(channel)]) };
    }),
  ],
});

/** The guild, for its admins. Discord hides the command from others; a server may override that, so it is checked. */
function adminGuild({ guildId, isAdmin, words }: Context): string {
  if (guildId === null) throw new UserError(words.errors.guildOnly);
  if (!isAdmin) throw new UserError(words.errors.adminOnly);
  return guildId;
}

/** The study channel whose settings the panel shows first. */
function shownChannel(context: Context, guildId: string): string | null {
  return (
    meantChannel(context, guildId) ?? context.services.store.studyChannels(guildId)[0]?.channelId ?? null
  );
}

/** The study channel that is meant when none is named: this one, or the only one. */
function meantChannel({ services, channelId }: Context, guildId: string): string | null {
  const channels = services.store.studyChannels(guildId);
  const here = channels.find((channel) => channel.channelId === channelId);
  return (here ?? (channels.length === 1 ? channels[0] : undefined))?.channelId ?? null;
}

function studyChannelOf({ services, words, guildId }: Context, channelId: string) {
  const channel = services.store.studyChannel(channelId);
  if (!channel || channel.guildId !== guildId) throw new UserError(words.setup.noChannel);
  return channel;
}

type Changes = Partial<
  Pick<ChannelSettings, 'minutes' | 'weekdays' | 'zone' | 'outline' | 'roleId' | 'revealRule' | 'thread'>
>;

interface TypedArgs {
  readonly time?: string | undefined;
  readonly zone?: string | undefined;
  readonly days?: string | undefined;
  readonly exam?: string | undefined;
  readonly role?: string | undefined;
}

/** @throws UserError that says what could not be read and what to type instead. */
function readChanges(context: Context, { time, zone, days, exam, role }: TypedArgs): Changes {
  return {
    ...(time === undefined ? {} : timeFrom(time)),
    ...(zone === undefined ? {} : zoneFrom(context, zone)),
    ...(days === undefined ? {} : weekdaysFrom(days)),
    ...(exam === undefined ? {} : outlineFrom(context, exam)),
    ...(role === undefined ? {} : { roleId: role }),
  };
}

function timeFrom(text: string): Changes {
  const reading = parseWallTime(text);
  if (!reading.ok) throw new UserError(reading.hint);
  return { minutes: reading.minutes };
}

function zoneFrom({ words }: Context, text: string): Changes {
  const reading = parseZone(text);
  if (!reading.ok) throw new UserError(words.me.unknownZone(text, reading.hint));
  return { zone: reading.zone };
}

function weekdaysFrom(text: string): Changes {
  const reading = parseWeekdays(text);
  if (!reading.ok) throw new UserError(reading.hint);
  return { weekdays: reading.weekdays };
}

function outlineFrom({ services, words }: Context, id: string): Changes {
  if (!services.curriculum.outlines.has(id)) throw new UserError(words.setup.badExam(id));
  return { outline: id };
}

function minutesFrom({ words }: Context, value: string | undefined): Changes {
  const minutes = Number(value);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1439)
    throw new UserError(words.errors.deadButton);
  return { minutes };
}

/** A change from the panel's controls, by an admin of the channel's own guild; nothing is read for others. */
function change(context: Context, channelId: string, read: () => Changes): Answer {
  adminGuild(context);
  studyChannelOf(context, channelId);
  return save(context, channelId, read(), 'update');
}

function save(
  context: Context,
  channelId: string,
  changes: Changes,
  kind: 'private' | 'update' = 'private',
): Answer {
  const guildId = adminGuild(context);
  const { store, dailies, now } = context.services;
  const { zone, outline } = store.saveStudyChannel({
    ...settingsOf(context, guildId, channelId),
    ...changes,
    now: now(),
  });
  // The server's members live by its only study channel; with several, by what was chosen while there was one.
  if (store.studyChannels(guildId).length === 1) store.saveGuild({ guildId, zone, outline });
  dailies.nudge();
  return { kind, card: setupPanel(context, channelId, []) };
}

const updated = (context: Context, channelId: string, notes: readonly string[] = []): Answer => ({
  kind: 'update',
  card: setupPanel(context, channelId, notes),
});

const panel = (context: Context, channelId: string | null): Answer => ({
  kind: 'private',
  card: setupPanel(context, channelId, []),
});
