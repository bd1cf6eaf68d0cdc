/** The telephone numbers of an installation, from the file that it writes: whose each is, and where officers are reached. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { phoneOf } from '../channels/index.ts';
import { loadYaml } from '../knowledge/index.ts';

const number = z.string({ error: 'write the number in quotes: "02593822000"' }).transform((given, context) => {
  const phone = phoneOf(given.replace(/[\s.-]/g, ''));
  if (phone === null) context.addIssue(`${given} is no telephone number: write it as it is dialled, "02593822000"`);
  return phone ?? '';
});
const sip = z.string().regex(/^sips?:[^\s@]+@[^\s@]+$/, 'a SIP address: "sip:quay1@10.0.0.5"');

const lineSchema = z.strictObject({
  /** As citizens dial it. */
  number,
  /** Code of the commune; left out: the installation's own. */
  unit: z
    .string({ error: 'write the code in quotes: "02683"' })
    .regex(/^\d{5}$/, 'a commune code has 5 digits: "02683"')
    .nullable()
    .default(null),
  /** As the greeting names it; left out: the commune's name. */
  name: z.string().min(3).max(120).nullable().default(null),
  /** The telephone at the desk; left out: nobody is put through, a call back is taken. */
  officers: z.union([sip, number]).nullable().default(null),
});
export type WrittenLine = z.infer<typeof lineSchema>;

const fileSchema = z
  .strictObject({ lines: z.array(lineSchema).min(1, 'at least one line') })
  .superRefine(({ lines }, context) => {
    const numbers = lines.map((line) => line.number);
    for (const [index, { number: own, officers }] of lines.entries()) {
      if (numbers.indexOf(own) !== index)
        context.addIssue({ code: 'custom', path: ['lines', index, 'number'], message: `${own} stands there twice` });
      if (officers !== null && numbers.includes(officers))
        context.addIssue({
          code: 'custom',
          path: ['lines', index, 'officers'],
          message: `${officers} is a number of the assistant itself: a call would go round for ever`,
        });
    }
  });

/** [] when there is no such file. @throws {KnowledgeFileError} when it is broken. */
export const loadLines = (file: string): readonly WrittenLine[] =>
  existsSync(file) ? loadYaml(file, fileSchema).lines : [];
