import type { WireCommand } from '../wire.ts';

/**
 * The slash commands for what stands after the slash: names that begin with it first, then names that
 * contain it, then descriptions that do.
 */
export function matchCommands(commands: readonly WireCommand[], typed: string): readonly WireCommand[] {
  const text = typed.trim().toLowerCase();
  const rank = ({ name, description }: WireCommand): number => {
    if (name.startsWith(text)) return 0;
    if (name.includes(text)) return 1;
    return description.toLowerCase().includes(text) ? 2 : 3;
  };
  return commands
    .filter((command) => command.kind === 'slash' && rank(command) < 3)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** A command typed out to its end and beyond: `term ` or `term smtp`. The longest name wins. */
export function typedOut(
  commands: readonly WireCommand[],
  typed: string,
): { readonly command: WireCommand; readonly rest: string } | null {
  const fitting = commands
    .filter(({ kind, name }) => kind === 'slash' && typed.toLowerCase().startsWith(`${name} `))
    .sort((one, other) => other.name.length - one.name.length);
  const command = fitting[0];
  return command ? { command, rest: typed.slice(command.name.length + 1).trim() } : null;
}
