export type { Words } from './en.ts';
export { en } from './en.ts';
