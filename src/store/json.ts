/** The JSON column for what was chosen: checked when it is read. */
import { z } from 'zod';
import type { Selection } from '../tutor/types.ts';

const SelectionColumn = z.array(z.int().min(0));

/** @throws ZodError when the column holds anything else: the database was changed by other hands. */
export function parseSelection(column: string): Selection {
  return SelectionColumn.parse(JSON.parse(column));
}

/** Ascending and without duplicates, so that equal selections are equal text. */
export function makeSelection(selection: Selection): string {
  return JSON.stringify([...new Set(selection)].sort((a, b) => a - b));
}
