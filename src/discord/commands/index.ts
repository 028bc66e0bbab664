/** Every command, listed once. */
import type { Command } from '../command.ts';
import { daily } from './daily.ts';
import { explain } from './explain.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { me } from './me.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { setup } from './setup.ts';
import { term } from './term.ts';

export const commands: readonly Command[] = [
  term,
  quiz,
  daily,
  progress,
  leaderboard,
  guide,
  me,
  setup,
  help,
  explain,
];
