/** Looks into the memory of a page, as the browser's own developer tools do. */
import type { CDPSession, Page } from 'playwright-core';

export interface Memory {
  /** The words among these that some object of the page still holds. */
  holds(words: readonly string[]): Promise<readonly string[]>;
  /** After a collection: bytes in use, elements, listeners. */
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
      return { bytes: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
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

const stringsOf = (snapshot: string): readonly string[] => (JSON.parse(snapshot) as { strings: string[] }).strings;
