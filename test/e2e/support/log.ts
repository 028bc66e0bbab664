/** A log that a test reads instead of a terminal. */
import type { Logger } from 'pino';
import { createLog } from '../../../src/log.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface KeptLog {
  readonly log: Logger;
  readonly lines: readonly LogLine[];
  /** Takes out the lines of level error and above, and returns them. */
  errors(): LogLine[];
  /** Takes the expected lines out, and returns them. */
  expectErrors(message: string): LogLine[];
}

const ERROR_LEVEL = 50;

export function keepLog(): KeptLog {
  let lines: LogLine[] = [];
  const log = createLog('debug', [], (line) => lines.push(JSON.parse(line) as LogLine));
  const take = (isWanted: (line: LogLine) => boolean): LogLine[] => {
    const taken = lines.filter(isWanted);
    lines = lines.filter((line) => !isWanted(line));
    return taken;
  };
  return {
    log,
    get lines() {
      return lines;
    },
    errors: () => take(({ level }) => level >= ERROR_LEVEL),
    expectErrors: (message) => take(({ level, msg }) => level >= ERROR_LEVEL && msg === message),
  };
}
