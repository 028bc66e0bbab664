import { nextOccurrence } from '../../../src/calendar/occurrence.ts';
import { openStore } from '../../../src/store/index.ts';

export const userId = '300000000000000009';
export const openAnywhere = (path: string) => openStore(path, { nextDue: nextOccurrence });
