/** Environment → typed, checked configuration. A wrong value stops the start with one clear line each. */
import { z } from 'zod';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** An empty value in a `.env` file counts as not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const Environment = z.object({
  DISCORD_TOKEN: optional(
    z
      .string()
      .regex(/^\S{20,}$/, 'is not a bot token: copy it whole from the developer portal')
      .optional(),
  ),
  DISCORD_API_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional()),
  DATABASE_PATH: optional(z.string().optional()),
  CONTENT_DIR: optional(z.string().default('data')),
  LOG_LEVEL: optional(
    z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  ),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535')
      .optional(),
  ),
  BACKUP_DIR: optional(z.string().optional()),
});

export interface Config {
  /** Absent: the playground is served instead of Discord. */
  readonly token?: string;
  /** discord.js appends `/v10`. Absent: Discord's own. */
  readonly apiUrl?: string;
  /** Absent: `sensei.db`, or the playground's own. */
  readonly databasePath?: string;
  readonly contentDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly port?: number;
  readonly backupDir?: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line for each wrong variable; a value is never repeated, since it may be the token. */
  | { readonly ok: false; readonly problems: readonly string[] };

export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    };
  const { DISCORD_TOKEN, DISCORD_API_URL, DATABASE_PATH, PORT, BACKUP_DIR, ...rest } = parsed.data;
  return {
    ok: true,
    config: {
      contentDir: rest.CONTENT_DIR,
      logLevel: rest.LOG_LEVEL,
      ...(DISCORD_TOKEN === undefined ? {} : { token: DISCORD_TOKEN }),
      ...(DISCORD_API_URL === undefined ? {} : { apiUrl: DISCORD_API_URL }),
      ...(DATABASE_PATH === undefined ? {} : { databasePath: DATABASE_PATH }),
      ...(PORT === undefined ? {} : { port: PORT }),
      ...(BACKUP_DIR === undefined ? {} : { backupDir: BACKUP_DIR }),
    },
  };
}
