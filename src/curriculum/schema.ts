/**
 * The shape of what stands in `data/packs/<pack>/`. Every file is checked against these schemas when it is
 * loaded; unknown fields are refused, so that a misspelt name is an error and not a silent loss.
 */
import { z } from 'zod';

/** The kinds of items, in the assessment sense: how a response is given. */
export const ITEM_KINDS = ['single', 'multiple', 'order', 'match', 'categorize', 'number', 'panel'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** 1 recall in context, 2 apply, 3 diagnose among close candidates. */
export const DIFFICULTIES = [1, 2, 3] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const COGNITIVE_LEVELS = ['recall', 'apply', 'analyze'] as const;
export const GUIDE_KINDS = ['study-guide', 'exam-tips'] as const;

/** Lower-case words joined by hyphens; short, since an id travels in custom IDs of at most 100 characters. */
const Slug = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "smtp-relay"');
/** `<outline>/<objective>`, such as `220-1201/2.1`. */
const ObjectiveRef = z
  .string()
  .regex(/^[a-z0-9-]+\/\d+\.\d+$/, 'must be an outline and an objective, such as "220-1201/2.1"');
const Text = z.string().trim().min(1);
/** As a machine printed it: spaces at the beginning of a line are part of a table. */
const Printed = z
  .string()
  .overwrite((text) => text.trimEnd())
  .min(1);
/** `25/tcp`, `67/udp`, `20-21/tcp`. */
const Port = z
  .string()
  .regex(/^\d{1,5}(-\d{1,5})?\/(tcp|udp)$/, 'must be a port with its transport, such as "25/tcp"');

export const PackFile = z.strictObject({
  id: Slug,
  /** Prefix of every qualified id of this pack (`core1/smtp`); at most 12 characters. */
  key: Slug.max(12),
  name: Text,
  /** What a person reads in front of an outline code: `A+ Core 1`. */
  shortName: Text,
  language: z.string().default('en'),
  outlines: z
    .array(
      z.strictObject({
        id: Slug,
        name: Text,
        status: z.enum(['active', 'retired']),
        launched: z.iso.date().optional(),
        retired: z.iso.date().optional(),
        exam: z.strictObject({
          maxQuestions: z.int().positive(),
          minutes: z.int().positive(),
          passingScore: z.number(),
          scale: z.tuple([z.number(), z.number()]),
        }),
        domains: z.array(
          z.strictObject({
            id: z.string().regex(/^\d+\.0$/),
            name: Text,
            /** The domain's share of the exam, 0 to 1; the shares of an outline add up to 1. */
            weight: z.number().min(0).max(1),
            objectives: z.array(
              z.strictObject({
                id: z.string().regex(/^\d+\.\d+$/),
                title: Text,
                topics: z.array(Text).default([]),
              }),
            ),
          }),
        ),
      }),
    )
    .min(1),
  /** The outline that a server follows until its admin says otherwise. */
  defaultOutline: Slug,
  sources: z.array(Text).default([]),
});

/** A value that many entries use, said once with its source. */
export const FactEntry = z.strictObject({
  id: Slug,
  /** The term that it is a fact of. */
  subject: Slug,
  /** `Fewest disks`; equal to the `what` of the term's own `numbers`, where it stands there too. */
  what: Text,
  /** As it is written in texts: `587/tcp` for a port, `15.4`, `100`. */
  value: Text,
  /** `W`, `m`, `Gbit/s`; none for counts and ports. */
  unit: Text.optional(),
  source: z.array(Text).min(1),
});

export const TermEntry = z.strictObject({
  id: Slug,
  name: Text,
  expansion: Text.optional(),
  aliases: z.array(Text).default([]),
  category: Slug,
  objectives: z.array(ObjectiveRef).min(1),
  /** True for a term that explains the outline without being printed in it. */
  supplemental: z.boolean().default(false),
  ports: z.array(Port).default([]),
  numbers: z.array(z.strictObject({ what: Text, value: Text })).default([]),
  /** Facts that its texts state; the check compares. */
  facts: z.array(Slug).optional(),
  definition: Text,
  sensei: Text.max(200),
  keyConcepts: z.array(Text).min(4).max(6),
  onExam: z.array(Text).min(2).max(3),
  faqs: z
    .array(z.strictObject({ question: Text, answer: Text }))
    .min(2)
    .max(3),
  related: z.array(Slug).min(1).max(8),
  /** The related terms that learners mix up with this one; each is in `related` too. */
  confusable: z.array(Slug).default([]),
  guides: z.array(Slug).default([]),
  source: z.array(Text).min(1),
});

const Why = Text.min(30);
const Option = z.strictObject({ text: Text.max(100), correct: z.boolean().default(false), why: Why });

const itemBase = {
  id: Slug,
  /** Raised when the meaning changes; wording may be polished without. */
  revision: z.int().positive().default(1),
  /** Said by the revision that corrects a wrong key, so that old answers can be regraded. */
  corrects: z.strictObject({ revision: z.int().positive(), reason: Text }).optional(),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  level: z.enum(COGNITIVE_LEVELS),
  objectives: z.array(ObjectiveRef).min(1),
  terms: z.array(Slug).min(1).max(8),
  /** Facts that its texts state; the check compares. */
  facts: z.array(Slug).optional(),
  source: z.array(Text).min(1),
  stem: Text.max(900),
  /** What is shown in a code block: a command's output, a configuration. */
  exhibit: Printed.max(900).optional(),
};

export const ItemEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    ...itemBase,
    kind: z.literal('single'),
    /** True where the options have an order of their own (numbers, sizes) and are not shuffled. */
    ordered: z.boolean().default(false),
    options: z.array(Option).min(3).max(5),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('multiple'),
    ordered: z.boolean().default(false),
    options: z.array(Option).min(5).max(6),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('order'),
    steps: z.array(Text.max(100)).min(3).max(8),
    why: Why,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('match'),
    pairs: z
      .array(z.tuple([Text.max(100), Text.max(100)]))
      .min(3)
      .max(6),
    extras: z.array(Text.max(100)).default([]),
    why: Why,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('categorize'),
    buckets: z.array(Text.max(80)).min(2).max(5),
    items: z
      .array(z.tuple([Text.max(100), Text.max(80)]))
      .min(3)
      .max(8),
    why: Why,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('number'),
    /** Every response that counts as right, before normalization. */
    accept: z.array(Text).min(1),
    unit: Text.optional(),
    why: Why,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('panel'),
    fields: z
      .array(
        z.strictObject({
          label: Text.max(45),
          options: z.array(Text.max(100)).min(2).max(10),
          answer: Text.max(100),
        }),
      )
      .min(2)
      .max(5),
    why: Why,
  }),
]);

/** The YAML front matter of a guide; its body is Markdown. */
export const GuideFrontMatter = z.strictObject({
  id: Slug,
  title: Text.max(80),
  kind: z.enum(GUIDE_KINDS),
  /** Reading time. */
  minutes: z.int().min(1).max(30),
  /** Two sentences. */
  summary: Text.max(400),
  objectives: z.array(ObjectiveRef).default([]),
  terms: z.array(Slug).default([]),
});

export type PackFile = z.infer<typeof PackFile>;
export type FactEntry = z.infer<typeof FactEntry>;
export type TermEntry = z.infer<typeof TermEntry>;
export type ItemEntry = z.infer<typeof ItemEntry>;
export type GuideFrontMatter = z.infer<typeof GuideFrontMatter>;
