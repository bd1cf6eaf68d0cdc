/** The drill in half a minute: what the five-minute one measures, this one holds. */
import { expect, it } from '@jest/globals';
import { runDrill } from './run-drill.ts';

it('loses nothing, says nothing twice and has one owner at a time, with two copies and one of them killed', async () => {
  const { findings, tally, restartMs } = await runDrill({
    ...{ minutes: 0.5, waiting: 20, officers: 4, kills: 1 },
    say: () => {},
  });
  expect(findings.faults).toEqual({});
  expect(restartMs).toHaveLength(1);
  expect(tally.claimMs.length).toBeGreaterThan(0);
  expect(tally.toOfficerMs.length).toBeGreaterThan(0);
  expect(tally.toCitizenMs.length).toBeGreaterThan(0);
}, 1_200_000);
