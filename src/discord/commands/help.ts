import { actions } from '../actions.ts';
import { type Context, chatCommand, on } from '../command.ts';
import { helpCard } from '../views/help.ts';

export const help = chatCommand({
  definition: { name: 'help', description: 'What can I do here?' },
  run: (context) => ({ kind: 'private', card: card(context) }),
  actions: [on(actions.helpShow, (context) => ({ kind: 'private', card: card(context) }))],
});

function card({ services, words, guildId, isAdmin }: Context) {
  const { curriculum, store } = services;
  const channels = guildId === null ? [] : store.studyChannels(guildId);
  const next = channels.flatMap(({ nextDueAt, paused }) => (nextDueAt === null || paused ? [] : [nextDueAt]));
  return helpCard(words, {
    isAdmin,
    nextDaily: next.length === 0 ? null : Math.min(...next),
    library: {
      terms: curriculum.terms.size,
      questions: curriculum.items.size,
      packs: curriculum.packs.map(({ name }) => name),
    },
  });
}
