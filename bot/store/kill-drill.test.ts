import { expect, it } from '@jest/globals';
import { runKillDrill } from './kill-drill.ts';

it('loses nothing acknowledged and doubles nothing when the program is killed ten times', async () => {
  const report = await runKillDrill(10);
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
}, 120_000);
