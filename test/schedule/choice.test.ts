import { describe, expect, it } from 'vitest';
import type { Curriculum, Item, Outline } from '../../src/curriculum/model.ts';
import { createChooser } from '../../src/schedule/choice.ts';
import type { CivilDate } from '../../src/tutor/civil-date.ts';
import { CHANNEL, makeWorld, utc } from './world.ts';

function outline(id: string): Outline {
  const objective = {
    id: `${id}/1.1`,
    outline: id,
    domain: `${id}/1.0`,
    code: '1.1',
    title: 'One',
    topics: [],
  };
  return {
    id,
    pack: 'pack',
    name: id,
    status: 'active',
    exam: { maxQuestions: 90, minutes: 90, passingScore: 675, scale: [100, 900] },
    domains: [{ id: `${id}/1.0`, code: '1.0', name: 'All', weight: 1, objectives: [objective] }],
  };
}

function item(id: string, outlineId: string): Item {
  const option = (text: string, correct: boolean) => ({
    text,
    correct,
    why: 'A reason that is long enough to pass.',
  });
  return {
    kind: 'single',
    id,
    pack: 'pack',
    revision: 3,
    difficulty: 1,
    level: 'recall',
    objectives: [`${outlineId}/1.1`],
    terms: ['core1/smtp'],
    source: ['ours'],
    stem: 'Which one?',
    ordered: false,
    options: [option('this', true), option('that', false), option('other', false)],
    place: { file: 'questions.yaml', line: 1 },
  };
}

const items = [item('core1/a', 'one'), item('core1/b', 'two'), item('core1/c', 'two')];
const outlines = [outline('one'), outline('two')];
const curriculum: Curriculum = {
  packs: [
    {
      id: 'pack',
      key: 'core1',
      name: 'Pack',
      shortName: 'P',
      language: 'en',
      sources: [],
      defaultOutline: 'one',
      place: { file: 'pack.yaml', line: 1 },
      outlines,
      terms: [],
      items,
      guides: [],
      facts: [],
    },
  ],
  outlines: new Map(outlines.map((each) => [each.id, each])),
  objectives: new Map(
    outlines.flatMap((each) => each.domains[0]?.objectives.map((o) => [o.id, o] as const) ?? []),
  ),
  domains: new Map(outlines.flatMap((each) => each.domains.map((domain) => [domain.id, domain] as const))),
  terms: new Map(),
  items: new Map(items.map((each) => [each.id, each])),
  guides: new Map(),
};

function chosenFor(guildOutline: string | null, channelOutline: string | null) {
  const world = makeWorld(utc('2026-11-23 07:59'));
  world.setUp();
  const channel = world.store.studyChannel(CHANNEL);
  if (channel === null) throw new Error('no study channel');
  world.store.saveStudyChannel({ ...channel, outline: channelOutline, now: world.clock.now });
  world.store.saveGuild({ guildId: channel.guildId, outline: guildOutline });
  world.store.planDuePosts(utc('2026-11-23 08:00'));
  const daily = world.store.dailyOf(CHANNEL, '2026-11-23' as CivilDate);
  if (daily === null) throw new Error('nothing due');
  const wanted = { ...channel, outline: channelOutline };
  return createChooser(curriculum)(world.store, { daily, channel: wanted, seed: 's' });
}

describe('the choice of a daily question', () => {
  it('follows the channel’s outline, then the guild’s, then the pack’s', () => {
    expect(chosenFor('one', 'two')?.outline).toBe('two');
    expect(chosenFor('two', null)?.outline).toBe('two');
    expect(chosenFor(null, null)).toEqual({ itemId: 'core1/a', revision: 3, seed: 's', outline: 'one' });
  });

  it('falls back when an outline is no longer taught', () => {
    expect(chosenFor(null, 'retired')?.itemId).toBe('core1/a');
  });

  it('is nothing without packs', () => {
    const empty = { ...curriculum, packs: [], outlines: new Map(), items: new Map() };
    const world = makeWorld(utc('2026-11-23 07:59'));
    world.setUp();
    world.store.planDuePosts(utc('2026-11-23 08:00'));
    const daily = world.store.dailyOf(CHANNEL, '2026-11-23' as CivilDate);
    const channel = world.store.studyChannel(CHANNEL);
    if (daily === null || channel === null) throw new Error('nothing due');
    expect(createChooser(empty)(world.store, { daily, channel, seed: 's' })).toBeNull();
  });
});
