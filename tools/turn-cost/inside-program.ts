/**
 * Loaded into the measured program before its own code (`node --import`): counts what it says to PostgreSQL, its CPU and the
 * delay of its event loop, and makes a CPU profile. It answers over the IPC channel; without one it does nothing.
 */
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import pg from 'pg';
import type { Inside, InsideOrder } from './inside.ts';

interface Wire {
  query(text: string): void;
  parse(query: { readonly text: string; readonly name?: string }, more?: boolean): void;
  bind(config?: { readonly statement?: string }, more?: boolean): void;
  execute(config?: object, more?: boolean): void;
  sync(): void;
}

const statements = new Map<string, number>();
let roundTrips = 0;
const count = (text: string) => void statements.set(text, (statements.get(text) ?? 0) + 1);

/** Each `sync` and each plain query is one wait for the server; what lies between two of them is sent together. */
function watch(wire: Wire): void {
  const parsed = new WeakMap<object, Map<string, string>>();
  const bound = new WeakMap<object, string>();
  const { query, parse, bind, execute, sync } = wire;
  wire.query = function (text) {
    roundTrips += 1;
    for (const one of text.split(';')) count(one.trim());
    return query.call(this, text);
  };
  wire.parse = function (given, more) {
    const own = parsed.get(this) ?? new Map<string, string>();
    parsed.set(this, own.set(given.name ?? '', given.text));
    return parse.call(this, given, more);
  };
  wire.bind = function (config, more) {
    bound.set(this, parsed.get(this)?.get(config?.statement ?? '') ?? '?');
    return bind.call(this, config, more);
  };
  wire.execute = function (config, more) {
    count(bound.get(this) ?? '?');
    return execute.call(this, config, more);
  };
  wire.sync = function () {
    roundTrips += 1;
    return sync.call(this);
  };
}

function follow(send: (said: Inside) => void): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const session = new Session();
  session.connect();
  let cpu = process.cpuUsage();
  let profiles = false;
  process.on('message', async (order: InsideOrder) => {
    if (order.do === 'begin') {
      statements.clear();
      roundTrips = 0;
      delay.reset();
      delay.enable();
      profiles = order.profile;
      if (profiles) {
        await session.post('Profiler.enable');
        await session.post('Profiler.setSamplingInterval', { interval: 500 });
        await session.post('Profiler.start');
      }
      cpu = process.cpuUsage();
      send({ cpuMs: 0, roundTrips: 0, statements: {}, loopDelayMs: { p99: 0, most: 0 }, profile: null });
      return;
    }
    const { user, system } = process.cpuUsage(cpu);
    const profile = profiles ? (await session.post('Profiler.stop')).profile : null;
    delay.disable();
    send({
      cpuMs: (user + system) / 1000,
      roundTrips,
      statements: Object.fromEntries(statements),
      loopDelayMs: { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 },
      profile,
    });
  });
  process.channel?.unref();
}

if (isMainThread && process.send) {
  watch((pg as unknown as { readonly Connection: { readonly prototype: Wire } }).Connection.prototype);
  follow((said) => void process.send?.(said));
}
