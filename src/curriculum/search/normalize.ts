/**
 * Text made comparable: how a learner types a term and how the glossary writes it come out the same, whatever the
 * case, accents, width or punctuation.
 */

/** Lower case, without accents, compatibility forms (`ﬁ`, `①`, full-width letters) resolved. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ');
}

/** Only the letters and digits: `Wi-Fi 6E`, `wifi 6e` and `WIFI6E` are all `wifi6e`. */
export function compact(text: string): string {
  return fold(text).replace(NOT_ALPHANUMERIC, '');
}

/** The words, each reduced to letters and digits: `Wi-Fi 6E` gives `wifi`, `6e`. */
export function wordsOf(text: string): string[] {
  const words = fold(text).split(BETWEEN_WORDS);
  return words.map((word) => word.replace(NOT_ALPHANUMERIC, '')).filter((word) => word !== '');
}

/** The parts of words that punctuation joins: `Wi-Fi 6E` gives `wi`, `fi`; `802.11ax` gives `802`, `11ax`. */
export function partsOf(text: string): string[] {
  const words = fold(text).split(BETWEEN_WORDS);
  const parts = words.map((word) => word.split(NOT_ALPHANUMERIC).filter((part) => part !== ''));
  return parts.filter(({ length }) => length > 1).flat();
}

const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu;
/** Hyphens, dots and apostrophes stand inside words; everything else that is no letter or digit ends one. */
const BETWEEN_WORDS = /[^\p{L}\p{N}\-‐‑.'’_]+/u;
