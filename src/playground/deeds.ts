/** What the page may ask for by POST: one entry a deed, its body checked before anything happens. */
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const name = z.string().min(1).max(120);
const optionValue = z.union([z.string().max(6000), z.number(), z.boolean()]);
const options = z.record(z.string().max(32), optionValue);
const customId = z.string().min(1).max(100);
const answer = z.union([z.string().max(4000), z.array(z.string().max(100)).max(25)]);

/** The bodies, by the last part of their path: `POST /api/press`. Every deed of a member names who it `as`. */
export const DEEDS = {
  say: z.object({ as: id, channelId: id, content: z.string().min(1).max(2000) }),
  command: z.object({ as: id, channelId: id, command: name, options }),
  autocomplete: z.object({ as: id, channelId: id, command: name, options, focused: z.string().max(32) }),
  press: z.object({ as: id, messageId: id, customId }),
  select: z.object({ as: id, messageId: id, customId, values: z.array(z.string().max(100)).max(25) }),
  submit: z.object({ as: id, modalId: z.string().max(40), values: z.record(customId, answer) }),
  menu: z.object({ as: id, messageId: id, command: name }),
  dismiss: z.object({ as: id, messageId: id }),
  clock: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('advance'), ms: z.number().int() }),
    z.object({ kind: z.literal('set'), at: z.number().int().min(0).max(8.64e15) }),
    z.object({ kind: z.literal('real') }),
  ]),
  action: z.object({ id: z.string().min(1).max(100) }),
} as const;

export type DeedName = keyof typeof DEEDS;
export type DeedBody<N extends DeedName> = z.infer<(typeof DEEDS)[N]>;

export const isDeed = (text: string): text is DeedName => Object.hasOwn(DEEDS, text);
