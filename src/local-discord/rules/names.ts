import type { Fault } from './errors.ts';

/** Names of slash commands and of their options, as the documentation gives it. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

interface Named {
  readonly name?: string | null | undefined;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
}

/** Letters which have a small form must be in it. */
const isName = (name: string): boolean => NAME.test(name) && name === name.toLowerCase();

/** Faults in the name and its translations; context-menu commands are not held to this. */
export function nameFaults({ name, name_localizations }: Named): Fault[] {
  const invalid = { code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
  const own = name && !isName(name) ? [{ ...invalid, path: ['name'] }] : [];
  const translated = Object.entries(name_localizations ?? {}).filter(([, text]) => !isName(text));
  return [...own, ...translated.map(([locale]) => ({ ...invalid, path: ['name_localizations', locale] }))];
}
