/** Loaded before the program (`--import`): `Date` is off by as many ms as stand in the file FAULT_CLOCK_FILE, read twice a second. Timers and `performance.now` go on as they were, as on a machine whose clock is set. */
import { readFileSync } from 'node:fs';

const file = process.env.FAULT_CLOCK_FILE;
const RealDate = Date;
let offset = 0;
const read = () => {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offset = 0;
  }
};
const now = () => RealDate.now() + offset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, as) => (name === 'now' ? now : Reflect.get(target, name, as)),
});
read();
setInterval(read, 500).unref();
