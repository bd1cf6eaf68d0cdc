/** The two local files: what a province writes for all its communes, and the short list that a commune may write. */
import { z } from 'zod';
import { procedureCode } from '../guide.ts';
import { officialChannelSchema } from '../official-channel.ts';
import { daySchema, officeHoursShape, weeklyHoursSchema } from './office-hours.ts';
import { accountsIn } from './refuse-accounts.ts';

const sentence = z.string().trim().min(2);
const phone = z
  .string({ error: 'write the number in quotes: "0214 3822 111"' })
  .regex(/^(?:\+?84|0|1[89]00)[\d .]{3,14}$/, 'a phone is written "0214 3822 111", "1900 1234" or null');
const field = sentence;

/** A decision or resolution, with its number. */
const legalSourceSchema = z.strictObject({
  /** `12/2025/NQ-HĐND`. */
  number: z.string().min(3),
  title: sentence.nullable().default(null),
  url: z.url('a link begins with https://').nullable().default(null),
  on: daySchema.nullable().default(null),
});
export type LegalSource = z.infer<typeof legalSourceSchema>;

const mostDong = 50_000_000;
const amount = z
  .number('an amount is a number of đồng without dots: 50000')
  .int('an amount is a number of đồng without dots: 50000')
  .min(0)
  .max(mostDong, `more than ${mostDong} đồng is no fee of a ward`);

const inForce = { from: daySchema, to: daySchema.nullable().default(null) };
const isOrdered = ({ from, to }: { readonly from: string; readonly to: string | null }) => to === null || from <= to;

const localFeeSchema = z.strictObject({
  procedure: procedureCode,
  /** Ways of filing it holds for; `null`: all. */
  via: z
    .array(z.enum(['in-person', 'online', 'post']))
    .min(1)
    .nullable()
    .default(null),
  /** The case as the guide names it; `null`: every case. */
  case: sentence.nullable().default(null),
  kind: z.enum(['free', 'fixed', 'from-to']),
  dong: amount,
  note: sentence.nullable().default(null),
  resolution: legalSourceSchema,
  ...inForce,
});
const isPriced = ({ kind, dong }: { readonly kind: string; readonly dong: number }) =>
  (kind === 'free') === (dong === 0);
const freeIsZero = { path: ['dong'], error: 'free goes with 0 đồng, and 0 đồng with free' };
const toAfterFrom = { path: ['to'], error: 'it ends before it begins' };

const provinceFeeSchema = localFeeSchema
  .extend({
    /** The range in which a commune may set its own; `null`: it may not. */
    communeMay: z.strictObject({ least: amount, most: amount }).nullable().default(null),
  })
  .refine(isPriced, freeIsZero)
  .refine(isOrdered, toAfterFrom);
const communeFeeSchema = localFeeSchema.refine(isPriced, freeIsZero).refine(isOrdered, toAfterFrom);
export type LocalFee = z.infer<typeof localFeeSchema>;

const written = {
  /** Who wrote the file and from what. */
  source: sentence,
  checkedOn: daySchema,
  channels: z.array(officialChannelSchema).default([]),
};
const { seasons, exceptions } = officeHoursShape;
const ownHours = { hours: weeklyHoursSchema.nullable().default(null), seasons, exceptions };

const anyOfficeSchema = z
  .strictObject({
    decision: legalSourceSchema,
    checkedOn: daySchema,
    ...inForce,
    /** Fields (lĩnh vực) it holds for; `null`: all that a one-stop centre takes. */
    fields: z.array(field).min(1).nullable().default(null),
    offices: z.array(z.strictObject({ name: sentence, address: sentence })).min(1),
  })
  .refine(isOrdered, toAfterFrom);
export type AnyOffice = z.infer<typeof anyOfficeSchema>;

const provinceShape = z.strictObject({
  province: z
    .string({ error: 'write the code in quotes: "15"' })
    .regex(/^\d{2}$/, 'a province code has 2 digits: "15"'),
  name: sentence,
  ...written,
  /** `one`: a single centre for the province, whose branches stand in the communes; `two`: each commune has its own. */
  tiers: z.enum(['one', 'two']).nullable().default(null),
  /** The published list of centres that take the files of the whole province; `null`: not entered. */
  anyOffice: anyOfficeSchema.nullable().default(null),
  fees: z.array(provinceFeeSchema).default([]),
  ...ownHours,
  phones: z.array(z.strictObject({ name: sentence, number: phone })).default([]),
});
export type ProvinceFile = z.infer<typeof provinceShape>;

const most = 12;
/** Where it stands on the plan of its floor: columns from the left, rows from the far wall to the door. */
const squareSchema = z.strictObject({
  column: z.number().int().min(1).max(most),
  row: z.number().int().min(1).max(most),
});

/** A counter (quầy) of a desk. */
export const counterSchema = z.strictObject({
  /** As the sign above it says: "Quầy 2". */
  name: sentence,
  /** Fields (lĩnh vực) it takes. */
  fields: z.array(field).min(1),
  /** The figure on its sign, and what calls of the queue machine name. */
  number: z.number().int().min(1).max(99).optional(),
  /** "Tầng 1". */
  floor: sentence.optional(),
  /** In words, from the door: "bên trái cửa vào". */
  position: sentence.optional(),
  square: squareSchema.optional(),
});
export type Counter = z.infer<typeof counterSchema>;

const pointSchema = z.strictObject({
  name: z.string().min(3),
  address: z.string().min(5),
  phone: phone.nullable().default(null),
  /** Fields (lĩnh vực) it takes; `null`: all. */
  fields: z.array(field).min(1).nullable().default(null),
  counters: z.array(counterSchema).default([]),
  ...ownHours,
});

const communeShape = z.strictObject(
  {
    commune: z
      .string({ error: 'write the code in quotes: "02683"' })
      .regex(/^\d{5}$/, 'a commune code has 5 digits: "02683"'),
    name: sentence,
    ...written,
    ...ownHours,
    fees: z.array(communeFeeSchema).default([]),
    /** Where files are handed in, the main one first. */
    points: z.array(pointSchema).min(1),
  },
  {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? 'a commune writes only: commune, name, source, checkedOn, channels, hours, seasons, exceptions, fees, points'
        : undefined,
  },
);
export type CommuneFile = z.infer<typeof communeShape>;

/** Looks for bank accounts before anything else: whatever the field, none gets in. */
const withoutAccounts = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .superRefine((value, context) => {
      for (const { path, message } of accountsIn(value)) context.addIssue({ code: 'custom', path, message });
    })
    .pipe(schema);

/** `province-15.yaml`. */
export const provinceFileSchema = withoutAccounts(provinceShape);
/** `commune-02683.yaml`: its list of fields is closed. */
export const communeFileSchema = withoutAccounts(communeShape);
