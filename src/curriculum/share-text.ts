/** A share of 0 to 1 as a person reads it: `27.1 %`. */
export function shareText(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
