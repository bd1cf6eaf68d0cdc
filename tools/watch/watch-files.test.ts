import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';
import { metricList } from '../../serve/metrics/metric-list.ts';
import { readCheck, readRules, ringing, samplesIn } from './simple-rules.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const rules = readRules(read('deploy/watch/alerts.yaml'));

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const ofProcess = registry.getMetricsAsArray().map(({ name }) => name);
const histograms = Object.entries(metricList).flatMap(([name, { kind }]) =>
  kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [],
);
/** `up` is Prometheus's own; of a summary or histogram of the process the sum is read. */
const known = new Set([
  ...Object.keys(metricList),
  ...histograms,
  ...ofProcess,
  ...ofProcess.map((name) => `${name}_sum`),
  'up',
]);
const namesIn = (expr: string) => expr.match(/\b(?:hmc|nodejs|process)_\w+|\bup\b/g) ?? [];

/** Label names that stand in an expression: in braces, or after `by`. */
const labelsIn = (expr: string) => [
  ...[...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/(\w+)=/g)].map(([, name]) => name),
  ),
  ...[...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, inside = '']) => inside.split(',').map((name) => name.trim())),
];
const labelsOf = (expr: string) => {
  const own = namesIn(expr).flatMap((name) => {
    const metric = metricList[name.replace(/_(?:bucket|sum|count)$/, '') as keyof typeof metricList];
    return metric && 'labels' in metric ? [...metric.labels] : [];
  });
  return new Set<string | undefined>([...own, 'le', 'job', 'instance', 'kind']);
};

describe('the rules of alarms', () => {
  it('name figures and labels that are there', () => {
    for (const { alert, expr, annotations } of rules)
      for (const text of [expr, annotations.check ?? '']) {
        expect([alert, namesIn(text).filter((name) => !known.has(name))]).toEqual([alert, []]);
        expect([alert, labelsIn(text).filter((name) => !labelsOf(text).has(name))]).toEqual([alert, []]);
      }
  });

  it('have names of their own and a limit that can be read', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { expr } of rules) expect(expr).toMatch(/(?:[<>]|==) \d+(?:\.\d+)?$|^absent\(\w+\)$/);
  });

  it('say with `check` what they say with `expr`, of the same figure', () => {
    for (const { expr, annotations } of rules)
      if (annotations.check !== undefined) expect(namesIn(expr)).toEqual([readCheck(annotations.check).metric]);
  });
});

describe('the sheet of alarms', () => {
  const sheet = read('docs/how-to/alarms.md');
  const entries = sheet
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ name: text.split('\n')[0], text }));

  it('has one entry for each alarm, and none for another', () => {
    expect(entries.map(({ name }) => name)).toEqual(rules.map(({ alert }) => alert));
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/how-to/alarms.md#${alert.toLowerCase()}`);
  });

  it('says of each what it means, who is hurt, what to do first, and when to call whom', () => {
    for (const { name, text } of entries) {
      const rule = rules.find(({ alert }) => alert === name);
      for (const part of [
        '**Nghĩa là gì:**',
        '**Ai bị ảnh hưởng:**',
        '**Làm gì trước:**',
        '**Khi nào gọi ai:**',
        '```sh',
      ])
        expect([name, text.includes(part)]).toEqual([name, true]);
      expect(text).toContain(`\`${rule?.expr}\` trong ${rule?.for}.`);
    }
  });

  it('gives commands that are there', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    for (const [, script = ''] of sheet.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  });
});

const panelSchema = z.object({
  id: z.number(),
  type: z.enum(['row', 'stat', 'timeseries', 'table']),
  title: z.string().min(1),
  gridPos: z.object({ h: z.number(), w: z.number().max(24), x: z.number(), y: z.number() }),
  targets: z.array(z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() })).default([]),
});
const dashboardSchema = z.object({
  uid: z.string().max(40),
  schemaVersion: z.number(),
  __inputs: z.array(z.object({ name: z.literal('DS_PROMETHEUS') })),
  panels: z.array(panelSchema),
});

describe('the dashboard', () => {
  const { panels } = dashboardSchema.parse(JSON.parse(read('deploy/watch/dashboard.json')));
  const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

  it('asks for figures and labels that are there', () => {
    for (const expr of expressions) {
      expect([expr, namesIn(expr).filter((name) => !known.has(name))]).toEqual([expr, []]);
      expect([expr, labelsIn(expr).filter((name) => !labelsOf(expr).has(name))]).toEqual([expr, []]);
    }
  });

  it('shows every figure of our own', () => {
    const shown = new Set(expressions.flatMap(namesIn).map((name) => name.replace(/_bucket$/, '')));
    expect(Object.keys(metricList).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('puts no panel over another, and gives each an id of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const {
      gridPos: { h, w, x, y },
    } of panels)
      for (let down = y; down < y + h; down += 1)
        for (let right = x; right < x + w; right += 1) {
          expect(taken.has(`${right} ${down}`)).toBe(false);
          taken.add(`${right} ${down}`);
        }
  });
});

describe('the check for a PC without Prometheus', () => {
  const reading = `# TYPE hmc_outbox_oldest_seconds gauge
hmc_outbox_oldest_seconds{channel="zalo-oa"} 12
hmc_outbox_parcels{channel="zalo-oa",state="queued"} 500
hmc_store_up 1
hmc_hand_off_oldest_wait_seconds 0`;
  const rung = (text: string) => ringing(rules, samplesIn(text)).map(({ alert }) => alert);

  it('is silent while all is well, and about what is absent', () => {
    expect(rung(reading)).toEqual([]);
    expect(rung('')).toEqual([]);
  });

  it('rings for what is beyond its limit, and for the labels that are meant alone', () => {
    expect(rung(reading.replace('} 12', '} 301').replace('up 1', 'up 0'))).toEqual(['MatKhoDuLieu', 'TinGuiDiKet']);
    expect(rung(reading.replace('queued', 'failed'))).toEqual(['TinGuiHong']);
  });

  it('refuses what is no check', () => {
    for (const text of ['rate(hmc_turns_total[5m]) > 1', 'hmc_store_up', 'hmc_store_up > five'])
      expect(() => readCheck(text)).toThrow(/is no check/);
  });
});
