import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type PackLiteral, packFile, single, termEntry } from './curriculum-of.ts';

/** Paths below the content folder with what stands in them. */
export type Files = Readonly<Record<string, string>>;

/** Writes the files into a folder of their own, works on it, and removes it. */
export function withContent<T>(files: Files, work: (contentDir: string) => T): T {
  const contentDir = mkdtempSync(join(tmpdir(), 'sensei-content-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(contentDir, path)), { recursive: true });
      writeFileSync(join(contentDir, path), text);
    }
    return work(contentDir);
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }
}

/** A sound pack of two terms, a question and a guide, as an author would write it. */
export function packFiles(folder = 'tiny', pack: PackLiteral['pack'] = {}): Files {
  const outline = pack.outlines?.[0]?.id ?? 'tiny-1';
  const objectives = [`${outline}/1.1`];
  const terms = [
    termEntry({
      id: 'smtp',
      related: ['imap'],
      confusable: ['imap'],
      ports: ['25/tcp'],
      guides: ['mail'],
      objectives,
    }),
    termEntry({
      id: 'imap',
      // The question's other options, so that each short form in it is known.
      aliases: ['POP3', 'LDAP'],
      related: ['smtp'],
      confusable: ['smtp'],
      objectives,
      definition: READS,
    }),
  ];
  return {
    [`packs/${folder}/pack.yaml`]: stringify(packFile(pack)),
    [`packs/${folder}/terms/mail.yaml`]: stringify(terms),
    [`packs/${folder}/questions/mail.yaml`]: stringify([single({ objectives })]),
    [`packs/${folder}/guides/mail.md`]: GUIDE,
  };
}

const READS =
  'What a program speaks to read a mailbox that stays on its server, so that a phone and a laptop show the same letters.';

const GUIDE = `---
id: mail
title: Mail in five minutes
kind: study-guide
minutes: 5
summary: How mail travels. What each server does.
terms: [smtp]
---

# Mail

It travels by **SMTP**.
`;
