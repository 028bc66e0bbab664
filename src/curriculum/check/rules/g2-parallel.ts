import { type Rule, warning } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

interface Trait {
  readonly what: string;
  /** True or false for an option that has the trait or lacks it; null where it says nothing. */
  of(text: string): boolean | null;
}

const VERBS =
  /^(?:add|adjust|assign|boot|change|check|clean|clear|close|configure|connect|copy|create|delete|disable|disconnect|enable|exchange|increase|decrease|install|lower|map|mount|move|open|pair|ping|raise|reboot|reconnect|reinstall|remove|rename|replace|reseat|reset|restart|restore|run|set|swap|switch|turn|uninstall|unplug|update|upgrade|use)\b/i;

const TRAITS: readonly Trait[] = [
  { what: 'a final full stop', of: (text) => text.endsWith('.') },
  {
    what: 'a capital at the start',
    of: (text) => (/^[a-z]+\b(?![A-Z])/.test(text) ? false : /^[A-Z]/.test(text) ? true : null),
  },
  { what: 'an instruction as its first word', of: (text) => VERBS.test(text) },
  { what: 'a first word in -ing', of: (text) => /^[A-Z]?[a-z]{2,}ing\b/.test(text) },
  { what: 'a unit', of: (text) => (/^[\d.,]+/.test(text) ? /^[\d.,]+\s?[a-zµΩ%"]+/i.test(text) : null) },
];

/** Options of one kind, written one way: an odd one out draws the eye. */
export const g2Parallel: Rule = {
  id: 'G2',
  title: 'options are parallel',
  scope: 'item',
  allowance: THRESHOLDS.unparallelShare,
  check(item) {
    const texts = optionsOf(item).map(({ text }) => plain(text));
    const uneven = TRAITS.filter(
      ({ of }) => new Set(texts.map(of).filter((value) => value !== null)).size > 1,
    );
    return uneven
      .slice(0, 1)
      .map(({ what }) => warning(`only some options have ${what}`, 'write them all one way'));
  },
};
