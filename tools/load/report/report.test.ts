import { describe, expect, it } from '@jest/globals';
import { LoadOptionError, readLoadOptions } from '../load-options.ts';
import { putPlan } from '../plan/run-plan.ts';
import { assumed, planFor } from '../plan/scale-plan.ts';
import { bytes } from '../plan/tell-plan.ts';
import { secondsFor } from '../run-load.ts';
import { drawChart, niceMost } from './draw-chart.ts';
import { quantilesOf } from './summarise.ts';

const costs = {
  ...{ serverMsPerTurn: 8, postgresMsPerTurn: 4, idleMsPerThousand: 2, idleMbPerThousand: 20, programMb: 300 },
  ...{ bytesPerConversation: 2_000, bytesPerTurn: 6_000, bytesPerDossier: 3_000, walBytesPerTurn: 10_000, byTable: [] },
};

describe('the options of the load', () => {
  it('are the promise where nothing is said', () => {
    const { seconds, chats, turns, calls, deliveries, only } = readLoadOptions([]);
    expect([seconds, chats, turns, calls, deliveries]).toEqual([300, 10_000, 100, 50, 200]);
    expect(only).toEqual(['web', 'hotline', 'zalo', 'all']);
  });

  it('name what cannot be read', () => {
    expect(() => readLoadOptions(['--seconds', 'lâu'])).toThrow(LoadOptionError);
    expect(() => readLoadOptions(['--only', 'web,fax'])).toThrow(/web, hotline, zalo, all/);
    expect(() => readLoadOptions(['--fax'])).toThrow(LoadOptionError);
  });

  it('share a budget among the scenarios that are left, and never give more than was asked for', () => {
    expect(secondsFor(900, 2, 300)).toBe(300);
    expect(secondsFor(600, 4, 300)).toBe(90);
    expect(secondsFor(10, 1, 300)).toBe(5);
  });
});

describe('the figures of a run', () => {
  it('take the value below which a share lies, and nothing from nothing', () => {
    const times = Array.from({ length: 100 }, (_, index) => [0, 100 - index] as const);
    expect(quantilesOf(times)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100, count: 100 });
    expect(quantilesOf([])).toBeNull();
  });

  it('are drawn with room above the highest, and told to whoever does not see the chart', () => {
    expect([0, 3, 95, 1001].map(niceMost)).toEqual([1, 4, 100, 2000]);
    const chart = drawChart({
      title: 'lượt <web>',
      unit: 'ms',
      series: [
        {
          name: 'p95',
          points: [
            [0, 3],
            [5, 4],
          ],
        },
      ],
    });
    expect(chart).toContain('aria-label="lượt &lt;web&gt;: p95 at most 4 ms"');
    expect(chart).not.toContain('NaN');
    expect(drawChart({ title: 'leer', unit: 'ms', series: [] })).toContain('nothing was measured');
  });
});

describe('the plan', () => {
  it('counts turns at the peak, cores and copies as its page says', () => {
    const plan = planFor({ name: 'x', citizens: 3_000_000 }, costs);
    expect(plan.turnsPerYear).toBe(12_000_000);
    expect(plan.peakTurns).toBeCloseTo((12_000_000 / (2_250 * 3_600)) * 5, 6);
    expect(plan.openChats).toBeCloseTo((plan.peakTurns / 4) * 900, 6);
    const idle = (plan.openChats / 1000) * 0.002;
    expect(plan.serverCores).toBeCloseTo((plan.peakTurns * 0.008 + idle) / 0.6, 6);
    expect([plan.copies, plan.connections]).toEqual([2, 2 * assumed.connectionsPerCopy]);
    expect(plan.keptBytes).toBe(2 * (3e6 * 2_000 + 12e6 * 6_000 + 4.5e6 * 3_000));
  });

  it('stands between its marks and leaves the rest of the page alone', () => {
    const page = 'a\n<!-- plan: written by npm run load -- plan --publish -->\nold\n<!-- plan: end -->\nb';
    expect(putPlan(page, 'new')).toMatch(/^a\n<!--.*-->\n\nnew\n\n<!-- plan: end -->\nb$/);
    expect(() => putPlan('no marks', 'new')).toThrow(/marks/);
  });

  it('says bytes as people read them', () => {
    expect([0, 999, 1_500, 2.5e9].map(bytes)).toEqual(['0.00 B', '999 B', '1.5 kB', '2.5 GB']);
  });
});
