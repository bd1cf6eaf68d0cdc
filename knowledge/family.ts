/** A family (họ thủ tục): procedures that are easily taken for one another, and what tells them apart. */
import { z } from 'zod';

const sentence = z.string().trim().min(5);

export const familySchema = z
  .strictObject({
    family: z.string().regex(/^[a-z0-9-]+$/),
    /** As one would ask a citizen back: "lần đầu hay đăng ký lại; trong nước hay có yếu tố nước ngoài". */
    toldApartBy: sentence,
    /** Code of the plain form, `card:…` where no source gives one; `null`: none is plain, the citizen must be asked. */
    default: z.string().nullable(),
    /** Why no member is the plain form. */
    because: sentence.nullable(),
  })
  .refine(
    (row) => (row.default === null) === (row.because !== null),
    'a family without a default says because of what',
  );

export const familiesSchema = z
  .array(familySchema)
  .refine((rows) => new Set(rows.map(({ family }) => family)).size === rows.length, 'a family stands twice: keep one');

export type Family = z.infer<typeof familySchema>;
