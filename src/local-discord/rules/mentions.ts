import type { AllowedMentions } from './bodies.ts';
import type { Fault } from './errors.ts';

const LISTS = ['users', 'roles'] as const;

/** `parse` and a list of ids of the same kind exclude each other; an empty list does no harm. */
export function mentionFaults(mentions: AllowedMentions | null | undefined): Fault[] {
  const both = LISTS.filter((kind) => mentions?.parse?.includes(kind) && (mentions[kind]?.length ?? 0) > 0);
  return both.map((kind) => ({
    path: ['allowed_mentions'],
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
  }));
}
