/** The alarms of deploy/watch/alerts.yaml that one reading of the figures decides, for a PC without Prometheus. */
import { parse } from 'yaml';
import { z } from 'zod';

const ruleSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  for: z.string().regex(/^\d+[smhd]$/),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string(), check: z.string().optional() }),
});
const fileSchema = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(ruleSchema) })) });

export type Rule = z.infer<typeof ruleSchema>;

/** @throws {z.ZodError} for a file of another form. */
export const readRules = (text: string): readonly Rule[] =>
  fileSchema.parse(parse(text)).groups.flatMap(({ rules }) => rules);

export interface Check {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly over: boolean;
  readonly limit: number;
}

/** Reads `metric{label="word"} > 5`. @throws {RangeError} for anything else. */
export function readCheck(text: string): Check {
  const [, metric, labels = '', sign, limit] = /^(\w+)(?:\{([^}]*)\})? ([<>]) (\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (!metric || !limit) throw new RangeError(`${text} is no check such as: hmc_outbox_oldest_seconds > 300`);
  return { metric, labels: labelsIn(labels), over: sign === '>', limit: Number(limit) };
}

export interface Sample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const labelsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** Samples of the text that `/metrics` gives. */
export const samplesIn = (text: string): readonly Sample[] =>
  text.split('\n').flatMap((line) => {
    const [, metric, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    return metric ? [{ metric, labels: labelsIn(labels), value: Number(value) }] : [];
  });

/** Those that ring now. A figure that is absent rings nothing. */
export const ringing = (rules: readonly Rule[], samples: readonly Sample[]): readonly Rule[] =>
  rules.filter(({ annotations: { check } }) => {
    if (check === undefined) return false;
    const { metric, labels, over, limit } = readCheck(check);
    const isMeant = (one: Sample) =>
      one.metric === metric && Object.entries(labels).every(([name, value]) => one.labels[name] === value);
    return samples.some((one) => isMeant(one) && (over ? one.value > limit : one.value < limit));
  });
