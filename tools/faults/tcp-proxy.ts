/** A line that can be cut, stalled and slowed: TCP from one port to the first of several that takes it. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** `stall` takes connections and bytes and passes none on: as a firewall that forgot, or a machine that hangs. */
export type LineState = 'open' | 'stall' | 'refuse';

export interface Line {
  readonly port: number;
  readonly base: string;
  /** From now on, for connections that are there and that come. */
  set(state: LineState): void;
  /** Each piece waits so long, in ms. */
  slow(ms: number): void;
  /** Resets every connection that is there. @returns how many. */
  cut(): number;
  close(): Promise<void>;
}

interface Ends {
  readonly from: Socket;
  to: Socket | null;
}

/** @param targets ports on this machine, asked anew for each connection, in the order in which they are tried. */
export async function openLine(targets: () => readonly number[]): Promise<Line> {
  const open = new Set<Ends>();
  let [state, slowMs]: [LineState, number] = ['open', 0];
  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (bytes: Buffer) => {
      if (state === 'stall') return;
      if (slowMs === 0) to.write(bytes);
      else setTimeout(() => !to.destroyed && to.write(bytes), slowMs);
    });
    from.on('end', () => setTimeout(() => state !== 'stall' && to.end(), slowMs));
    from.on('close', () => setTimeout(() => state !== 'stall' && to.destroy(), slowMs));
  };
  const join = (ends: Ends, [port, ...others]: readonly number[]): void => {
    if (port === undefined) return void ends.from.resetAndDestroy();
    const to = connect(port, '127.0.0.1');
    let joined = false;
    to.on('error', () => {
      if (joined) ends.from.resetAndDestroy();
      else join(ends, others);
    });
    to.once('connect', () => {
      joined = true;
      ends.to = to;
      pass(ends.from, to);
      pass(to, ends.from);
      ends.from.resume();
    });
  };
  const server = createServer({ pauseOnConnect: true }, (from) => {
    const ends: Ends = { from, to: null };
    from.on('error', () => ends.to?.destroy());
    from.on('close', () => open.delete(ends));
    if (state === 'refuse') return void from.resetAndDestroy();
    open.add(ends);
    if (state === 'open') join(ends, targets());
  });
  const cut = (): number => {
    const all = [...open];
    for (const { from, to } of all) {
      from.resetAndDestroy();
      to?.resetAndDestroy();
    }
    return all.length;
  };
  const port = await listening(server);
  return {
    port,
    base: `http://127.0.0.1:${port}`,
    set: (next) => {
      state = next;
    },
    slow: (ms) => {
      slowMs = ms;
    },
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
