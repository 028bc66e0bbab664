/** Time zones: reading what a person types, searching, and showing an offset. */
import type { Zone } from '../tutor/types.ts';
import { ABBREVIATIONS, CITY_ZONES, FIRST_ZONES, RENAMED_ZONES } from './zone-names.ts';

export const ZONE_FLAWS = ['empty', 'abbreviation', 'offset', 'unknown'] as const;
export type ZoneFlaw = (typeof ZONE_FLAWS)[number];

export type ZoneReading =
  | { readonly ok: true; readonly zone: Zone }
  | {
      readonly ok: false;
      readonly reason: ZoneFlaw;
      /** A sentence that says what to type instead. */
      readonly hint: string;
      /** Zones that may have been meant; can be empty. */
      readonly suggestions: readonly Zone[];
    };

/** The names to offer: ICU's, with today's names for renamed zones, and UTC. */
const OFFERED: readonly Zone[] = [
  ...new Set([...Intl.supportedValuesOf('timeZone').map((name) => RENAMED_ZONES[name] ?? name), 'UTC']),
].sort();

/** `São Paulo`, `sao_paulo` and `Sao-Paulo` are one. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();
}

interface Entry {
  readonly zone: Zone;
  /** The whole name, then the city, then other cities of the zone: all plain. */
  readonly names: readonly string[];
}

const cityOf = (zone: Zone): string => plain(zone.slice(zone.lastIndexOf('/') + 1));

const ENTRIES: readonly Entry[] = OFFERED.map((zone) => {
  const former = Object.keys(RENAMED_ZONES).filter((name) => RENAMED_ZONES[name] === zone);
  const cities = Object.keys(CITY_ZONES).filter((city) => CITY_ZONES[city] === zone);
  return { zone, names: [plain(zone), cityOf(zone), ...cities, ...former.map(cityOf)] };
});

/** Every name that a person can have chosen, by its lower-case form. */
const SPELLINGS: ReadonlyMap<string, Zone> = new Map(
  [...OFFERED, ...Object.keys(RENAMED_ZONES)].map((zone) => [zone.toLowerCase(), zone]),
);

/** The name under which Intl knows a zone, to tell whether two names are one zone; null for an unknown name. */
export function canonicalZone(name: string): Zone | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** 0 best: the very name; then a name that begins so, a later word that does; null for no match. */
function closeness(name: string, query: string): number | null {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  return name.includes(` ${query}`) ? 2 : null;
}

function bestOf(entry: Entry, query: string): number | null {
  const found = entry.names.map((name) => closeness(name, query)).filter((rank) => rank !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/**
 * Zones for what has been typed so far (`new york`, `são`, `kathm`, `mumbai`, `Europe/`), the best first, at most
 * `limit`. Nothing typed: a spread over the world.
 */
export function searchZones(query: string, limit: number): Zone[] {
  const wanted = plain(query);
  if (wanted === '') return FIRST_ZONES.slice(0, limit);
  return ENTRIES.map((entry) => ({ zone: entry.zone, rank: bestOf(entry, wanted) }))
    .filter((hit): hit is { zone: Zone; rank: number } => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank || (a.zone < b.zone ? -1 : 1))
    .slice(0, limit)
    .map((hit) => hit.zone);
}

function flaw(reason: ZoneFlaw, hint: string, suggestions: readonly Zone[] = []): ZoneReading {
  return { ok: false, reason, hint, suggestions };
}

const CHOOSE = 'Type a city or an IANA name, such as Berlin or America/New_York.';

function abbreviation(typed: string): ZoneReading {
  const meant = ABBREVIATIONS[typed.toUpperCase()] ?? [];
  const perhaps = meant.length > 0 ? `Perhaps ${meant.join(' or ')}?` : CHOOSE;
  return flaw('abbreviation', `${typed} is an abbreviation and can mean several zones. ${perhaps}`, meant);
}

/** The zone whose name or city was typed in full, if there is exactly one. */
function exactCity(typed: string): Zone | null {
  const hits = ENTRIES.filter((entry) => entry.names.includes(plain(typed)));
  return hits.length === 1 ? (hits[0]?.zone ?? null) : null;
}

/**
 * The zone in a text: an IANA name in any case, kept under the name that was chosen (`Europe/Kyiv` stays, though
 * Intl calls it Europe/Kiev), or a city. Abbreviations and offsets are refused, since they do not say when
 * clocks change.
 */
export function parseZone(text: string): ZoneReading {
  const typed = text.trim();
  if (typed === '') return flaw('empty', CHOOSE);
  const known = SPELLINGS.get(typed.toLowerCase().replaceAll(' ', '_'));
  if (known !== undefined) return { ok: true, zone: known };
  if (/^(?:(?:utc|gmt|etc\/gmt)\s*)?[+\-−]\s*\d{1,2}(?::?\d{2})?$/i.test(typed)) {
    return flaw('offset', `${typed} is an offset, which does not follow summer time. ${CHOOSE}`);
  }
  if (ABBREVIATIONS[typed.toUpperCase()] !== undefined) return abbreviation(typed);
  const city = exactCity(typed);
  if (city !== null) return { ok: true, zone: city };
  const canonical = canonicalZone(typed);
  if (canonical !== null && /^[a-z]{2,4}(?:\d[a-z]{3})?$/i.test(typed)) return abbreviation(typed);
  if (canonical !== null) return { ok: true, zone: RENAMED_ZONES[canonical] ?? canonical };
  return flaw('unknown', `No time zone "${typed}" is known. ${CHOOSE}`, searchZones(typed, 3));
}

/** What the zone's clocks show at an instant (UTC ms) minus UTC, in minutes; whole for every zone since 1972. */
export function offsetMinutes(zone: Zone, atMs: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    atMs,
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** `UTC+05:45`, `UTC−05:00` (with a minus sign), or `UTC`: the zone's offset at an instant (UTC ms). */
export function makeOffset(zone: Zone, atMs: number): string {
  const minutes = offsetMinutes(zone, atMs);
  if (minutes === 0) return 'UTC';
  const two = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
