/** Settings of OpenTelemetry by their standard names: off unless a collector is named; one outside of the house needs a decision. */
import { z } from 'zod';
import { isAtHome } from './model-settings.ts';

const headerList = /^[\w.-]+=[\x21-\x2b\x2d-\x7e]*(?:,[\w.-]+=[\x21-\x2b\x2d-\x7e]*)*$/;

/** To be spread into the schema of the settings. */
export const tracingSettings = {
  /** A collector that takes OTLP over HTTP: `http://127.0.0.1:4318`; `/v1/traces` is added. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** `name=value,name=value`, sent with each batch: secret. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().regex(headerList, 'name=value,name=value').optional(),
  /** Which share of traces is told, 0 up to 1: of each all spans or none. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_SERVICE_NAME: z.string().trim().min(1).max(100).default('hoi-mot-cua'),
  /** `accepted:<number and date of the decision>`: without it no collector outside of a private network is told anything. */
  OTEL_ABROAD: z
    .string()
    .regex(/^accepted:\s*\S.{4,}$/u, 'accepted:<number and date of the decision>')
    .optional(),
  /** The proxy before us writes the W3C's `traceparent` itself: then its id is taken over. Needs TRUST_PROXY. */
  TRACE_FROM_PROXY: z.enum(['yes', 'no']).default('no'),
};

/** Read by {@link tracingOptionsOf} alone. */
export const tracingSecrets = ['OTEL_EXPORTER_OTLP_HEADERS'] as const;

type Given = z.infer<z.ZodObject<typeof tracingSettings>>;

/** When somebody asked what is looked at how long: no words go there, and still it is told to nobody outside unasked. */
export function refuseUnsafeTracing(
  settings: Given & { readonly TRUST_PROXY: number },
  context: z.RefinementCtx,
): void {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_ABROAD, TRACE_FROM_PROXY, TRUST_PROXY } = settings;
  const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (TRACE_FROM_PROXY === 'yes' && TRUST_PROXY === 0)
    say('TRACE_FROM_PROXY', 'needs TRUST_PROXY: without a proxy of ours anybody could write the id of a trace');
  if (address === undefined || isAtHome(address)) return;
  const { host, protocol } = new URL(address);
  if (protocol !== 'https:')
    say('OTEL_EXPORTER_OTLP_ENDPOINT', `${host} is outside of a private network: it needs https`);
  if (OTEL_ABROAD === undefined)
    say(
      'OTEL_ABROAD',
      `missing: ${host} is outside of this machine and of a private network, and would learn when and how often citizens ask. Use a collector of your own (OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318), or name the decision: OTEL_ABROAD="accepted:<number, date>"; see docs/how-to/watch-it.md`,
    );
}

export interface TracingOptions {
  /** Where batches of spans are posted. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Of traces, 0 up to 1. */
  readonly share: number;
}

/** `null` where no collector is named: then nothing of OpenTelemetry is loaded. */
export function tracingOptionsOf(settings: Given): TracingOptions | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_EXPORTER_OTLP_HEADERS: headers = '' } = settings;
  if (address === undefined) return null;
  const pairs = headers.split(',').filter(Boolean);
  return {
    url: `${address.replace(/\/+$/, '')}/v1/traces`,
    headers: Object.fromEntries(pairs.map(pairOf)),
    serviceName: settings.OTEL_SERVICE_NAME,
    share: settings.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** Values are percent-encoded, as W3C baggage has them. */
function pairOf(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  const value = pair.slice(at + 1);
  return [pair.slice(0, at), /%(?![\da-f]{2})/i.test(value) ? value : decodeURIComponent(value)];
}
