/** The only place that sends interaction responses: one awaited acknowledgement per path. */
import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Card } from './card.ts';
import type { Answer, Deferral } from './command.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** A card as the options of a create call; nobody is pinged but the role that the card names. */
export function messageOf(
  card: Card,
): Pick<InteractionReplyOptions, 'components' | 'files' | 'allowedMentions'> {
  return {
    components: [...card.components],
    files: (card.files ?? []).map((file) => ({
      attachment: file.data,
      name: file.name,
      description: file.description,
    })),
    allowedMentions: card.pingRole ? { roles: [card.pingRole] } : { parse: [] },
  };
}

type Updatable = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

function canUpdate(interaction: Answerable): interaction is Updatable {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

/** Acknowledges now, for an answer that comes later through `respond`. */
export async function defer(interaction: Answerable, how: Deferral): Promise<void> {
  if (how === 'update' && canUpdate(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply(how === 'private' ? { flags: MessageFlags.Ephemeral } : {});
}

export async function respond(interaction: Answerable, answer: Answer): Promise<void> {
  if (answer.kind === 'modal') return showModal(interaction, answer.modal);
  const message = messageOf(answer.card);
  const V2 = MessageFlags.IsComponentsV2;
  if (interaction.deferred && answer.kind === 'private' && !interaction.ephemeral)
    await whisperInstead(interaction, message);
  else if (interaction.deferred) await interaction.editReply({ ...message, flags: V2 });
  else if (interaction.replied)
    await interaction.followUp({ ...message, flags: V2 | MessageFlags.Ephemeral });
  else if (answer.kind === 'update' && canUpdate(interaction))
    await interaction.update({ ...message, flags: V2 });
  else if (answer.kind === 'public') await interaction.reply({ ...message, flags: V2 });
  else await interaction.reply({ ...message, flags: V2 | MessageFlags.Ephemeral });
}

/** A private line where something public was promised, or beside the message whose button was pressed. */
async function whisperInstead(interaction: Answerable, message: ReturnType<typeof messageOf>): Promise<void> {
  if (!interaction.isMessageComponent()) await interaction.deleteReply();
  await interaction.followUp({ ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
}

async function showModal(
  interaction: Answerable,
  modal: Extract<Answer, { kind: 'modal' }>['modal'],
): Promise<void> {
  if (interaction.isModalSubmit()) throw new TypeError('a modal cannot answer a modal');
  await interaction.showModal(modal);
}
