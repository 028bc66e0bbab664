import { type Rule, warning } from '../rule.ts';
import { distractorsOf, keysOf, plain } from '../text.ts';
import { THRESHOLDS } from '../thresholds.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['increase', 'decrease'],
  ['enable', 'disable'],
  ['enabled', 'disabled'],
  ['upgrade', 'downgrade'],
  ['higher', 'lower'],
  ['longer', 'shorter'],
  ['faster', 'slower'],
  ['install', 'uninstall'],
  ['connect', 'disconnect'],
  ['with', 'without'],
  ['raise', 'lower'],
  ['on', 'off'],
  ['encrypted', 'unencrypted'],
  ['public', 'private'],
  ['static', 'dynamic'],
  ['before', 'after'],
  ['local', 'remote'],
  ['too high', 'too low'],
  ['turn on', 'turn off'],
];

/** Of two options that are opposites, one is the key more often than not, and candidates know it. */
export const o2Opposites: Rule = {
  id: 'O2',
  title: 'the key has no exact opposite among the options',
  scope: 'item',
  allowance: THRESHOLDS.oppositeShare,
  check(item) {
    const others = new Set(distractorsOf(item).map(({ text }) => plain(text).toLowerCase()));
    const opposed = keysOf(item).filter(({ text }) =>
      oppositesOf(plain(text).toLowerCase()).some((text) => others.has(text)),
    );
    return opposed.map(({ text }) =>
      warning(`another option is the exact opposite of "${text}"`, 'replace one of the two'),
    );
  },
};

function oppositesOf(text: string): string[] {
  const turned = PAIRS.flatMap(([a, b]) => [swap(text, a, b), swap(text, b, a)]);
  return turned.filter((other) => other !== text);
}

function swap(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`\\b${from}\\b`), to);
}
