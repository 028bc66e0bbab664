import { type Rule, warning } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const VAGUE =
  /\b(?:frequently|occasionally|rarely|seldom|sometimes|usually|regularly|periodically|infrequently|generally|nearly|more or less|somewhat|partly|often)\b/i;

/** Words of vague frequency mean something else to every reader. */
export const v1VagueWords: Rule = {
  id: 'V1',
  title: 'no vague frequency in options',
  scope: 'item',
  allowance: THRESHOLDS.vagueShare,
  check(item) {
    const vague = optionsOf(item).flatMap(({ text }) => VAGUE.exec(plain(text)) ?? []);
    return vague
      .slice(0, 1)
      .map((word) => warning(`an option says "${word}"`, 'give a number or leave the word out'));
  },
};
