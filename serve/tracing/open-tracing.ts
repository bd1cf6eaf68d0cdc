/** Opens tracing as the settings say; where no collector is set, nothing of OpenTelemetry is loaded. */
import type { Logger } from 'pino';
import { faultOf, outsideTrace, type Tracer } from '../../bot/index.ts';
import { type Config, tracingOptions } from '../../config.ts';
import { buildInfo } from '../build-info.ts';

export interface ServedTracing {
  readonly tracer: Tracer | null;
  close(): Promise<void>;
}

export async function openServedTracing(config: Config, log: Pick<Logger, 'warn'>): Promise<ServedTracing> {
  const options = tracingOptions(config);
  if (options === null) return { tracer: null, close: async () => undefined };
  const { openOtel } = await import('./open-otel.ts');
  return openOtel(options, { build: buildInfo(), onFault: tellSeldom(log) });
}

/** The first, then every tenth, hundredth, … : a collector that is away must not fill the log. */
function tellSeldom(log: Pick<Logger, 'warn'>) {
  let count = 0;
  return (error: unknown): void => {
    count += 1;
    const told = { count, fault: faultOf(error) };
    if (/^10*$/.test(String(count))) outsideTrace(() => log.warn(told, 'Spans did not reach the collector'));
  };
}
