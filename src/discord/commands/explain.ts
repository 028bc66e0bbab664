import { ApplicationCommandType } from 'discord-api-types/v10';
import { findTermsIn } from '../../curriculum/index.ts';
import { messageCommand } from '../command.ts';
import { UserError } from '../errors.ts';
import { explainCard } from '../views/explain.ts';

/** In the message menu: the glossary terms of any message. Discord sends the text without a privileged intent. */
export const explain = messageCommand({
  definition: { name: 'Explain terms', type: ApplicationCommandType.Message },
  run({ services, words }, { text }) {
    const terms = findTermsIn(text, services.curriculum);
    if (terms.length === 0) throw new UserError(words.explain.none);
    return { kind: 'private', card: explainCard(words, terms) };
  },
});
