export { en, type Words } from './en/index.ts';
