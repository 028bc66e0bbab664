/** Port numbers as people type them: `25`, `port 25`, `tcp 25`, `25/tcp`, `udp port 67-68`. */

export interface PortRange {
  readonly from: number;
  /** Equal to `from` for a single port. */
  readonly to: number;
  /** Null where a query leaves it open. */
  readonly transport: 'tcp' | 'udp' | null;
}

const HIGHEST_PORT = 65535;
const RANGE = /^(\d{1,5})(?:-(\d{1,5}))?$/;
const FILLER = new Set(['port', 'ports', 'number', 'no']);

/** What port a text names, or null where it says anything else. Reads `25/tcp` of the content as well. */
export function portsIn(text: string): PortRange | null {
  const words = text
    .toLowerCase()
    .replaceAll('–', '-')
    .split(/[\s/:,.#]+/)
    .filter((word) => word !== '');
  const rest = words.filter((word) => !FILLER.has(word) && !isTransport(word));
  const match = RANGE.exec(rest[0] ?? '');
  if (rest.length !== 1 || !match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from > to || to > HIGHEST_PORT) return null;
  return { from, to, transport: words.find(isTransport) ?? null };
}

function isTransport(word: string): word is 'tcp' | 'udp' {
  return word === 'tcp' || word === 'udp';
}

/** Whether a term's own ports hold all that a query asks for. */
export function holds(own: PortRange, asked: PortRange): boolean {
  const transport = asked.transport === null || asked.transport === own.transport;
  return transport && own.from <= asked.from && asked.to <= own.to;
}
