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
  /** Lines of level error and above. A test that expects one takes it out. */
  errors(): LogLine[];
  /** Takes the expected lines out, and returns them. */
  expectErrors(message: string): LogLine[];
}

const ERROR_LEVEL = 50;

export function keepLog(): KeptLog {
  let lines: LogLine[] = [];
  const log = createLog('debug', [], (line) => lines.push(JSON.parse(line) as LogLine));
  return {
    log,
    get lines() {
      return lines;
    },
    errors: () => lines.filter(({ level }) => level >= ERROR_LEVEL),
    expectErrors(message) {
      const isIt = ({ level, msg }: LogLine) => level >= ERROR_LEVEL && msg === message;
      const taken = lines.filter(isIt);
      lines = lines.filter((line) => !isIt(line));
      return taken;
    },
  };
}
