/** An entry's cards as markup, drawn by the renderer of the playground. */
import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Curriculum, Item, Term } from '../curriculum/index.ts';
import { TERM_SECTIONS } from '../discord/actions.ts';
import { type Card, LIMIT, textOf } from '../discord/card.ts';
import { cardsOf } from '../discord/card-limits.ts';
import { bareContext, renderMessage } from '../playground/index.ts';
import type { CardView } from './wire.ts';

type Entry = Parameters<typeof cardsOf>[1];

const QUESTION_CARDS = [
  'asked',
  'answered wrongly',
  'of the day',
  'of the day, answered',
  'of the day, revealed',
];

export function cardViews(curriculum: Curriculum, entry: Entry): CardView[] {
  const labels = entry.kind === 'term' ? ['as it opens', ...TERM_SECTIONS] : QUESTION_CARDS;
  const names = standIns(curriculum, entry.kind === 'term' ? entry.term : entry.item);
  return cardsOf(curriculum, entry).map((card, index) => ({
    label: labels[index] ?? `card ${index + 1}`,
    characters: textOf(card).length,
    most: LIMIT.cardText,
    html: renderMessage(messageOf(card, names), bareContext()).markup,
  }));
}

type StandIns = readonly (readonly [placeholder: string, name: string])[];

/** The cards are measured with names as long as they get, runs of x; here stand names as people see them. */
function standIns({ outlines, objectives, domains }: Curriculum, { objectives: own }: Term | Item): StandIns {
  const objective = own.flatMap((id) => objectives.get(id) ?? [])[0];
  const domain = objective ? domains.get(objective.domain) : undefined;
  const outline = objective ? outlines.get(objective.outline) : undefined;
  return [
    ['x'.repeat(90), objective ? `${objective.code} ${objective.title}` : (outline?.name ?? '')],
    ['x'.repeat(60), domain?.name ?? ''],
    ['x'.repeat(32), 'Noor'],
  ];
}

function messageOf({ components }: Card, names: StandIns): APIMessage {
  const json = names.reduce(
    (text, [placeholder, name]) => text.replaceAll(placeholder, JSON.stringify(name).slice(1, -1)),
    JSON.stringify(components),
  );
  return { ...EMPTY, timestamp: new Date().toISOString(), components: JSON.parse(json) };
}

const EMPTY: Omit<APIMessage, 'timestamp'> = {
  id: '1',
  channel_id: '1',
  author: { id: '1', username: 'Sensei', discriminator: '0', global_name: null, avatar: null, bot: true },
  content: '',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: MessageType.Default,
  flags: MessageFlags.IsComponentsV2,
};
