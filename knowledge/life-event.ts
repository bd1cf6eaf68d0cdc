/** A life event (việc đời): one thing that happens to a family and the procedures it brings, in the order to do them. */
import { z } from 'zod';
import { procedureCode } from './guide.ts';

const sentence = z.string().trim().min(1);

export const lifeEventSchema = z.strictObject({
  id: z.enum(['death', 'birth', 'marriage', 'vehicle', 'house', 'moving', 'shop', 'lost-papers', 'inheritance']),
  /** What is said first, before anything is explained; `null` for nothing. */
  opening: sentence.nullable(),
  title: sentence,
  steps: z
    .array(z.strictObject({ code: procedureCode, why: sentence }))
    .min(2)
    .max(7),
});

export const lifeEventsSchema = z.array(lifeEventSchema);
export type LifeEvent = z.infer<typeof lifeEventSchema>;
