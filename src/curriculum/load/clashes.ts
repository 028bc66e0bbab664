/** What must be distinct or add up, within a pack and across packs. */
import type { Finding } from '../finding.ts';
import type { Place } from '../model.ts';
import type { PackFile } from '../schema.ts';
import type { Placed } from './entries.ts';

/** Shares are written with two or three decimals; what is left over is rounding of floating point. */
const WEIGHT_TOLERANCE = 0.001;

/** Entries of one kind whose id was taken by an earlier one. */
export function duplicateIds(kind: string, entries: readonly Placed<{ readonly id: string }>[]): Finding[] {
  const first = new Map<string, Place>();
  return entries.flatMap(({ entry: { id }, place }): Finding[] => {
    const taken = first.get(id);
    if (!taken) {
      first.set(id, place);
      return [];
    }
    const message = `the ${kind} id "${id}" is taken by ${taken.file}:${taken.line}`;
    return [
      { ...errorAt(place), rule: 'duplicate-id', id, message, advice: 'give one of the two another id' },
    ];
  });
}

/** A pack's own outlines: shares that add up, a default that exists, objectives numbered once. */
export function packProblems({ entry: pack, place }: Placed<PackFile>): Finding[] {
  const outlines = pack.outlines.flatMap((outline) => outlineProblems(outline, place));
  if (pack.outlines.some(({ id }) => id === pack.defaultOutline)) return outlines;
  const message = `defaultOutline "${pack.defaultOutline}" is not an outline of this pack`;
  const advice = `name one of ${pack.outlines.map(({ id }) => id).join(', ')}`;
  return [...outlines, { ...errorAt(place), rule: 'unknown-outline', message, advice }];
}

function outlineProblems({ id, domains }: PackFile['outlines'][number], place: Place): Finding[] {
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  const sound = Math.abs(sum - 1) <= WEIGHT_TOLERANCE;
  const message = `the weights of outline ${id} add up to ${sum.toFixed(3)}, not to 1`;
  const advice = 'write each domain\u2019s share as a number between 0 and 1, such as 0.23';
  const weights: Finding[] = sound ? [] : [{ ...errorAt(place), rule: 'weights', message, advice }];
  const codes = domains.flatMap((domain) => [
    domain.id,
    ...domain.objectives.map((objective) => objective.id),
  ]);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  const repeats = twice.map((code): Finding => {
    const repeat = `outline ${id} lists ${code} twice`;
    return {
      ...errorAt(place),
      rule: 'duplicate-id',
      message: repeat,
      advice: 'number each domain and objective once',
    };
  });
  return [...weights, ...repeats];
}

/** Packs that would fall over each other: one id, one key or one outline id used by two. */
export function packClashes(packs: readonly Placed<PackFile>[]): Finding[] {
  return [
    ...claimedTwice(packs, 'pack id', ({ id }) => [id]),
    ...claimedTwice(packs, 'pack key', ({ key }) => [key]),
    ...claimedTwice(packs, 'outline id', ({ outlines }) => outlines.map(({ id }) => id)),
  ];
}

function claimedTwice(
  packs: readonly Placed<PackFile>[],
  what: string,
  namesOf: (pack: PackFile) => readonly string[],
): Finding[] {
  const claims = new Map<string, Place>();
  const found: Finding[] = [];
  for (const { entry, place } of packs) {
    for (const name of namesOf(entry)) {
      const taken = claims.get(name);
      if (!taken) claims.set(name, place);
      else found.push(clash(what, name, place, taken));
    }
  }
  return found;
}

function clash(what: string, name: string, place: Place, taken: Place): Finding {
  const message = `the ${what} "${name}" is taken by ${taken.file}`;
  return { ...errorAt(place), rule: 'duplicate-id', message, advice: `give this pack another ${what}` };
}

function errorAt({ file, line }: Place): Pick<Finding, 'level' | 'file' | 'line'> {
  return { level: 'error', file, line };
}
