import { type Html, html } from './html.ts';

/** Dark enough for white initials on top at a contrast of at least 4.5 to 1. */
const COLOURS = [
  '#4752c4',
  '#9c3d74',
  '#1a7a4c',
  '#a5500f',
  '#8038ad',
  '#0e7490',
  '#b03040',
  '#5b6220',
] as const;

/** A small stable hash: the same name has the same colour on every machine. */
function colourOf(name: string): string {
  let sum = 6;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}

function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '?')][0]?.toUpperCase() ?? '?').join('');
}

/** A round picture with the initials of a name; decoration, since the name always stands beside it. */
export function avatar(name: string, size = 40): Html {
  return html`<svg class="avatar" width="${size}" height="${size}" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="20" fill="${colourOf(name)}"/><text x="20" y="21" fill="#fff" font-size="15" font-weight="600" text-anchor="middle" dominant-baseline="middle">${initialsOf(name)}</text></svg>`;
}
