import type { Curriculum, Pack } from './model.ts';

/** A pack, or the line that says why there is none. The only one needs no name. */
export function choosePack({ packs }: Curriculum, wanted: string | undefined): Pack | string {
  const ids = packs.map(({ id }) => id).join(', ');
  if (wanted === undefined) {
    const [only, ...others] = packs;
    if (only && others.length === 0) return only;
    return packs.length === 0 ? 'there is no pack' : `name one of the packs with --pack: ${ids}`;
  }
  return packs.find(({ id }) => id === wanted) ?? `there is no pack "${wanted}"; there is ${ids}`;
}
