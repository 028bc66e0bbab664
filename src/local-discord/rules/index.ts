/**
 * The strictness of the local Discord: what it refuses, and in which words.
 * Pure functions of what a bot sends; the server around them keeps the state. So what needs state is not
 * judged here: permissions, whether ids exist, tokens and their age, what an edit leaves of the message.
 */
import { MessageFlags } from 'discord-api-types/v10';
import type { Callback, Command, MessageBody } from './bodies.ts';
import {
  type AnsweredInteraction,
  checkAnswerBody,
  checkAnswerType,
  type RequestContext,
} from './callback.ts';
import { type CommandScope, checkCommand, checkCommandEdit, checkCommands } from './command.ts';
import { invalidForm, type Refusal } from './errors.ts';
import { checkMessage, type MessageUse } from './message.ts';
import { bodyFaults, querySchemas, takesBody } from './openapi.ts';
import { checkQuery, type Query } from './query.ts';
import { CALLBACK_ROUTE, type RouteKey } from './routes.ts';

export { type AnsweredInteraction, allowedAnswers, type RequestContext } from './callback.ts';
export { type ErrorTree, type Fault, invalidForm, REFUSALS, type Refusal } from './errors.ts';
export { LIMITS } from './limits.ts';
export type { Query } from './query.ts';
export { type Allowed, type Limited, RateLimits } from './rate-limits.ts';
export { CALLBACK_ROUTE, ROUTES, type RouteKey, type SupportedRoute } from './routes.ts';

type BodyCheck = (body: unknown, context: RequestContext) => Refusal | null;

const message =
  (kind: MessageUse['kind'], byInteraction: boolean): BodyCheck =>
  (body, context) =>
    checkMessage(body as MessageBody, { kind, byInteraction, at: [], ...context });

const commandList =
  (scope: CommandScope): BodyCheck =>
  (body) =>
    checkCommands((body ?? []) as readonly Command[], scope);

const command =
  (scope: CommandScope): BodyCheck =>
  (body) =>
    checkCommand(body as Command, scope);

const commandEdit =
  (scope: CommandScope): BodyCheck =>
  (body, { commandType }) =>
    checkCommandEdit(body as Command, scope, commandType);

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** What is known of a route's body beyond its description. */
const BEYOND: ReadonlyMap<RouteKey, BodyCheck> = new Map([
  ['POST /channels/{channel_id}/messages', message('create', false)],
  ['PATCH /channels/{channel_id}/messages/{message_id}', message('edit', false)],
  [`POST ${WEBHOOK}`, message('create', true)],
  [`PATCH ${WEBHOOK}/messages/@original`, message('edit', true)],
  [`PATCH ${WEBHOOK}/messages/{message_id}`, message('edit', true)],
  [`PUT ${GLOBAL}`, commandList('global')],
  [`PUT ${GUILD}`, commandList('guild')],
  [`POST ${GLOBAL}`, command('global')],
  [`POST ${GUILD}`, command('guild')],
  [`PATCH ${GLOBAL}/{command_id}`, commandEdit('global')],
  [`PATCH ${GUILD}/{command_id}`, commandEdit('guild')],
  [CALLBACK_ROUTE, (body, context) => checkAnswerBody(body as Callback, context)],
]);

/**
 * What Discord answers to a request that it does not accept, or null when it does.
 * First the description speaks, then, of a well-formed body, the rules beyond it.
 * @param body the parsed JSON (of a multipart request: its payload_json); undefined when there is none
 * @throws RangeError for a route that is not in ROUTES
 */
export function checkRequest(
  route: RouteKey,
  body: unknown,
  query: Query = {},
  context: RequestContext = {},
): Refusal | null {
  const refused = checkQuery(query, querySchemas(route));
  if (refused || !takesBody(route)) return refused;
  const given = body === undefined ? {} : body;
  return invalidForm(bodyFaults(route, given)) ?? BEYOND.get(route)?.(given, context) ?? null;
}

/**
 * What Discord answers to a callback that it does not accept: the answer's type must fit the
 * interaction, then its body is checked as by {@link checkRequest}.
 */
export function checkCallback(
  callback: unknown,
  interaction: AnsweredInteraction,
  context: RequestContext = {},
): Refusal | null {
  const flags = interaction.targetMessage?.flags;
  const target =
    flags === undefined ? {} : { targetIsComponentsV2: (flags & MessageFlags.IsComponentsV2) !== 0 };
  return (
    checkAnswerType(callback, interaction) ??
    checkRequest(CALLBACK_ROUTE, callback, {}, { ...target, ...context })
  );
}
