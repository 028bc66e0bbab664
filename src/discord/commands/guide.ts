import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Guide } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { clip } from '../card.ts';
import { type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { guideCard, guideListCard } from '../views/guide.ts';

export const guide = chatCommand({
  definition: {
    name: 'guide',
    description: 'Read a study guide or exam tips, a page at a time',
    options: [
      {
        name: 'topic',
        description: 'The guide to open; leave it out to see them all',
        type: ApplicationCommandOptionType.String,
        max_length: 100,
        autocomplete: true,
      },
    ],
  },

  run(context, { topic }) {
    const { curriculum } = context.services;
    if (curriculum.guides.size === 0) throw new UserError(context.words.guide.none);
    const [only] = topic ? guidesFor(context, topic) : [];
    const card = only ? guideCard(context.words, only, 0) : guideListCard(context.words, curriculum);
    return { kind: 'private', card };
  },

  autocomplete(context, { value }) {
    return guidesFor(context, value).map(({ id, title }) => ({ name: clip(title, 100), value: id }));
  },

  actions: [
    // Opened from another card, which stays; pages then turn in place.
    on(actions.guideOpen, (context, { guide: id }) => ({
      kind: 'private',
      card: guideCard(context.words, guideOf(context, id), 0),
    })),
    on(actions.guideTurn, (context, { guide: id, page }) => ({
      kind: 'update',
      card: guideCard(context.words, guideOf(context, id), page),
    })),
    on(actions.guideChoose, (context, _, { values }) => ({
      kind: 'update',
      card: guideCard(context.words, guideOf(context, values[0] ?? ''), 0),
    })),
  ],
});

/** By id, else by words of the title or summary. */
function guidesFor({ services }: Context, query: string): Guide[] {
  const exact = services.curriculum.guides.get(query);
  if (exact) return [exact];
  const words = query.toLowerCase().split(/\W+/).filter(Boolean);
  return [...services.curriculum.guides.values()].filter((guide) => {
    const text = `${guide.title} ${guide.summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function guideOf({ services, words }: Context, id: string): Guide {
  const found = services.curriculum.guides.get(id);
  if (!found) throw new UserError(words.guide.gone);
  return found;
}
