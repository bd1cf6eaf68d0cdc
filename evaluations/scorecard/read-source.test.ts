import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countsOf, makeScorecard } from './make-scorecard.ts';
import { readMeasured } from './read-measured.ts';
import { readSource } from './read-source.ts';
import { runSchema, scorecardSchema } from './scorecard.ts';
import { longSource, nothingKept, printedOf, testMachine, testMeasure, testRun, testSource } from './test-sources.ts';

const kept = (some = {}) => ({ ...nothingKept, run: () => testRun(some) });

describe('a run on the scorecard', () => {
  it('shows a missed target as plainly as a reached one', () => {
    const reached = { ...testMeasure, check: 'facet', value: 0.9, hits: 135 };
    const { figures } = readSource(testSource, kept({ printed: printedOf(testMeasure, reached) }));
    expect(figures).toMatchObject([
      {
        id: 'answer.development.code',
        value: 88,
        interval: { low: 81.8, high: 92.26 },
        n: 150,
        hits: 132,
        target: { atLeast: 90 },
        met: false,
        data: 'development',
      },
      { id: 'answer.development.facet', met: true },
    ]);
  });

  it('carries commit, day and machine, and is marked when the program has changed since', () => {
    const { measured } = readSource(testSource, kept());
    expect(measured).toEqual({
      at: '2026-11-22T20:00:00.000Z',
      commit: 'aaaaaaaaaa',
      machine: testMachine,
      seconds: 61.5,
      current: false,
    });
    const now = { ...kept(), isCurrent: (commit: string) => commit === 'aaaaaaaaaa' };
    expect(readSource(testSource, now).measured?.current).toBe(true);
  });

  it('is listed as not measured when nobody ran it', () => {
    expect(readSource(testSource, nothingKept)).toMatchObject({
      measured: null,
      figures: [],
      missing: [{ vi: 'chưa đo trên bản này', en: 'not measured yet' }],
    });
    expect(readSource(longSource, nothingKept).missing).toEqual([longSource.needs]);
  });

  it('is listed as not measured, with how it ended, when it broke', () => {
    const { measured, missing } = readSource(testSource, kept({ exitCode: 128, printed: '' }));
    expect(measured).toBeNull();
    expect(missing[0]?.en).toBe('the run of 2026-11-22 gave no figures (it ended with 128)');
  });

  it('says which part was skipped for want of the shared questions', () => {
    const skipped = ['skipped: shared sets (answer), no such folder here'];
    const printed = JSON.stringify({ skipped, measures: [{ ...testMeasure, origin: 'own' }] });
    const { figures, missing } = readSource(testSource, kept({ printed }));
    expect(figures[0]?.data).toBe('own');
    expect(missing[0]?.vi).toContain('../shared/data');
    const nothing = JSON.stringify({ skipped, measures: [] });
    expect(readSource(testSource, kept({ printed: nothing })).measured).toBeNull();
    const needs = { vi: 'cần ../shared/data', en: 'needs ../shared/data' };
    const all = kept({ printed: 'skipped: ../shared/data/procedures is not here\n' });
    expect(readSource({ ...testSource, needs }, all).missing).toEqual([needs]);
  });

  it('keeps a figure that had nothing to be measured on, and never takes it for a reached target', () => {
    const empty = { ...testMeasure, value: null, low: null, high: null, hits: 0, of: 0 };
    const { figures } = readSource(testSource, kept({ printed: printedOf(empty) }));
    expect(figures[0]).toMatchObject({ value: null, interval: null, met: false });
  });

  it('reads what a long run kept, in the form of tools/measured.ts', () => {
    const figures = [
      { id: 'web-p95', label: 'web turns, p95', value: 812.5, unit: 'ms', target: { most: 800 } },
      { id: 'lost', label: 'messages lost', value: 0, unit: '', target: { most: 0 } },
      { id: 'rate', label: 'turns a second', value: 101, unit: '1/s', target: { least: 100 } },
    ];
    const measured = {
      name: 'load',
      command: 'npm run load',
      at: '2026-11-22T20:00:00.000Z',
      commit: 'bbbbbbbbbb',
      machine: testMachine,
      figures,
    };
    const run = readSource(longSource, { ...nothingKept, measured: () => measured });
    expect(runSchema.parse(run).figures).toMatchObject([
      { id: 'load.web-p95', value: 812.5, target: { atMost: 800 }, met: false, data: 'simulated' },
      { id: 'load.lost', met: true },
      { id: 'load.rate', target: { atLeast: 100 }, met: true },
    ]);
  });

  it('names a result that is cut short, and the other runs are written all the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorecard-'));
    writeFileSync(join(folder, 'load.measured.json'), '{"name": "lo');
    const cut = { ...kept(), measured: (id: string) => readMeasured(folder, id) };
    expect(readSource(longSource, cut).missing[0]?.en).toBe('reports/load.measured.json cannot be read: run it again');
    expect(readSource(testSource, cut).figures).toHaveLength(1);
    expect(readMeasured(folder, 'faults')).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it('comes from the last scorecard where this computer kept nothing, with its own commit', () => {
    const before = readSource(testSource, kept());
    const again = readSource(testSource, { ...nothingKept, before: () => before });
    expect(again.measured).toMatchObject({ commit: 'aaaaaaaaaa', current: false });
    expect(again.figures).toEqual(before.figures);
  });
});

describe('the scorecard', () => {
  const made = makeScorecard([testSource, { ...testSource, id: 'own' }, longSource], kept(), {
    at: new Date('2026-11-22T21:00:00Z'),
    commit: 'cccccccccc',
  });

  it('keeps its own form', () => {
    expect(scorecardSchema.parse(made)).toEqual(made);
  });

  it('counts what is reached, missed, older and not measured', () => {
    expect(made.counts).toEqual({ figures: 1, withTarget: 1, met: 0, missed: 1, older: 1, runsNotMeasured: 1 });
    expect(countsOf([])).toMatchObject({ figures: 0, missed: 0 });
  });

  it('shows a figure that two runs have once', () => {
    expect(made.runs.map(({ figures }) => figures.length)).toEqual([1, 0, 0]);
  });
});
