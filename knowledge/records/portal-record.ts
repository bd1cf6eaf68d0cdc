/** One procedure as the National Public Service Portal publishes it (JSON lines), in the one shape that we read. */
import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const methodSchema = z.object({
  channel: z.string(),
  time: text,
  fee: text,
  description: text,
  feeNote: text,
  /** The figure of a time limit whose unit the portal lost. */
  timeRaw: text,
  timeFeeRaw: text,
  feeContradicted: z.boolean().nullish(),
  ambiguous: z.boolean().nullish(),
});

const documentSchema = z.object({
  name: z.string(),
  copies: text,
  group: text,
  form: text,
  note: z.boolean().nullish(),
  copiesSuspect: z.boolean().nullish(),
  /** True when the portal cut the row off. */
  tail: z.boolean().nullish(),
});

export const portalRecordSchema = z.object({
  id: z.string(),
  name: z.string(),
  agencyGroup: text,
  levels: z.array(z.string()),
  field: text,
  decision: text,
  audience: text,
  authority: text,
  performedBy: text,
  receivedAt: text,
  steps: text,
  methods: z
    .array(methodSchema)
    .nullish()
    .transform((rows) => rows ?? []),
  documents: z
    .array(documentSchema)
    .nullish()
    .transform((rows) => rows ?? []),
  /** The Defence records list their laws one by one; the others give numbers and one run-on text. */
  legalNumbers: z
    .array(z.string())
    .nullish()
    .transform((numbers) => numbers ?? []),
  legal: z
    .array(z.object({ number: z.string(), title: text, date: text, issuer: text }))
    .nullish()
    .transform((rows) => rows ?? []),
  legalText: text,
  conditions: text,
  results: z
    .array(z.object({ name: z.string(), code: text }))
    .nullish()
    .transform((rows) => rows ?? []),
  url: text,
  source: text,
  crawled: text,
});

export type PortalRecord = z.infer<typeof portalRecordSchema>;
export type PortalMethod = PortalRecord['methods'][number];
export type PortalDocument = PortalRecord['documents'][number];

const levelNames: Readonly<Record<string, 'commune' | 'province' | 'ministry' | 'other'>> = {
  'Cấp xã': 'commune',
  'Cấp tỉnh': 'province',
  'Cấp bộ': 'ministry',
  'Cơ quan khác': 'other',
};

/** The level as our guides name it. An unknown word counts as `other`. */
export const levelOf = (name: string) => levelNames[name] ?? 'other';

const vias: Readonly<Record<string, 'in-person' | 'online' | 'post'>> = {
  'Trực tiếp': 'in-person',
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'post',
};

/** The way of filing that a method row stands for; `null` when the portal writes something else. */
export const viaOf = (channel: string) => vias[channel] ?? null;
