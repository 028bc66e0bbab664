import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABBREVIATIONS, CITY_ZONES, FIRST_ZONES, RENAMED_ZONES } from '../../src/calendar/zone-names.ts';
import {
  canonicalZone,
  makeOffset,
  offsetMinutes,
  parseZone,
  searchZones,
} from '../../src/calendar/zones.ts';

describe('parseZone', () => {
  test.each([
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/New York', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Mumbai', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['japan', 'Asia/Tokyo'],
  ])('reads %j as %s', (typed, zone) => {
    expect(parseZone(typed)).toEqual({ ok: true, zone });
  });

  test.each([
    ['', 'empty'],
    ['EST', 'abbreviation'],
    ['est', 'abbreviation'],
    ['CET', 'abbreviation'],
    ['EST5EDT', 'abbreviation'],
    ['GMT', 'abbreviation'],
    ['GMT+5', 'offset'],
    ['UTC+5:30', 'offset'],
    ['+05:30', 'offset'],
    ['Etc/GMT+5', 'offset'],
    ['Mars/Phobos', 'unknown'],
    ['__proto__', 'unknown'],
  ])('refuses %j as %s', (typed, reason) => {
    expect(parseZone(typed)).toMatchObject({ ok: false, reason });
  });

  test('says what an abbreviation may have meant', () => {
    expect(parseZone('IST')).toMatchObject({
      suggestions: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
    });
    expect(parseZone('EST')).toMatchObject({ suggestions: ['America/New_York'] });
  });

  test('suggests near names for half a city', () => {
    expect(parseZone('Kathm')).toMatchObject({ reason: 'unknown', suggestions: ['Asia/Kathmandu'] });
  });

  test('keeps every name that Intl lists', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      expect(parseZone(name)).toEqual({ ok: true, zone: name });
    }
  });

  test('never throws, and gives only zones that Intl knows', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(CITY_ZONES))), (typed) => {
        const reading = parseZone(typed);
        if (reading.ok) expect(canonicalZone(reading.zone)).not.toBeNull();
      }),
    );
  });
});

describe('the tables of names', () => {
  test('a renamed zone is the same zone under both names', () => {
    for (const [old, now] of Object.entries(RENAMED_ZONES))
      expect(canonicalZone(now)).toBe(canonicalZone(old));
  });

  test('lead only to names that are read as they stand', () => {
    const named = [...Object.values(CITY_ZONES), ...Object.values(ABBREVIATIONS).flat(), ...FIRST_ZONES];
    for (const zone of named) expect(parseZone(zone)).toEqual({ ok: true, zone });
  });
});

describe('searchZones', () => {
  test.each([
    ['new york', 'America/New_York'],
    ['york', 'America/New_York'],
    ['kathmandu', 'Asia/Kathmandu'],
    ['katmandu', 'Asia/Kathmandu'],
    ['são paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['calcutta', 'Asia/Kolkata'],
    ['kiev', 'Europe/Kyiv'],
    ['america/argentina/b', 'America/Argentina/Buenos_Aires'],
    ['san fran', 'America/Los_Angeles'],
    ['utc', 'UTC'],
  ])('finds %j first as %s', (query, zone) => {
    expect(searchZones(query, 25)[0]).toBe(zone);
  });

  test('offers a spread before anything is typed, keeps the limit, and knows when it has nothing', () => {
    expect(searchZones('', 5)).toHaveLength(5);
    expect(searchZones('europe', 25)).toHaveLength(25);
    expect(searchZones('toString', 25)).toEqual([]);
  });

  test('offers a zone once, under its present name', () => {
    const asia = searchZones('asia', 500);
    expect(new Set(asia.map(canonicalZone)).size).toBe(asia.length);
    expect(asia).toContain('Asia/Kolkata');
    expect(asia).not.toContain('Asia/Calcutta');
  });
});

describe('the offset at an instant', () => {
  const winter = Date.UTC(2026, 0, 5);
  const summer = Date.UTC(2026, 6, 5);

  test.each([
    ['UTC', winter, 'UTC'],
    ['Europe/London', winter, 'UTC'],
    ['Europe/London', summer, 'UTC+01:00'],
    ['America/New_York', winter, 'UTC−05:00'],
    ['America/New_York', summer, 'UTC−04:00'],
    ['Asia/Kathmandu', winter, 'UTC+05:45'],
    ['America/St_Johns', winter, 'UTC−03:30'],
    ['Pacific/Kiritimati', winter, 'UTC+14:00'],
  ])('%s', (zone, at, shown) => {
    expect(makeOffset(zone, at)).toBe(shown);
  });

  test('counts minutes east as positive', () => {
    expect(offsetMinutes('Asia/Kathmandu', winter)).toBe(345);
    expect(offsetMinutes('America/St_Johns', winter)).toBe(-210);
  });
});
