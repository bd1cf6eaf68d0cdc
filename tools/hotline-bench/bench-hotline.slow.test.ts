import { expect, it } from '@jest/globals';
import { benchHotline } from './bench-hotline.ts';

it('calls go on through a kill of the program, each to its end, with nothing of a caller’s in the log', async () => {
  const report = await benchHotline({ calls: 12, atOnce: 3, kills: 1, say: () => {} });
  expect(report.faults).toEqual([]);
  expect(Object.values(report.ends).reduce((sum, count) => sum + count, 0)).toBe(12);
  expect(report.kills).toBe(1);
}, 600_000);
