/** Reads JSON lines: the portal's records, or entries of a ministry's list. A broken line is named and the rest goes on. */
import { basename } from 'node:path';
import { z } from 'zod';
import { portalRecordSchema } from '../records/portal-record.ts';
import { cleanRecord, cleanText } from './clean-record.ts';
import { type Found, isCode, refused } from './found.ts';
import { type Line, readLines } from './read-lines.ts';

/** The longest published record is 110 kB. */
const longestLine = 4_000_000;
/** The longest published name has 1,094 signs; one of megabytes would stand in every answer and in the index. */
const longestName = 3_000;

const listSchema = z.object({
  id: z.string(),
  name: z.string().min(1),
  issuer: z.string().nullish(),
  field: z.string().nullish(),
  decision: z.string().nullish(),
});

export async function* readRecordLines(file: string): AsyncGenerator<Found> {
  for await (const line of readLines(file, longestLine)) {
    const where = `${basename(file)}:${line.number}`;
    if (line.text?.trim() !== '') yield foundIn(line, where);
  }
}

function foundIn({ text, refused: why }: Line, where: string): Found {
  if (text === null)
    return refused(where, why === 'too-long' ? `longer than ${longestLine / 1e6} MB: no record is` : 'not UTF-8 text');
  const json = parsed(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refused(where, 'not a JSON object: each line must be one whole record');
  if (!('steps' in json) && !('methods' in json) && 'id' in json && 'name' in json) return listedIn(json, where);
  const record = portalRecordSchema.safeParse(json);
  if (!record.success) return refused(where, wrongField(record.error));
  if (!isCode(record.data.id)) return refused(where, `id: ${cut(record.data.id)} is no code such as 1.001193`);
  const clean = cleanRecord(record.data);
  if (clean.name === '') return refused(where, 'name: empty');
  if (clean.name.length > longestName)
    return refused(where, `name: ${clean.name.length} signs, no procedure is called so`);
  if (clean.levels.length === 0) return refused(where, 'levels: empty, so nobody knows who handles it');
  return { kind: 'record', where, record: clean };
}

function listedIn(json: object, where: string): Found {
  const entry = listSchema.safeParse(json);
  if (!entry.success) return refused(where, wrongField(entry.error));
  const { id, name, issuer, field, decision } = entry.data;
  if (!isCode(id)) return refused(where, `id: ${cut(id)} is no code such as 1.001193`);
  const facts = { issuer: issuer ?? null, field: field ?? null, decision: decision ?? null };
  return { kind: 'listed', where, listed: { code: id, name: cleanText(name), ...facts, from: where } };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const wrongField = ({ issues }: z.ZodError): string => {
  const [issue] = issues;
  return `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'does not fit'}`;
};

const cut = (text: string) => JSON.stringify(text.slice(0, 40));
