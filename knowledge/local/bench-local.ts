/** `node --expose-gc knowledge/local/bench-local.ts`: time and memory of the local files of 34 provinces with 130 communes each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadPlaces } from '../places/load-places.ts';
import { effectiveUnit } from './effective-unit.ts';
import { loadLocal } from './load-local.ts';
import { testCommune, testProvince, writeLocal } from './test-local.ts';

const perProvince = 130;
const heapMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
const timed = <T>(work: () => T): [T, number] => {
  const started = performance.now();
  return [work(), performance.now() - started];
};

const places = loadPlaces();
const folder = mkdtempSync(join(tmpdir(), 'overlay-bench-'));
try {
  for (const province of places.provinces) {
    writeLocal(folder, testProvince(province));
    for (const commune of province.communes.slice(0, perProvince)) writeLocal(folder, testCommune(commune));
  }
  const before = heapMb();
  const [files, loadMs] = timed(() => loadLocal(folder, places));
  const kept = heapMb() - before;
  const [, resolveMs] = timed(() => places.communes.map((commune) => effectiveUnit(commune, files)));
  process.stdout.write(
    `${files.provinces.size} provinces, ${files.communes.size} communes: loaded in ${loadMs.toFixed(0)} ms, ` +
      `${kept.toFixed(1)} MB kept, all ${places.communes.length} units worked out in ${resolveMs.toFixed(0)} ms\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
