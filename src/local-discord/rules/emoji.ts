import type { Emoji } from './bodies.ts';
import type { Placed } from './components.ts';
import type { Fault, FieldPath } from './errors.ts';

/** One emoji, with or without its variation selector; digits, # and * count as emoji only as keycaps. */
const ONE_EMOJI = '^(?:\\p{RGI_Emoji}|[\\p{Emoji}--[0-9#*]]\\uFE0F?)$';
const EMOJI = new RegExp(ONE_EMOJI, 'v');

function emojiFault(emoji: Emoji | null | undefined, path: FieldPath): Fault[] {
  if (!emoji || emoji.id || EMOJI.test(emoji.name)) return [];
  // Discord names buttons here whatever the component is (discord/discord-api-docs#8071).
  return [
    { path: [...path, 'emoji', 'name'], code: 'BUTTON_COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' },
  ];
}

/** Emoji of buttons and of select options: `:tada:` and `★` are none. */
export function emojiFaults(all: readonly Placed[]): Fault[] {
  return all.flatMap(({ component, path }) => [
    ...emojiFault(component.emoji, path),
    ...(component.options ?? []).flatMap(({ emoji }, index) =>
      emojiFault(emoji, [...path, 'options', index]),
    ),
  ]);
}
