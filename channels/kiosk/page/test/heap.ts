/** Looks into the memory of a page, as the browser's own developer tools do. */
import type { CDPSession, Page } from 'playwright-core';

export interface Memory {
  /** The words among these that some object of the page still holds. */
  holds(words: readonly string[]): Promise<readonly string[]>;
  /**
   * After a collection: bytes of the page's own objects, elements, listeners. Compiled code is left out: each touch of
   * the test is a script of its own, which the page of a real screen never sees.
   */
  size(): Promise<{ readonly bytes: number; readonly nodes: number; readonly listeners: number }>;
}

export async function openMemory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('Performance.enable');
  const collect = async () => {
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  };
  return {
    async holds(words) {
      await collect();
      const strings = stringsOf(await snapshotOf(session));
      return words.filter((word) => strings.some((one) => one.includes(word)));
    },
    async size() {
      await collect();
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
      return { bytes: bytesOf(await snapshotOf(session)), nodes: value('Nodes'), listeners: value('JSEventListeners') };
    },
  };
}

async function snapshotOf(session: CDPSession): Promise<string> {
  const parts: string[] = [];
  const take = ({ chunk }: { chunk: string }) => parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return parts.join('');
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } };
  readonly nodes: number[];
}

/** Of objects, closures, arrays and strings: neither code nor what the browser's own tools keep of each call. */
function bytesOf(text: string): number {
  const { snapshot, nodes } = JSON.parse(text) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [size, left] = [fields.indexOf('self_size'), new Set(['code', 'native', 'hidden'])];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!left.has(types[0][nodes[at] ?? 0] ?? '')) bytes += nodes[at + size] ?? 0;
  return bytes;
}

const stringsOf = (snapshot: string): readonly string[] => (JSON.parse(snapshot) as { strings: string[] }).strings;
