import { error, type Rule } from '../rule.ts';
import { optionsOf, plain } from '../text.ts';

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

/** Options that are numbers go up or down and are shown as they stand. */
export const o1NumberOrder: Rule = {
  id: 'O1',
  title: 'numeric options stand in order',
  scope: 'item',
  check(item) {
    const values = optionsOf(item).map(({ text }) => magnitudeOf(plain(text)));
    if (values.length < 2 || (item.kind !== 'single' && item.kind !== 'multiple')) return [];
    const numbers = values.filter((value) => value !== null);
    if (numbers.length < values.length) return [];
    if (!isMonotonic(numbers))
      return [error('numeric options are out of order', 'sort them and set ordered: true')];
    return item.ordered ? [] : [error('numeric options would be shuffled', 'set ordered: true')];
  },
};

function magnitudeOf(text: string): number | null {
  const match = NUMBER.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? 'none'];
  if (!match?.[1] || unit === undefined) return null;
  const number = Number(match[1].replace(/,(?=\d{3}\b)/g, ''));
  return Number.isNaN(number) ? null : number * unit;
}

function isMonotonic(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => Math.sign(number - (numbers[index] ?? 0)));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}
