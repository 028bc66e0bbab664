/** Application commands, global and of one guild. */
import { ApplicationIntegrationType, ApplicationCommandType as Type } from 'discord-api-types/v10';
import { checkRequest } from '../rules/index.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, Command } from '../world/records.ts';
import type { Call, Handler } from './call.ts';
import { guildOf } from './call.ts';
import { Refused, refuse } from './reply.ts';

/** New commands that an application may make in a day, for each guild and globally. */
const CREATES_PER_DAY = 200;
const DAY_MS = 86_400_000;

type CommandBody = Partial<Command> & Pick<Command, 'name'>;

interface Scope {
  readonly application: ApplicationRecord;
  readonly guildId: Snowflake | null;
}

function scopeOf(call: Call): Scope {
  const { me, param, route } = call;
  if (param('application_id') !== me.id) throw refuse.missingAccess();
  return { application: me, guildId: route.includes('{guild_id}') ? guildOf(call).id : null };
}

const inScope = ({ application, guildId }: Scope): Command[] =>
  application.commands.filter((command) => (command.guild_id ?? null) === guildId);

const isSame = (a: { name: string; type?: Type }, b: { name: string; type?: Type }): boolean =>
  a.name === b.name && (a.type ?? Type.ChatInput) === (b.type ?? Type.ChatInput);

/** Counts new commands against the day's limit. */
function countCreates({ world }: Call, { application, guildId }: Scope, count: number): void {
  const now = world.clock.now();
  const scope = guildId ?? 'global';
  const recent = application.commandCreations.filter(({ at }) => at > now - DAY_MS);
  if (recent.filter((each) => each.scope === scope).length + count > CREATES_PER_DAY)
    throw refuse.tooManyCreates();
  const created = Array.from({ length: count }, () => ({ scope, at: now }));
  application.commandCreations = [...recent, ...created];
}

function build(
  { world }: Call,
  { application, guildId }: Scope,
  body: CommandBody,
  existing?: Command,
): Command {
  const wherever = {
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? GUILD_INSTALL,
  };
  return {
    id: existing?.id ?? world.newId(),
    application_id: application.id,
    version: world.newId(),
    type: body.type ?? Type.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    ...(body.options ? { options: body.options } : {}),
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: body.nsfw ?? false,
    ...(guildId === null ? wherever : { guild_id: guildId }),
  };
}

const GUILD_INSTALL = [ApplicationIntegrationType.GuildInstall];

/** As GET lists it: dictionaries of translations only when asked for. */
function listed(command: Command, withLocalizations: boolean): object {
  if (withLocalizations) return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

function keep(scope: Scope, commands: Command[]): void {
  const others = scope.application.commands.filter((command) => (command.guild_id ?? null) !== scope.guildId);
  scope.application.commands = [...others, ...commands];
}

function tell({ world }: Call, { application, guildId }: Scope): void {
  world.emit({ kind: 'commands', change: 'updated', guildId, id: application.id });
}

function commandOf(call: Call, scope: Scope): Command {
  const found = inScope(scope).find(({ id }) => id === call.param('command_id'));
  if (!found) throw refuse.unknownCommand();
  return found;
}

export const listCommands: Handler = (call) => {
  const withLocalizations = call.query.with_localizations === 'true';
  return { status: 200, body: inScope(scopeOf(call)).map((command) => listed(command, withLocalizations)) };
};

export const getCommand: Handler = (call) => ({ status: 200, body: commandOf(call, scopeOf(call)) });

/** Replaces all commands of the scope; those with an unchanged name keep their id and cost no creation. */
export const replaceCommands: Handler = (call) => {
  const scope = scopeOf(call);
  const before = inScope(scope);
  const bodies = call.body as readonly CommandBody[];
  countCreates(call, scope, bodies.filter((body) => !before.some((command) => isSame(command, body))).length);
  const commands = bodies.map((body) =>
    build(
      call,
      scope,
      body,
      before.find((command) => isSame(command, body)),
    ),
  );
  keep(scope, commands);
  tell(call, scope);
  return { status: 200, body: commands };
};

/** Makes a command, or replaces the one with its name. */
export const createCommand: Handler = (call) => {
  const scope = scopeOf(call);
  const body = call.body as CommandBody;
  const existing = inScope(scope).find((command) => isSame(command, body));
  if (!existing) countCreates(call, scope, 1);
  const command = build(call, scope, body, existing);
  keep(scope, [...inScope(scope).filter(({ id }) => id !== command.id), command]);
  tell(call, scope);
  return { status: existing ? 200 : 201, body: command };
};

export const editCommand: Handler = (call) => {
  const scope = scopeOf(call);
  const before = commandOf(call, scope);
  const refusal = checkRequest(call.route, call.body, call.query, { commandType: before.type });
  if (refusal) throw new Refused(refusal);
  const command = build(call, scope, { ...before, ...(call.body as CommandBody) }, before);
  keep(
    scope,
    inScope(scope).map((each) => (each.id === command.id ? command : each)),
  );
  tell(call, scope);
  return { status: 200, body: command };
};

export const deleteCommand: Handler = (call) => {
  const scope = scopeOf(call);
  const { id } = commandOf(call, scope);
  keep(
    scope,
    inScope(scope).filter((command) => command.id !== id),
  );
  tell(call, scope);
  return { status: 204 };
};
