/** Runs of words that a text shares with texts from elsewhere. */
import { wordsIn } from './text.ts';

export interface SourceText {
  /** As a finding names it: a file, a title. */
  readonly name: string;
  readonly text: string;
}

export interface SharedRun {
  readonly source: string;
  readonly words: number;
  readonly run: string;
}

/** Finds the longest run of words, longer than `most`, that a text has in common with one of the sources. */
export function copyFinder(sources: readonly SourceText[], most: number): (text: string) => SharedRun | null {
  const read = sources.map(({ name, text }) => ({ name, words: wordsIn(text) }));
  const places = new Map<string, { source: number; at: number }[]>();
  for (const [source, { words }] of read.entries()) {
    for (let at = 0; at + most < words.length; at++) {
      const key = words.slice(at, at + most + 1).join(' ');
      const held = places.get(key);
      if (held) held.push({ source, at });
      else places.set(key, [{ source, at }]);
    }
  }
  return (text) => {
    const own = wordsIn(text);
    let longest: SharedRun | null = null;
    for (let start = 0; start + most < own.length; start++) {
      for (const { source, at } of places.get(own.slice(start, start + most + 1).join(' ')) ?? []) {
        const from = read[source];
        const length = from ? sharedLength(own, start, from.words, at) : 0;
        if (from && length > (longest?.words ?? most))
          longest = { source: from.name, words: length, run: own.slice(start, start + length).join(' ') };
      }
    }
    return longest;
  };
}

function sharedLength(own: readonly string[], start: number, other: readonly string[], at: number): number {
  let length = 0;
  while (start + length < own.length && own[start + length] === other[at + length]) length++;
  return length;
}
