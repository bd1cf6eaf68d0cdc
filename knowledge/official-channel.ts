/** Addresses and numbers that are really the State's: the list that a scam check compares with. */
import { z } from 'zod';

export const officialChannelSchema = z.strictObject({
  /** A domain (it and what stands below it) or a public number. */
  kind: z.enum(['domain', 'number', 'app']),
  value: z.string().min(2),
  name: z.string().min(2),
  source: z.string().min(2),
});

export const officialChannelsSchema = z.array(officialChannelSchema).min(1);
export type OfficialChannel = z.infer<typeof officialChannelSchema>;
