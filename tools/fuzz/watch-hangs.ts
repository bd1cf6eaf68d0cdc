/** Ends a run whose process hangs in one case, and says where: a thread of its own sees that no case begins any more. */
import { Worker } from 'node:worker_threads';

export interface HangWatch {
  beat(): void;
  /** What is tried from now on. */
  name(what: string): void;
  stop(): void;
}

const longestMs = 60_000;

const source = `
const { parentPort, workerData } = require('node:worker_threads');
const beats = new Int32Array(workerData.shared);
let what = '', last = -1, since = Date.now();
parentPort.on('message', (name) => { what = name; });
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now !== last) { last = now; since = Date.now(); return; }
  if (Date.now() - since < ${longestMs}) return;
  process.stderr.write('No case of "' + what + '" ended for ${longestMs / 1000} s: it hangs.\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;

export function watchHangs(): HangWatch {
  const shared = new SharedArrayBuffer(4);
  const beats = new Int32Array(shared);
  const worker = new Worker(source, { eval: true, workerData: { shared } });
  worker.unref();
  return {
    beat: () => void Atomics.add(beats, 0, 1),
    name: (what) => worker.postMessage(what),
    stop: () => void worker.terminate(),
  };
}
