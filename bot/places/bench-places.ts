/** `node --expose-gc bot/places/bench-places.ts`: time and memory of the place finder, over 5,000 questions made from the tables. */
import { performance } from 'node:perf_hooks';
import { fullName, loadPlaces } from '../../knowledge/index.ts';
import { openPlaceFinder } from './find-place.ts';

const asked = 5000;
const tails = ['giờ là xã nào?', 'nay thuộc tỉnh nào, trụ sở ở đâu ạ', 'sáp nhập xong đổi tên thành gì rồi'];

/** Memory that stays in use, in MB. Without `--expose-gc` it counts what is not yet collected too. */
const heapMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

const before = heapMb();
const opening = performance.now();
const finder = openPlaceFinder(loadPlaces());
const openMs = performance.now() - opening;
const kept = heapMb() - before;

const { oldCommunes } = finder.places;
const questions = Array.from({ length: asked }, (_none, at) => {
  const old = oldCommunes[(at * 7919) % oldCommunes.length];
  if (!old) throw new RangeError('bench-places: no old commune');
  const names = [fullName(old), fullName(old.district), old.district.province.name];
  const text = `Nhà em ở ${names.slice(0, 1 + (at % 3)).join(', ')} ${tails[at % tails.length]}`;
  return at % 5 === 0 ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
});
const times = questions
  .map((text) => {
    const started = performance.now();
    finder.find(text);
    return performance.now() - started;
  })
  .sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(2);
process.stdout.write(
  `open ${openMs.toFixed(0)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms, ${kept.toFixed(1)} MB kept, ${asked} questions\n`,
);
