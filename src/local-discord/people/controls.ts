/** Using the controls of a message: buttons, selects, and what a changed client can send. */
import { ButtonStyle, ComponentType, InteractionType } from 'discord-api-types/v10';
import { type Component, findByCustomId } from '../messages/components.ts';
import type { Snowflake } from '../snowflake.ts';
import type { ApplicationRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Actor } from './actor.ts';
import { checkValues, resolvedValues } from './forms.ts';
import type { Outcome } from './outcome.ts';

/** Styles whose press tells no bot: links and premium buttons. */
const SILENT: readonly (number | undefined)[] = [ButtonStyle.Link, ButtonStyle.Premium];

function applicationOf(world: World, { message }: MessageRecord): ApplicationRecord {
  const application = [...world.applications.values()].find(({ botId }) => botId === message.author.id);
  if (!application) throw new Error('the message is not of a bot');
  return application;
}

/** The control, which must be there and enabled. */
function controlOf({ message }: MessageRecord, customId: string): Component {
  const component = findByCustomId((message.components ?? []) as unknown as readonly Component[], customId);
  if (!component) throw new Error(`the message has no control ${customId}`);
  if (component.disabled) throw new Error(`the control ${customId} is disabled`);
  return component;
}

async function interact(actor: Actor, record: MessageRecord, data: object): Promise<Outcome> {
  return actor.act({
    application: applicationOf(actor.world, record),
    channel: actor.channel(record.message.channel_id),
    type: InteractionType.MessageComponent,
    body: { data, message: record.message },
  });
}

/** @throws Error when there is no such button, or it is disabled */
export async function press(actor: Actor, messageId: Snowflake, customId: string): Promise<Outcome> {
  const record = actor.message(messageId);
  if (!record) return actor.nothing();
  const { type, style, id } = controlOf(record, customId);
  if (type !== ComponentType.Button || SILENT.includes(style))
    throw new Error(`${customId} is no button to press`);
  return interact(actor, record, { component_type: type, custom_id: customId, id });
}

/** @throws Error when there is no such select, it is disabled, or does not offer these values */
export async function select(
  actor: Actor,
  messageId: Snowflake,
  customId: string,
  values: readonly string[],
): Promise<Outcome> {
  const record = actor.message(messageId);
  if (!record) return actor.nothing();
  const control = controlOf(record, customId);
  const { type, id } = control;
  if (type === ComponentType.Button) throw new Error(`${customId} is no select`);
  checkValues(control, values);
  const { world, user } = actor;
  const channel = actor.channel(record.message.channel_id);
  const setting = { world, channel, userId: user.id, botId: record.message.author.id };
  const resolved = resolvedValues(setting, [{ type, values }]);
  return interact(actor, record, {
    component_type: type,
    custom_id: customId,
    id,
    values,
    ...(resolved ? { resolved } : {}),
  });
}

/** Sends a custom ID that need not be on the message. */
export async function forge(
  actor: Actor,
  messageId: Snowflake,
  customId: string,
  values?: readonly string[],
): Promise<Outcome> {
  const record = actor.message(messageId);
  if (!record) return actor.nothing();
  const control = values
    ? { component_type: ComponentType.StringSelect, values }
    : { component_type: ComponentType.Button };
  return interact(actor, record, { ...control, custom_id: customId, id: 1 });
}
