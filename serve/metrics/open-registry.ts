/** The figures of our own, and the process's, in the form that Prometheus reads. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type CounterName, type GaugeName, type HistogramName, type Metric, metricList } from './metric-list.ts';

type Labels = Readonly<Record<string, string>>;

/** Each lists every open line to count it: with ten thousand chats that keeps the event loop for tens of milliseconds. */
const listings = ['handles', 'requests', 'resources'].flatMap((what) => [
  `nodejs_active_${what}`,
  `nodejs_active_${what}_total`,
]);

/** What a gauge says now, for one set of labels. */
export interface Reading {
  readonly name: GaugeName;
  readonly labels?: Labels;
  readonly value: number;
}

export interface Figures {
  count(name: CounterName, labels?: Labels, by?: number): void;
  observe(name: HistogramName, labels: Labels, value: number): void;
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** @param look is asked at each reading for all gauges; what it leaves out is absent. */
export function openRegistry(look: () => Promise<readonly Reading[]>): Figures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of listings) registry.removeSingleMetric(name);
  const made = makeAll(registry);
  return {
    count: (name, labels = {}, by = 1) => made.counters.get(name)?.inc(labels, by),
    observe: (name, labels, value) => made.histograms.get(name)?.observe(labels, value),
    async read() {
      const readings = await look();
      // In one go: two that read at once must not see each other's half.
      for (const [name, gauge] of made.gauges) empty(name, gauge);
      for (const { name, labels = {}, value } of readings) made.gauges.get(name)?.set(labels, value);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** After a reset alone, one without labels would say 0 where nothing is known. */
function empty(name: string, gauge: Gauge): void {
  gauge.reset();
  if (!('labels' in metricList[name as GaugeName])) gauge.remove();
}

function makeAll(registry: Registry) {
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  const gauges = new Map<string, Gauge>();
  for (const [name, metric] of Object.entries<Metric>(metricList)) {
    const told = { name, help: metric.help, labelNames: metric.labels ?? [], registers: [registry] };
    if (metric.kind === 'counter') counters.set(name, new Counter(told));
    else if (metric.kind === 'gauge') gauges.set(name, new Gauge(told));
    else histograms.set(name, new Histogram({ ...told, buckets: [...(metric.buckets ?? [])] }));
  }
  return { counters, histograms, gauges };
}
