/** Options that are a number with or without a unit, made comparable. */

/** Bytes, bits a second, lengths, volts and the like, each to its base unit; a number alone has none. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  '%': 1,
  v: 1,
  w: 1,
  a: 1,
  rpm: 1,
  ms: 1e-3,
  s: 1,
  hz: 1,
  khz: 1e3,
  mhz: 1e6,
  ghz: 1e9,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  bps: 1,
  kbps: 1e3,
  mbps: 1e6,
  gbps: 1e9,
  tbps: 1e12,
  'mb/s': 1e6,
  'gb/s': 1e9,
  'mbit/s': 1e6,
  'gbit/s': 1e9,
  mm: 1e-3,
  cm: 1e-2,
  m: 1,
  km: 1e3,
  meter: 1,
  meters: 1,
  metres: 1,
  ft: 0.3048,
  feet: 0.3048,
  in: 0.0254,
  inch: 0.0254,
  inches: 0.0254,
  pins: 1,
  pin: 1,
  drives: 1,
  disks: 1,
  hours: 3600,
  minutes: 60,
  seconds: 1,
  days: 86400,
};
const NUMBER = /^(?:port |tcp |udp |about )?(\d+(?:[.,]\d+)*)(?:\s|-)?([a-z%/]*)$/i;

/** The number in base units, and the unit as written in lower case; null for any other text. */
export function magnitudeOf(text: string): { readonly value: number; readonly unit: string } | null {
  const match = NUMBER.exec(text);
  const unit = match?.[2]?.toLowerCase() ?? '';
  const factor = UNITS[unit];
  if (!match?.[1] || factor === undefined) return null;
  const number = Number(match[1].replace(/,(?=\d{3}\b)/g, ''));
  return Number.isNaN(number) ? null : { value: number * factor, unit };
}
