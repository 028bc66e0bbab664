import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Term } from '../../curriculum/index.ts';
import { actions } from '../actions.ts';
import { type Answer, type Context, chatCommand, on } from '../command.ts';
import { UserError } from '../errors.ts';
import { startQuiz } from '../quiz-flow.ts';
import { noticeCard } from '../views/notice.ts';
import { termCard } from '../views/term.ts';
import { chooseTermCard, keptCard, noTermCard } from '../views/term-choice.ts';

const QUERY_MAX_LENGTH = 100;
/** "Test me" asks as many as `/quiz` does by default. */
const TEST_SIZE = 10;

type Audience = 'public' | 'private';

export const term = chatCommand({
  definition: {
    name: 'term',
    description: 'Look a term up: what it is, how to remember it, how the exam asks it',
    options: [
      {
        name: 'query',
        description: 'A term, an acronym, its expansion or a port, such as "smtp" or "port 25"',
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: QUERY_MAX_LENGTH,
        autocomplete: true,
      },
      {
        name: 'share',
        description: 'Show the card to everybody here (yes unless you say no)',
        type: ApplicationCommandOptionType.Boolean,
      },
    ],
  },

  run(context, { query, share }) {
    return lookUp(context, query, share === false ? 'private' : 'public');
  },

  autocomplete({ services }, { value }) {
    return services.terms.suggest(value).map((found) => ({ name: suggestionOf(found), value: found.id }));
  },

  actions: [
    on(actions.termSection, (context, { owner, term: id, open }) => {
      const shown = termOf(context, id);
      const mine = owner === context.user.id;
      const view = { term: shown, open: open === 'none' ? null : open, owner: context.user.id };
      const card = termCard(context.words, context.services.curriculum, view);
      return { kind: mine ? 'update' : 'private', card };
    }),
    on(actions.termChoose, (context, { where }, { values }) =>
      show(context, termOf(context, values[0] ?? ''), where),
    ),
    on(actions.termOpen, (context, { term: id }) => show(context, termOf(context, id), 'private')),
    on(actions.termTest, (context, { term: id }) => {
      const { name } = termOf(context, id);
      const started = startQuiz(context, {
        topic: { kind: 'term', term: id },
        size: TEST_SIZE,
        difficulty: null,
      });
      if (started === null) throw new UserError(context.words.term.noQuestions(name));
      return { kind: 'private', card: started };
    }),
    on(actions.termKeep, (context, { term: id }) => {
      const kept = termOf(context, id);
      context.services.store.keepTerm(context.user.id, kept.id, context.at);
      return { kind: 'private', card: keptCard(context.words, kept) };
    }),
    on(actions.termForget, (context, { term: id }) => {
      const { name } = termOf(context, id);
      context.services.store.unkeepTerm(context.user.id, id);
      return {
        kind: 'update',
        card: noticeCard(context.words, { line: context.words.term.forgotten(name) }),
      };
    }),
  ],
});

/** `SMTP · Simple Mail Transfer Protocol`, within the 100 characters of a choice. */
function suggestionOf({ name, expansion }: Term): string {
  const whole = expansion ? `${name} · ${expansion}` : name;
  return whole.length <= 100 ? whole : `${whole.slice(0, 99)}…`;
}

function termOf({ services, words }: Context, id: string): Term {
  const found = services.curriculum.terms.get(id);
  if (!found) throw new UserError(words.term.gone);
  return found;
}

function show(context: Context, shown: Term, audience: Audience): Answer {
  const view = { term: shown, open: null, owner: context.user.id };
  return { kind: audience, card: termCard(context.words, context.services.curriculum, view) };
}

function lookUp(context: Context, query: string, audience: Audience): Answer {
  const { services, words } = context;
  if (services.curriculum.terms.size === 0) throw new UserError(words.term.noneAtAll);
  if (query.trim() === '') throw new UserError(words.term.empty);
  const picked = services.curriculum.terms.get(query);
  if (picked) return show(context, picked, audience);
  const found = services.terms.find(query);
  const [first] = found.terms;
  if (found.kind === 'exact' && first) return show(context, first.term, audience);
  const terms = found.terms.map((match) => match.term);
  if (found.kind === 'none' || !first) {
    services.store.recordWish({ query, guildId: context.guildId, at: context.at });
    return { kind: 'private', card: noTermCard(words, query, terms.slice(0, 3)) };
  }
  if (terms.length === 1) return show(context, first.term, audience);
  return { kind: 'private', card: chooseTermCard(words, query, terms, audience) };
}
