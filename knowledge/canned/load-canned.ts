/** Canned replies (câu trả lời mẫu): those that ship, with those that a ward wrote lying over them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadYaml } from '../load-yaml.ts';
import { accountsIn } from '../local/refuse-accounts.ts';

/** What may stand between `{{` and `}}`. */
export const cannedFields = ['title', 'papers', 'fee', 'time', 'place', 'source', 'officer', 'hours'] as const;
export type CannedField = (typeof cannedFields)[number];

const fieldPattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The fields of a text, each once. */
export const fieldsIn = (text: string): CannedField[] => [
  ...new Set([...text.matchAll(fieldPattern)].map(([, name]) => name as CannedField)),
];

/** Puts each field's text in its place. */
export const fillFields = (text: string, fields: Readonly<Partial<Record<CannedField, string>>>): string =>
  text.replace(fieldPattern, (whole, name: CannedField) => fields[name] ?? whole);

const cannedSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, 'an id is written with small letters, figures and hyphens: gio-tiep-dan'),
  title: z.string().trim().min(2).max(80),
  text: z
    .string()
    .trim()
    .min(5)
    .max(1500)
    .superRefine((text, context) => {
      for (const name of fieldsIn(text))
        if (!cannedFields.includes(name))
          context.addIssue({ code: 'custom', message: `{{${name}}} is no field: use ${cannedFields.join(', ')}` });
      for (const { message } of accountsIn(text)) context.addIssue({ code: 'custom', message });
    }),
});
export type Canned = z.infer<typeof cannedSchema>;

const cannedFileSchema = z
  .array(cannedSchema)
  .max(200)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice: keep one');

/**
 * In the order of the shipped file, the ward's own after them; a reply of the ward's with the id of a shipped one stands in
 * its place.
 *
 * @param folders the shipped file's folder, and the one that the ward writes in.
 * @throws {KnowledgeFileError} with line and field of what is wrong.
 */
export function loadCanned(folders: { readonly shipped: string; readonly local: string }): readonly Canned[] {
  const shipped = loadYaml(join(folders.shipped, 'canned.yaml'), cannedFileSchema);
  const file = join(folders.local, 'canned.yaml');
  const own = existsSync(file) ? loadYaml(file, cannedFileSchema) : [];
  const ids = new Set(shipped.map(({ id }) => id));
  return [
    ...shipped.map((reply) => own.find(({ id }) => id === reply.id) ?? reply),
    ...own.filter(({ id }) => !ids.has(id)),
  ];
}
