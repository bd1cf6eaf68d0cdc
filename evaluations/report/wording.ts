/** How figures are written in every report. */
import type { Measure } from '../score/summarise.ts';
import type { Threshold } from '../thresholds.ts';

/** `93.3 %`; a dash for what was not measured. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);

/** `88.1 to 96.4 %`. */
export const interval = ({ low, high }: Pick<Measure, 'low' | 'high'>): string =>
  Number.isNaN(low) ? '–' : `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;

/** `≥ 90 %`. */
export function bound({ atLeast, atMost, below }: Threshold): string {
  if (atLeast !== undefined) return `≥ ${atLeast * 100} %`;
  if (atMost !== undefined) return `≤ ${atMost * 100} %`;
  return `< ${(below ?? 0) * 100} %`;
}
