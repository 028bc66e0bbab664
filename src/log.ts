/** Structured logs (JSON lines on standard error), in which no token ever stands. */
import { type Logger, pino, stdSerializers } from 'pino';

/** Interaction and webhook tokens travel in the paths that Discord's errors quote. */
const TOKEN_IN_PATH = /(\/(?:interactions|webhooks)\/\d{15,21}\/)[\w%.-]+/g;
/** A bot token by its shape, should one appear from elsewhere. */
const BOT_TOKEN = /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g;

/** The line with every token in it replaced. `secrets` are exact strings, such as the configured bot token. */
export function withoutTokens(line: string, secrets: readonly string[]): string {
  let clean = line.replace(TOKEN_IN_PATH, '$1[token]').replace(BOT_TOKEN, '[token]');
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '[token]');
  return clean;
}

/** discord.js's errors carry the request's body: whole cards, with what a member answered. */
function withoutBody(error: Error): object {
  const { requestBody: _, ...kept } = stdSerializers.err(error) as ReturnType<typeof stdSerializers.err> & {
    requestBody?: unknown;
  };
  return kept;
}

export function createLog(
  level: string,
  secrets: readonly string[],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Logger {
  // The whole line is cleaned, not chosen fields: an error's message, stack and URL all may quote a token.
  return pino(
    { level, base: null, serializers: { err: withoutBody } },
    { write: (line: string) => write(withoutTokens(line, secrets)) },
  );
}
