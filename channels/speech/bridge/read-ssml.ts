/** What is left of SSML when only the words and the pace count. */
import type { Speaking } from '../ports.ts';

const slowRate = /<prosody[^>]*\brate\s*=\s*["'](?:x-slow|slow|-\d+%|[1-8]?\d%|0?\.\d+)["']/i;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `<speak><prosody rate="slow">Dạ.</prosody></speak>` → `Dạ.`, slow. */
export const readSsml = (ssml: string): Pick<Speaking, 'text' | 'rate'> => ({
  text: ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_entity, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim(),
  rate: slowRate.test(ssml) ? 'slow' : 'normal',
});
