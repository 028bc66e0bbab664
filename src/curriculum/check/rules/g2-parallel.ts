import { type Rule, warning } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

interface Trait {
  readonly what: string;
  /** True or false for an option that has the trait or lacks it; null where it says nothing. */
  of(text: string): boolean | null;
}

const INSTRUCTION =
  /^(?:add|adjust|assign|change|check|clean|clear|configure|connect|create|delete|disable|disconnect|enable|install|move|open|reboot|reinstall|remove|replace|reseat|reset|restart|restore|run|set|swap|turn|uninstall|unplug|update|upgrade|use)\b/i;
const THING = /^(?:an?|the|no|one|two|its|his|her|their)\b/i;
const DOING = /^[a-z]{3,}ing\b/i;

const TRAITS: readonly Trait[] = [
  { what: 'a final full stop', of: (text) => text.endsWith('.') },
  { what: 'a capital at the start', of: startsWithCapital },
  { what: 'an instruction where others name a thing', of: (text) => either(text, INSTRUCTION, THING) },
  { what: 'a form in -ing where others instruct', of: (text) => either(text, DOING, INSTRUCTION) },
  { what: 'a unit', of: (text) => (/^[\d.,]+/.test(text) ? /^[\d.,]+\s?[a-zµΩ%"]+/i.test(text) : null) },
];

/** Names such as iSCSI begin small by right. */
function startsWithCapital(text: string): boolean | null {
  if (/^[a-z]+\b(?![A-Z])/.test(text)) return false;
  return /^[A-Z]/.test(text) ? true : null;
}

function either(text: string, yes: RegExp, no: RegExp): boolean | null {
  if (yes.test(text)) return true;
  return no.test(text) ? false : null;
}

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
