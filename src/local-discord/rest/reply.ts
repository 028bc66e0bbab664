/** What a route answers, and the ways in which Discord says no. */
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { Refusal } from '../rules/index.ts';

/** An answer that says yes. Without a body it is 204. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * Whose fault a refusal is. `bot`: it could have known, so it is complained of. `circumstances`: a channel
 * was deleted, a right taken, a person left; it is only recorded.
 */
export type Fault = 'bot' | 'circumstances';

/** Ends the handling of a request with Discord's refusal; thrown in routes, caught by the server. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly fault: Fault;
  /** Seconds to wait, of refusals that are limits. */
  readonly retryAfterSeconds: number | null;

  constructor(refusal: Refusal, fault: Fault = 'bot', retryAfterSeconds: number | null = null) {
    super(refusal.body.message);
    this.refusal = refusal;
    this.fault = fault;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function refused(status: number, code: number, message: string, fault: Fault = 'bot') {
  return (): Refused => new Refused({ status, body: { code, message } }, fault);
}

/** Discord's refusals that depend on its state; those of form are in the rules. */
export const refuse = {
  unauthorized: refused(401, 0, '401: Unauthorized'),
  noUserAgent: refused(403, Code.CloudflareIsBlockingYourRequest, 'internal network error'),
  unknownRoute: refused(404, 0, '404: Not Found'),
  wrongMethod: refused(405, 0, '405: Method Not Allowed'),
  badJson: refused(400, Code.RequestBodyContainsInvalidJSON, 'The request body contains invalid JSON.'),
  tooLarge: refused(413, Code.RequestEntityTooLarge, 'Request entity too large'),
  unknownApplication: refused(404, Code.UnknownApplication, 'Unknown Application'),
  unknownChannel: refused(404, Code.UnknownChannel, 'Unknown Channel', 'circumstances'),
  unknownGuild: refused(404, Code.UnknownGuild, 'Unknown Guild', 'circumstances'),
  unknownMember: refused(404, Code.UnknownMember, 'Unknown Member', 'circumstances'),
  unknownMessage: refused(404, Code.UnknownMessage, 'Unknown Message', 'circumstances'),
  ephemeralByChannel: refused(404, Code.UnknownMessage, 'Unknown Message'),
  unknownUser: refused(404, Code.UnknownUser, 'Unknown User'),
  unknownWebhook: refused(404, Code.UnknownWebhook, 'Unknown Webhook'),
  unknownInteraction: refused(404, Code.UnknownInteraction, 'Unknown interaction'),
  unknownCommand: refused(404, Code.UnknownApplicationCommand, 'Unknown application command'),
  tooManyCreates: refused(
    400,
    Code.MaximumDailyApplicationCommandCreatesReached,
    'Max number of daily application command creates has been reached (200)',
  ),
  alreadyAcknowledged: refused(
    400,
    Code.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  ),
  invalidWebhookToken: refused(401, Code.InvalidWebhookToken, 'Invalid Webhook Token'),
  missingAccess: refused(403, Code.MissingAccess, 'Missing Access', 'circumstances'),
  missingPermissions: refused(403, Code.MissingPermissions, 'Missing Permissions', 'circumstances'),
  cannotDm: refused(
    403,
    Code.CannotSendMessagesToThisUser,
    'Cannot send messages to this user',
    'circumstances',
  ),
  notTheAuthor: refused(
    403,
    Code.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  ),
  emptyMessage: refused(400, Code.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  notATextChannel: refused(
    400,
    Code.CannotSendMessagesInNonTextChannel,
    'Cannot send messages in a non-text channel',
  ),
  wrongChannelType: refused(
    400,
    Code.CannotExecuteActionOnThisChannelType,
    'Cannot execute action on this channel type',
  ),
  threadExists: refused(
    400,
    Code.ThreadAlreadyCreatedForMessage,
    'A thread has already been created for this message',
  ),
  threadLocked: refused(400, Code.ThreadLocked, 'Thread is locked', 'circumstances'),
  threadArchived: refused(400, Code.InvalidActionOnArchivedThread, 'Thread is archived', 'circumstances'),
} as const;
